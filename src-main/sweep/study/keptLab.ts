import type { SweepPlan, SweepRow } from '@contract'
import type { Pool } from '../pool'
import { Sweep } from '../plan/sweep'
import { SweepRunner } from '../runner'
import { wholePlan } from '../shard'
import { rowsByIndex, Scan } from '../store/scan'
import { runsFolder } from './folder'
import type { Lab } from './study'

export interface KeptLabParts {
  /** Of the study. */
  folder: string
  /** Those of a board are done as runs of the board. */
  made?(plan: SweepPlan): SweepPlan
  makePool(sweep: Sweep): Pool
  refusals?: Lab['refusals']
  nowMs(): number
  /** The runs of a plan begin, or what is missing of them; `runner` says how far they are. */
  begun?(sweep: Sweep, runner: SweepRunner): void
  /** A run was done; it is already on the disk. */
  done?(row: SweepRow): void
}

/** Somebody ended a study on its way. What was done of it stays. */
export class StudyStopped extends Error {
  constructor() {
    super('The study was stopped.')
  }
}

/**
 * A lab whose runs are on the disk when they are counted, each plan of a study in a folder of its
 * own as a sweep: whatever ends the program, the same study again does what is missing.
 */
export class KeptLab implements Lab {
  private runner: SweepRunner | null = null
  private stopped = false
  private goes: Promise<void> = Promise.resolve()
  private release: (() => void) | null = null

  constructor(private readonly parts: KeptLabParts) {}

  /** @throws StudyStopped, and ProblemError where results cannot be written */
  async runs(plan: SweepPlan): Promise<SweepRow[]> {
    const { folder, made, makePool, nowMs, begun, done } = this.parts
    await this.goes
    if (this.stopped) throw new StudyStopped()
    const sweep = new Sweep(made === undefined ? plan : made(plan))
    const place = runsFolder(folder, sweep)
    const runner = new SweepRunner({
      folder: place,
      sweep,
      shard: wholePlan,
      makePool: () => makePool(sweep),
      nowMs,
      done: (row) => done?.(row),
    })
    this.runner = runner
    begun?.(sweep, runner)
    const end = await runner.run().finally(() => (this.runner = null))
    if (end === 'stopped') throw new StudyStopped()
    const rows = rowsByIndex(new Scan(place, sweep))
    return [...rows.values()].sort((a, b) => a.index - b.index)
  }

  async refusals(plan: SweepPlan): Promise<(string | null)[]> {
    const { refusals } = this.parts
    if (refusals !== undefined) return refusals(plan)
    return Array.from({ length: new Sweep(plan).cells.count }, () => null)
  }

  /** Runs stay where they are, and no further plan is begun. */
  suspend(): void {
    if (this.release !== null) return
    this.goes = new Promise((resolve) => (this.release = resolve))
    this.runner?.suspend()
  }

  goOn(): void {
    this.runner?.goOn()
    this.release?.()
    this.release = null
  }

  stop(): void {
    this.stopped = true
    this.runner?.stop()
    this.goOn()
  }
}
