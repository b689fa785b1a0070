import {
  MOST_BUNDLE_BYTES,
  MOST_RUN_BYTES,
  runTooLarge,
  toProblem,
  type Problem,
  type Reply,
  type RunConfig,
} from '@contract'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask } from './ask'
import { useLibrary } from './library'
import { useProblems } from './problems'
import { useRun } from './run'
import { useView } from './view'

const exportedId = 'report-exported'

const unreadable: Problem = {
  id: 'unreadable-file',
  severity: 'error',
  message: 'What was dropped cannot be read.',
  kept: 'The present run is as it was.',
  tip: 'Drop a single file: a bundle (.zip), a run.json or a configuration.',
}

const tooLarge: Problem = {
  id: 'bundle-too-large',
  severity: 'error',
  message: `A bundle has ${MOST_BUNDLE_BYTES / 1e6} MB at most.`,
  kept: 'Nothing was written or changed.',
  tip: 'Ask who made it for a smaller one.',
}

/** Runs from files and reports to folders. The main process asks for the places. */
export const useFiles = defineStore('files', () => {
  const run = useRun()
  const problems = useProblems()
  const library = useLibrary()
  const view = useView()
  const exporting = ref(false)

  async function take(config: RunConfig): Promise<void> {
    if (run.running) await run.pause()
    await run.configure(config)
  }

  async function open(): Promise<void> {
    const outcome = await ask('openRun', undefined)
    if (!outcome.ok || outcome.value === null) return
    if (outcome.value.kind === 'bundle') await imported(outcome.value.imported)
    else await take(outcome.value.config)
  }

  /** A bundle stands in the library now, and is shown there. */
  async function imported({ id, known }: Reply<'libraryImport'>): Promise<void> {
    library.trashed = false
    library.showAll()
    await library.refresh()
    library.choose(id)
    view.shown = 'library'
    const message = known
      ? 'This run is in the library already; it stays as it is.'
      : 'The bundle is in the library, with its series; Open replays it.'
    problems.raise({ id: 'bundle-imported', severity: 'info', message }, 'libraryImport')
  }

  async function importBundle(file: File): Promise<void> {
    let content: Uint8Array<ArrayBuffer>
    try {
      content = new Uint8Array(await file.arrayBuffer())
    } catch (thrown) {
      const { message } = toProblem(thrown, unreadable.id)
      return problems.raise({ ...unreadable, where: `${file.name}: ${message}` }, 'libraryImport')
    }
    const outcome = await ask('libraryImport', { name: file.name, content })
    if (outcome.ok) await imported(outcome.value)
  }

  /** A file dropped on the window. */
  async function drop(file: File): Promise<void> {
    problems.solveFrom('readRun')
    problems.solveFrom('libraryImport')
    if (/\.zip$/i.test(file.name)) {
      if (file.size <= MOST_BUNDLE_BYTES) return importBundle(file)
      return problems.raise({ ...tooLarge, where: file.name }, 'libraryImport')
    }
    if (file.size > MOST_RUN_BYTES)
      return problems.raise(runTooLarge(file.name, file.size), 'readRun')
    let text: string
    try {
      text = await file.text()
    } catch (thrown) {
      // A folder, or a file that may not be read.
      const { message } = toProblem(thrown, unreadable.id)
      return problems.raise({ ...unreadable, where: `${file.name}: ${message}` }, 'readRun')
    }
    const outcome = await ask('readRun', { text, name: file.name })
    if (outcome.ok) await take(outcome.value)
  }

  /** @param stored a run of the library; left out: the one in the window */
  async function exportReport(stored?: { id: string; name: string }): Promise<void> {
    if (exporting.value || (stored === undefined && run.description === null)) return
    exporting.value = true
    const outcome = await ask('exportReport', stored === undefined ? {} : { run: stored })
    exporting.value = false
    if (!outcome.ok || outcome.value === null) return
    problems.raise(
      {
        id: exportedId,
        severity: 'info',
        message: `Wrote ${outcome.value.files.length} files to ${outcome.value.directory}.`,
      },
      'export',
    )
  }

  const showExport = () => ask('showExport', undefined)

  return { exporting, exportedId, open, drop, exportReport, showExport }
})
