import type { SweepProgress, SweepRow } from '@contract'

/** Runs of a cell take about as long; where none was done the mean of all stands in. */
class Durations {
  private readonly sum: Float64Array
  private readonly count: Float64Array
  private seconds = 0
  private runs = 0

  constructor(cells: number) {
    this.sum = new Float64Array(cells)
    this.count = new Float64Array(cells)
  }

  see(cell: number, seconds: number): void {
    this.sum[cell] += seconds
    this.count[cell]++
    this.seconds += seconds
    this.runs++
  }

  get usual(): number {
    return this.runs === 0 ? Infinity : this.seconds / this.runs
  }

  /** Seconds that so many runs of each cell take, on one core; null: nothing is known yet. */
  ahead(left: Float64Array): number | null {
    if (this.runs === 0) return null
    const { usual } = this
    let total = 0
    for (let cell = 0; cell < left.length; cell++) {
      if (left[cell] === 0) continue
      const mean = this.count[cell] > 0 ? this.sum[cell] / this.count[cell] : usual
      total += left[cell] * mean
    }
    return total
  }
}

/** How far a sweep is and how long it will take. */
export class Tally {
  finished = 0
  failed = 0
  /** Of these runs, done since this tally began. */
  private since = 0
  private steps = 0
  private workedMs = 0
  private readonly durations: Durations
  private readonly left: Float64Array

  /** @param left runs of each cell that are to be done */
  constructor(
    private readonly total: number,
    left: Float64Array,
    private readonly lanes: number,
  ) {
    this.left = left
    this.durations = new Durations(left.length)
  }

  /** Mean of the runs that are known; Infinity while there is none. */
  get usualSeconds(): number {
    return this.durations.usual
  }

  /** A row: `fresh` if it was done now and not found. */
  see(row: SweepRow, cell: number, fresh: boolean): void {
    if (row.state === 'failed') this.failed++
    else {
      this.finished++
      this.durations.see(cell, row.result.seconds)
    }
    this.left[cell]--
    if (!fresh) return
    this.since++
    if (row.state === 'finished') this.steps += row.result.steps
  }

  /** @param workedMs time at work so far, without what it was suspended */
  progress(workedMs: number): SweepProgress {
    this.workedMs = workedMs
    const { total, finished, failed, since, steps } = this
    const seconds = this.workedMs / 1000
    const ahead = this.durations.ahead(this.left)
    return {
      total,
      finished,
      failed,
      runsPerSecond: seconds > 0 ? since / seconds : 0,
      stepsPerSecond: seconds > 0 ? steps / seconds : 0,
      workedSeconds: seconds,
      leftSeconds: total === finished + failed ? 0 : ahead === null ? null : ahead / this.lanes,
    }
  }
}
