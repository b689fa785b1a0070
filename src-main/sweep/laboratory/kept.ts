import { axisName, type SweepEntry, type SweepProgress, type SweepRow } from '@contract'
import { Sweep } from '../plan/sweep'
import { readFolderPlan, readStamp } from '../store/folder'
import { outranks, Scan } from '../store/scan'

/** A sweep in its folder, whoever works on it: what it is, and what is there. */
export class KeptSweep {
  /** With the engine that began it. */
  readonly sweep: Sweep
  readonly createdAt: string
  private readonly scan: Scan
  private readonly states = new Map<number, Pick<SweepRow, 'state'>>()
  /** Rows as they came, from when somebody asked for them. */
  private log: SweepRow[] | null = null

  /** @throws ProblemError where there is no sweep that can be read */
  constructor(readonly folder: string) {
    const stamp = readStamp(folder)
    this.createdAt = stamp.createdAt
    this.sweep = new Sweep(readFolderPlan(folder), stamp.engine)
    this.scan = new Scan(folder, this.sweep)
  }

  get id(): string {
    return this.sweep.id
  }

  /** Takes in what was written since the last time, here or elsewhere. O(new rows). */
  refresh(): void {
    for (const row of this.scan.rows()) {
      if (!outranks(row, this.states.get(row.index))) continue
      this.states.set(row.index, { state: row.state })
      this.log?.push(row)
    }
  }

  get problem() {
    return this.scan.problems.at(-1) ?? null
  }

  /** What nobody works on at the moment comes to. */
  progress(): SweepProgress {
    let failed = 0
    for (const { state } of this.states.values()) if (state === 'failed') failed++
    const finished = this.states.size - failed
    const left = this.sweep.count - this.states.size
    return {
      total: this.sweep.count,
      finished,
      failed,
      runsPerSecond: 0,
      stepsPerSecond: 0,
      workedSeconds: 0,
      leftSeconds: left === 0 ? 0 : null,
    }
  }

  /** Rows in the order in which they came. */
  rows(from: number, most: number): { rows: SweepRow[]; next: number; more: boolean } {
    const log = this.whole()
    const rows = log.slice(from, from + most)
    const next = Math.min(log.length, from) + rows.length
    return { rows, next, more: next < log.length }
  }

  /** Every run once, in the order of the plan. */
  table(): SweepRow[] {
    const rows = new Map(this.whole().map((row) => [row.index, row]))
    return [...rows.values()].sort((a, b) => a.index - b.index)
  }

  row(index: number): SweepRow | null {
    const rows = this.whole().filter((row) => row.index === index)
    return rows.at(-1) ?? null
  }

  private whole(): SweepRow[] {
    if (this.log === null) {
      const log: SweepRow[] = []
      this.states.clear()
      this.scan.rewind()
      this.log = log
    }
    this.refresh()
    return this.log
  }

  /** Lets go of the rows: the next one who asks reads them anew. */
  forget(): void {
    this.log = null
  }

  about(): Pick<SweepEntry, 'name' | 'folder' | 'createdAt' | 'cells' | 'seeds' | 'axes'> {
    const { plan, cells } = this.sweep
    return {
      name: plan.name,
      folder: this.folder,
      createdAt: this.createdAt,
      cells: cells.count,
      seeds: plan.seeds.count,
      axes: plan.axes.map(axisName),
    }
  }
}
