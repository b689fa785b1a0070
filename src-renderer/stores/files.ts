import { MOST_RUN_BYTES, runTooLarge, toProblem, type Problem, type RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ask } from './ask'
import { useProblems } from './problems'
import { useRun } from './run'

const exportedId = 'report-exported'

const unreadable: Problem = {
  id: 'unreadable-file',
  severity: 'error',
  message: 'What was dropped cannot be read.',
  kept: 'The present run is as it was.',
  tip: 'Drop a single file: a run.json or a configuration.',
}

/** Runs from files and reports to folders. The main process asks for the places. */
export const useFiles = defineStore('files', () => {
  const run = useRun()
  const problems = useProblems()
  const exporting = ref(false)

  async function take(config: RunConfig): Promise<void> {
    if (run.running) await run.pause()
    await run.configure(config)
  }

  async function open(): Promise<void> {
    const outcome = await ask('openRun', undefined)
    if (outcome.ok && outcome.value !== null) await take(outcome.value)
  }

  /** A file dropped on the window. */
  async function drop(file: File): Promise<void> {
    problems.solveFrom('readRun')
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

  async function exportReport(): Promise<void> {
    if (exporting.value || run.description === null) return
    exporting.value = true
    const outcome = await ask('exportReport', undefined)
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
