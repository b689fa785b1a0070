import type { Frame } from '@contract'

/** Bins of the pooled interval histogram: the last one also takes every longer interval. */
export const INTERVAL_BINS = 1024

// Position of the only set bit of a word, by a de Bruijn multiplication (Leiserson, Prokop,
// Randall 1998): integer arithmetic, the same on every runtime.
const DE_BRUIJN = 0x077cb531
const BIT = new Uint8Array(32)
for (let n = 0; n < 32; n++) BIT[Math.imul(DE_BRUIJN, 1 << n) >>> 27] = n

export interface TimingSnapshot {
  sinceStep: number
  updates: Float64Array
  lastUpdate: Float64Array
  intervals: Uint32Array
  /** E values: no interval of the edge begins at or before this step. */
  countedFrom: Float64Array
}

/** When each edge updated: counts, last step and intervals. O(updates + words) per step. */
export class UpdateTiming {
  private sinceStep = 0
  private updates: Float64Array
  private lastUpdate: Float64Array
  private intervals = new Uint32Array(INTERVAL_BINS)
  private countedFrom: Float64Array

  constructor(readonly edges: number) {
    this.updates = new Float64Array(edges)
    this.lastUpdate = new Float64Array(edges)
    this.countedFrom = new Float64Array(edges)
  }

  /** @param masks count x words, bit e % 32 of word e >> 5 is set if edge e updated. */
  add(firstStep: number, count: number, words: number, masks: Uint32Array): void {
    const { updates, lastUpdate, intervals, countedFrom } = this
    let at = 0
    for (let row = 0; row < count; row++) {
      const step = firstStep + row
      for (let word = 0; word < words; word++) {
        let bits = masks[at++]
        const base = word << 5
        while (bits !== 0) {
          const lowest = bits & -bits
          bits ^= lowest
          const edge = base + BIT[Math.imul(DE_BRUIJN, lowest) >>> 27]
          const before = lastUpdate[edge]
          if (before > countedFrom[edge]) {
            const interval = step - before
            intervals[interval < INTERVAL_BINS ? interval : INTERVAL_BINS - 1] += 1
          }
          updates[edge] += 1
          lastUpdate[edge] = step
        }
      }
    }
  }

  /** The schedule changed: intervals from here on only; what each edge did stays known. */
  restart(step: number): void {
    this.sinceStep = step
    this.intervals.fill(0)
    this.countedFrom.fill(step)
  }

  /** An edge was damaged or restored: its interval over this step is none of the schedule's. */
  interrupt(edge: number, step: number): void {
    this.countedFrom[edge] = step
  }

  /** What a frame carries, as a copy. */
  measured(): Pick<Frame['timing'], 'sinceStep' | 'updates' | 'lastUpdate' | 'intervals'> {
    const { sinceStep, updates, lastUpdate, intervals } = this
    return {
      sinceStep,
      updates: updates.slice(),
      lastUpdate: lastUpdate.slice(),
      intervals: intervals.slice(),
    }
  }

  /** What a checkpoint keeps, as a copy. */
  snapshot(): TimingSnapshot {
    return { ...this.measured(), countedFrom: this.countedFrom.slice() }
  }

  restore(snapshot: TimingSnapshot): void {
    this.sinceStep = snapshot.sinceStep
    this.updates = snapshot.updates.slice()
    this.lastUpdate = snapshot.lastUpdate.slice()
    this.intervals = snapshot.intervals.slice()
    this.countedFrom = snapshot.countedFrom.slice()
  }
}
