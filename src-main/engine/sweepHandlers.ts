import { ProblemError, type EngineCommand } from '@contract'
import { columnsCsv, columnsJson, columnsParquet, curveColumns, runColumns } from '../report/sweep'
import { placeText, sweepFigures, type Sweeps } from '../sweep'
import type { EngineReply, EngineRequest } from './protocol'

type SweepCommand = Extract<EngineCommand, `sweep${string}`>

/** The commands of sweeps, which go on without a window. */
export function sweepHandlers(sweeps: Sweeps): {
  [K in SweepCommand]: (request: EngineRequest<K>) => Promise<EngineReply<K>>
} {
  return {
    sweepEstimate: ({ plan }) => sweeps.estimate(plan),
    sweepStart: async ({ plan }) => sweeps.start(plan),
    sweeps: async () => ({ directory: sweeps.directory(), entries: sweeps.list() }),
    sweepPause: async ({ id }) => sweeps.pause(id),
    sweepGoOn: async ({ id, retryFailed }) => sweeps.goOn(id, retryFailed),
    sweepStop: async ({ id }) => sweeps.stop(id),
    sweepRead: async ({ id }) => ({
      entry: sweeps.entryOf(id),
      plan: sweeps.kept(id).sweep.plan,
    }),
    sweepRows: async ({ id, from, most }) => sweeps.kept(id).rows(from, most),
    async sweepFigures({ id, ...wanted }) {
      const kept = sweeps.kept(id)
      return { figures: sweepFigures(kept.sweep.plan, kept.table(), wanted) }
    },
    async sweepFailures({ id }) {
      const kept = sweeps.kept(id)
      const failed = kept.table().filter((row) => row.state === 'failed')
      const failures = failed.slice(0, MOST_FAILURES).map(({ index, cell, seed, problem }) => {
        return { index, cell: placeText(kept.sweep.plan, cell), seed, problem }
      })
      return { failures }
    },
    async sweepRun({ id, index }) {
      const { sweep, row } = runOf(sweeps, id, index)
      const { config, seed } = sweep.run(index)
      const steps = row?.state === 'finished' ? row.result.steps : null
      const name = `${sweep.plan.name || 'Sweep'}: run ${index}, seed ${seed}`.slice(0, 120)
      return { config: { ...config, name, stop: { steps } } }
    },
    async sweepTable({ id, what, form }) {
      const kept = sweeps.kept(id)
      const columns = (what === 'runs' ? runColumns : curveColumns)(kept.sweep.plan, kept.table())
      const write = { csv: columnsCsv, json: columnsJson, parquet: columnsParquet }[form]
      return { content: write(columns) }
    },
    sweepTrash: async ({ id }) => ({ movedTo: sweeps.trash(id) }),
  }
}

/** More of them say nothing new. */
const MOST_FAILURES = 100

function runOf(sweeps: Sweeps, id: string, index: number) {
  const kept = sweeps.kept(id)
  if (index < kept.sweep.count) return { sweep: kept.sweep, row: kept.row(index) }
  throw new ProblemError({
    id: 'unknown-sweep-run',
    severity: 'error',
    message: `This sweep has no run ${index}: they are 0 to ${kept.sweep.count - 1}.`,
  })
}
