import type { MessagePortMain } from 'electron'
import type { EngineLink } from '../engine/link'
import { printPage } from './print'

/**
 * The report of this moment as PDF, and which moment that is. A report without PDF is worth more
 * than none: why it could not be printed then stands in the bundle.
 */
export async function printed(
  link: EngineLink<MessagePortMain>,
  /** Of a stored run; left out: the present one. */
  id?: string,
): Promise<{ view?: number; pdf: Uint8Array | string }> {
  const viewed = await link.send('reportPage', id === undefined ? {} : { id })
  if (!viewed.ok) return { pdf: viewed.problem.message }
  const { view, page } = viewed.value
  return { view, pdf: await pdfOf(page) }
}

/** The report of a study as PDF, or why there is none. */
export async function printedStudy(
  link: EngineLink<MessagePortMain>,
  id: string,
): Promise<Uint8Array | string> {
  const viewed = await link.send('studyPage', { id })
  return viewed.ok ? pdfOf(viewed.value.page) : viewed.problem.message
}

async function pdfOf(page: string): Promise<Uint8Array | string> {
  try {
    return await printPage(page)
  } catch (thrown) {
    return `it could not be printed: ${String(thrown)}`.slice(0, 2000)
  }
}
