import type { History, SeriesName } from '@contract'
import type { Expectation } from './expectation'
import { Pyramid, type PyramidSnapshot } from './pyramid'

/** Buckets per series in a checkpoint: 160 KB, copied once a second. */
const CHECKPOINT_BUCKETS = 4096

export type HistorySnapshot = Partial<Record<SeriesName, PyramidSnapshot>>

/** Every series of a run from step 0, in bounded memory. */
export class RunHistory {
  private readonly series: Record<SeriesName, Pyramid>

  constructor(private readonly expectation: Expectation) {
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

  /**
   * The finest rows that touch [fromStep, toStep], at most `buckets` of them. O(buckets).
   * @param toStep null: to the newest
   */
  query(
    run: string,
    series: SeriesName,
    fromStep: number,
    toStep: number | null,
    buckets: number,
  ): History {
    const pyramid = this.series[series]
    const rows = pyramid.query(fromStep, toStep ?? Infinity, buckets)
    return {
      run,
      series,
      ...rows,
      expectedUpdates: rows.lastStep.map((step) => this.expectation.at(step)),
      range: pyramid.range() ?? { firstStep: 0, lastStep: 0 },
    }
  }

  snapshot(): HistorySnapshot {
    const snapshot: HistorySnapshot = {}
    for (const name of seriesNames(this.series))
      snapshot[name] = this.series[name].snapshot(CHECKPOINT_BUCKETS)
    return snapshot
  }

  restore(snapshot: HistorySnapshot): void {
    for (const name of seriesNames(this.series)) {
      const kept = snapshot[name]
      if (kept !== undefined) this.series[name].restore(kept)
    }
  }
}

function seriesNames(series: Record<SeriesName, Pyramid>): SeriesName[] {
  return Object.keys(series) as SeriesName[]
}
