import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { ProblemError, type SweepRow } from '@contract'
import type { Sweep } from './plan/sweep'
import { ABANDONED, GO, SUSPENDED } from './run/control'
import type { Probed } from './run/probe'
import type { Job, WorkerData } from './worker'

/** Does runs of one sweep, several at a time. */
export interface Pool {
  /** Runs that it does at a time. */
  readonly lanes: number
  /** null: the run was given up. @throws when what does the run is gone */
  run(index: number): Promise<SweepRow | null>
  /** Lets a run go for so long and says how long all of it would take. */
  probe(index: number, ms: number): Promise<Probed>
  /** Runs stay where they are, and go on from there. */
  suspend(): void
  goOn(): void
  /** Runs that are under way are given up; nothing can be run any more. */
  abandon(): void
  close(): Promise<void>
}

export const coreCount = availableParallelism

/**
 * A pool of threads.
 * @param worker the built `worker.ts`
 * @param most threads; one per core unless told otherwise
 * @throws ProblemError for a plan on a board, of which there is one
 */
export function threadPool(worker: string, sweep: Sweep, most = coreCount()): Pool {
  const lanes = Math.max(1, Math.min(most, sweep.count))
  if (sweep.plan.base.machine.kind === 'board') throw new ProblemError(oneBoard)
  const word = new Int32Array(new SharedArrayBuffer(4))
  const data: WorkerData = { plan: sweep.plan, engine: sweep.engine, word }
  const pool = new Piscina<Job>({
    filename: worker,
    minThreads: lanes,
    maxThreads: lanes,
    // The second one waits in the thread: it begins at once, however busy the main thread is.
    concurrentTasksPerWorker: 2,
    workerData: data,
  })
  const say = (state: number): void => {
    if (Atomics.load(word, 0) === ABANDONED) return
    Atomics.store(word, 0, state)
    Atomics.notify(word, 0)
  }
  return {
    lanes,
    run: async (index) => (await pool.run({ index })) as SweepRow | null,
    probe: async (index, probeMs) => (await pool.run({ index, probeMs })) as Probed,
    suspend: () => say(SUSPENDED),
    goOn: () => say(GO),
    abandon: () => say(ABANDONED),
    close: () => pool.destroy(),
  }
}

const oneBoard = {
  id: 'sweep-on-board',
  severity: 'error' as const,
  message: 'The runs of this plan are on a board, and there is one of it for all cores.',
  where: 'base.machine.kind',
  kept: 'Nothing was run.',
  tip: 'Set base.machine.kind to simulated.',
}
