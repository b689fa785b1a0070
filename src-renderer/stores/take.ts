import { toProblem } from '@contract'
import { defineStore } from 'pinia'
import { ask } from './ask'
import { useProblems } from './problems'
import { useRun } from './run'

/** What can be taken out of a chart; null where there is nothing to show yet. */
export interface ChartSource {
  /** Begins file names. */
  name: string
  svg(): string | null
  png(): Promise<Blob | null>
  /** Exactly what is in view at full resolution; left out: the chart has no numbers of its own. */
  csv?(): Promise<string | null>
}

const takenId = 'chart-taken'

const copyFailed = {
  id: 'copy-failed',
  kept: 'The clipboard is as it was.',
  tip: 'Save the chart to a file instead.',
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer())
}

/** Charts to the clipboard and to files. */
export const useTake = defineStore('take', () => {
  const problems = useProblems()
  const run = useRun()

  function said(message: string): void {
    problems.raise({ id: takenId, severity: 'info', message }, 'take')
  }
  function nothing(): void {
    problems.raise(
      {
        id: takenId,
        severity: 'info',
        message: 'There is nothing in this chart yet.',
        tip: 'Start the run first.',
      },
      'take',
    )
  }
  const fileName = (source: ChartSource, ending: string): string =>
    `${run.description?.run ?? 'run'}-${source.name}.${ending}`

  /** Puts content on the clipboard under its type. */
  async function copy(source: ChartSource, type: string, content: Blob | null): Promise<void> {
    if (content === null) return nothing()
    try {
      await navigator.clipboard.write([new ClipboardItem({ [content.type]: content })])
      said(`Copied ${source.name} as ${type}.`)
    } catch (thrown) {
      problems.raise({ ...toProblem(thrown, copyFailed.id), ...copyFailed }, 'take')
    }
  }
  const copyPng = async (source: ChartSource): Promise<void> =>
    copy(source, 'PNG', await source.png())
  // Programs take an SVG from the clipboard as its text.
  function copySvg(source: ChartSource): Promise<void> {
    const text = source.svg()
    return copy(source, 'SVG', text === null ? null : new Blob([text], { type: 'text/plain' }))
  }
  async function save(
    source: ChartSource,
    ending: string,
    content: string | Uint8Array<ArrayBuffer> | null | undefined,
  ): Promise<void> {
    if (content === null || content === undefined) return nothing()
    const outcome = await ask('saveFile', { name: fileName(source, ending), content })
    if (outcome.ok && outcome.value) said(`Saved ${source.name} as ${ending.toUpperCase()}.`)
  }
  const savePng = async (source: ChartSource): Promise<void> => {
    const blob = await source.png()
    return save(source, 'png', blob && (await bytesOf(blob)))
  }
  const saveSvg = (source: ChartSource): Promise<void> => save(source, 'svg', source.svg())
  const saveCsv = async (source: ChartSource): Promise<void> =>
    save(source, 'csv', await source.csv?.())

  return { copyPng, copySvg, savePng, saveSvg, saveCsv }
})
