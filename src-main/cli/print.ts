import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay, startVirtualDisplay } from '../../scripts/setup/display.mjs'
import { reportPage, type BundleInput, type ReportInput } from '../report'

/** A page of ten plots takes two seconds on a slow computer. */
const DEADLINE_MS = 60_000
/** Every PDF ends so. */
const END = '%%EOF'

/**
 * The report as PDF, printed by the Electron runtime, with a virtual display where there is none.
 * @returns null and why where it cannot be printed: the rest of a bundle does without
 */
export async function printReport(report: ReportInput): Promise<BundleInput['pdf']> {
  return printHtml(() => reportPage(report))
}

/** The same of any page that needs nothing else. @param page asked for only where it can be printed */
export async function printHtml(page: () => Promise<string>): Promise<BundleInput['pdf']> {
  const electron = process.env['DESYNCLAB_ELECTRON'] ?? ''
  if (electron === '')
    return without('no Electron runtime is set up here (npm run setup fetches one).')
  const folder = await mkdtemp(join(tmpdir(), 'desynclab-print-'))
  try {
    const [from, to] = [join(folder, 'report.html'), join(folder, 'report.pdf')]
    await writeFile(from, await page())
    const display = hasDisplay() ? null : await startVirtualDisplay()
    const failure = await print(electron, from, to, folder, display?.env ?? {})
    await display?.stop()
    if (failure !== null) return without(failure)
    const content = await readFile(to)
    const whole = content.subarray(-END.length - 1).includes(END)
    return whole ? { content } : without('the Electron runtime wrote only a part of it.')
  } catch (thrown) {
    return without(thrown instanceof Error ? thrown.message : String(thrown))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const without = (why: string): BundleInput['pdf'] => ({ content: null, why })

/** @returns why it failed, or null */
function print(
  electron: string,
  from: string,
  to: string,
  folder: string,
  display: NodeJS.ProcessEnv,
): Promise<string | null> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...display }
  // Set by some editors' terminals, it would make Electron a plain Node.
  delete env['ELECTRON_RUN_AS_NODE']
  const root = join(import.meta.dirname, '../..')
  // Chromium's sandbox refuses root; the page runs no script and comes from us.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [
    ...sandbox,
    root,
    `--user-data-dir=${folder}`,
    `--print-report=${from}`,
    `--print-to=${to}`,
  ]
  return new Promise((resolve) => {
    const child = spawn(electron, args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: DEADLINE_MS,
    })
    let said = ''
    child.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (said = (said + text).slice(-400)))
    child.once('error', (error) => resolve(`the Electron runtime did not start: ${error.message}.`))
    child.once('close', (code) =>
      resolve(
        code === 0
          ? null
          : `the Electron runtime could not print: ${said.trim() || `code ${code}`}.`,
      ),
    )
  })
}
