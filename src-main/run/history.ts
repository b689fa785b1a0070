import type { History, HistorySeries, SeriesName } from '@contract'
import { RunClock } from './clock'
import type { Expectation } from './expectation'
import { Pyramid, type PyramidSnapshot } from './pyramid'

/** Buckets per series in a checkpoint: 160 KB, copied once a second. */
const CHECKPOINT_BUCKETS = 4096

export type HistorySnapshot = Partial<Record<HistorySeries, PyramidSnapshot>>

/** The errors of outputs: a fifth of a megabyte each, of so many outputs at most. */
const OUTPUT_BUCKETS = 4096
const OUTPUT_CHECKPOINT_BUCKETS = 1024
const MOST_OUTPUTS = 64

/** Every series of a run from step 0, in bounded memory. */
export class RunHistory {
  private readonly series: Record<SeriesName, Pyramid>
  private outputs: Pyramid[] = []

  constructor(
    private readonly expectation: Expectation,
    private readonly clock = new RunClock(),
  ) {
    this.series = {
      batch: new Pyramid(),
      train: new Pyramid(),
      test: new Pyramid(),
      trainAccuracy: new Pyramid(),
      testAccuracy: new Pyramid(),
      twin: new Pyramid(),
    }
  }

  of(series: SeriesName): Pyramid {
    return this.series[series]
  }

  /** Begins a series anew. */
  forget(series: SeriesName): void {
    this.series[series] = new Pyramid()
  }

  /** Errors of the outputs at an evaluation, V^2; of more than 64 the first 64 are kept. */
  addOutputs(step: number, errors: Float64Array): void {
    for (let output = 0; output < Math.min(errors.length, MOST_OUTPUTS); output++) {
      this.outputs[output] ??= new Pyramid(OUTPUT_BUCKETS)
      this.outputs[output].add(step, errors[output])
    }
  }

  /**
   * The finest rows that touch [fromStep, toStep], at most `buckets` of them. O(buckets).
   * @param toStep null: to the newest
   */
  query(
    run: string,
    series: HistorySeries,
    fromStep: number,
    toStep: number | null,
    buckets: number,
  ): History {
    const pyramid = this.find(series) ?? new Pyramid()
    const rows = pyramid.query(fromStep, toStep ?? Infinity, buckets)
    return {
      run,
      series,
      ...rows,
      expectedUpdates: rows.lastStep.map((step) => this.expectation.at(step)),
      runTimeMs: rows.lastStep.map((step) => this.clock.at(step)),
      range: pyramid.range() ?? { firstStep: 0, lastStep: 0 },
    }
  }

  snapshot(): HistorySnapshot {
    const snapshot: HistorySnapshot = {}
    for (const name of seriesNames(this.series))
      snapshot[name] = this.series[name].snapshot(CHECKPOINT_BUCKETS)
    this.outputs.forEach((pyramid, output) => {
      snapshot[`output:${output}`] = pyramid.snapshot(OUTPUT_CHECKPOINT_BUCKETS)
    })
    return snapshot
  }

  restore(snapshot: HistorySnapshot): void {
    for (const name of seriesNames(this.series)) {
      const kept = snapshot[name]
      if (kept !== undefined) this.series[name].restore(kept)
    }
    this.outputs = []
    for (let output = 0; output < MOST_OUTPUTS; output++) {
      const kept = snapshot[`output:${output}`]
      if (kept === undefined) break
      this.outputs[output] = new Pyramid(OUTPUT_BUCKETS)
      this.outputs[output].restore(kept)
    }
  }

  private find(series: HistorySeries): Pyramid | undefined {
    const number = /^output:(\d+)$/.exec(series)?.[1]
    return number === undefined ? this.series[series as SeriesName] : this.outputs[Number(number)]
  }
}

function seriesNames(series: Record<SeriesName, Pyramid>): SeriesName[] {
  return Object.keys(series) as SeriesName[]
}
