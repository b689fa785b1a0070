import type { RunConfig, TableSummary, TaskConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { askQuietly } from './ask'
import { useDialogs } from './dialogs'
import { useProblems } from './problems'
import { useRun } from './run'
import { choiceOf, firstDraft, rolesOf, tableFindings, type TableDraft } from './tableChoice'

interface Offered {
  name: string
  text: string
  summary: TableSummary
}

/** The present network with a data set as its task; roles hold where their numbers fit. */
function withTask(
  config: RunConfig,
  task: TaskConfig,
  name: string,
  counts: { inputs: number; targets: number },
): RunConfig {
  const { roles } = config.network
  const fit =
    roles.kind !== 'given' ||
    (roles.sources.length === counts.inputs && roles.targets.length === counts.targets)
  return {
    ...config,
    name: name.slice(0, 120),
    task,
    network: { ...config.network, roles: fit ? roles : { kind: 'spread' } },
    batch: { ...config.batch, size: 1 },
    adjustments: [],
  }
}

/** A data set that waits for the choice of what its columns are for. */
export const useTableImport = defineStore('tableImport', () => {
  const run = useRun()
  const dialogs = useDialogs()
  const problems = useProblems()
  const offered = shallowRef<Offered | null>(null)
  const draft = ref<TableDraft | null>(null)
  const busy = ref(false)
  /** Why the engine or the machine refused the choice. */
  const refused = ref<string | null>(null)
  const findings = computed(() =>
    offered.value === null || draft.value === null
      ? []
      : tableFindings(offered.value.summary, draft.value, run.description?.nodes.length ?? null),
  )

  function begin(name: string, text: string, summary: TableSummary): void {
    offered.value = { name, text, summary }
    draft.value = firstDraft(summary)
    refused.value = null
    dialogs.shown = 'table'
  }

  function end(): void {
    if (dialogs.shown === 'table') dialogs.shown = null
  }
  // The file and its text are let go of, also where another dialog takes the place.
  watch(
    () => dialogs.shown,
    (now) => {
      if (now === 'table') return
      offered.value = null
      draft.value = null
    },
  )

  /** Makes the chosen columns the task of a new run from step 0. */
  async function take(): Promise<void> {
    const [file, chosen, { config }] = [offered.value, draft.value, run]
    if (file === null || chosen === null || config === null || busy.value) return
    if (findings.value.length > 0) return
    busy.value = true
    const { name, text, summary } = file
    const outcome = await askQuietly('tableTask', { name, text, choice: choiceOf(summary, chosen) })
    if (outcome.ok) {
      if (run.running) await run.pause()
      const wanted = withTask(
        { ...config, machine: run.machine },
        outcome.value,
        name.replace(/\.[^.]*$/, ''),
        rolesOf(summary, chosen),
      )
      if (await run.configure(wanted)) end()
      else
        refused.value =
          problems.list.find(({ severity }) => severity === 'error')?.message ??
          'The machine did not take it.'
    } else
      refused.value = [outcome.problem.where, outcome.problem.message].filter(Boolean).join(': ')
    busy.value = false
  }

  return { offered, draft, busy, refused, findings, begin, end, take }
})
