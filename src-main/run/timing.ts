import type { Frame } from '@contract'
import { INTERVAL_BINS, makeIntervalCounter } from '../machine/intervals'

export interface TimingSnapshot {
  sinceStep: number
  updates: Float64Array
  lastUpdate: Float64Array
  intervals: Uint32Array
  /** E values: no interval of the edge begins at or before this step. */
  countedFrom: Float64Array
  /** Left out: every step was seen. */
  seenEvery?: number | undefined
}

/** When each edge updated: counts, last step and intervals. O(edges / 8) per step. */
export class UpdateTiming {
  private sinceStep = 0
  /** The widest distance of the steps that were seen. */
  private seenEvery = 1
  private readonly counter: ReturnType<typeof makeIntervalCounter>

  constructor(readonly edges: number) {
    this.counter = makeIntervalCounter(edges)
  }

  /** @param masks count x words, bit e % 32 of word e >> 5 is set if edge e updated. */
  add(firstStep: number, count: number, masks: Uint32Array): void {
    this.counter.add(firstStep, count, masks)
  }

  /**
   * Some steps of many: what is between them nobody saw, so intervals are not known.
   * @param at the step of each row @param before the newest step before them
   */
  addSeen(
    at: Float64Array,
    count: number,
    words: number,
    masks: Uint32Array,
    before: number,
  ): void {
    let every = at[0] - before
    for (let row = 1; row < count; row++) every = Math.min(every, at[row] - at[row - 1])
    this.seenEvery = Math.max(this.seenEvery, every)
    const { updates, lastUpdate } = this.counter
    for (let row = 0; row < count; row++)
      for (let edge = 0; edge < this.edges; edge++) {
        if (((masks[row * words + (edge >>> 5)] >>> (edge & 31)) & 1) === 0) continue
        updates[edge] += 1
        lastUpdate[edge] = at[row]
      }
    this.interruptAll(at[count - 1])
  }

  /** The schedule changed: intervals from here on only; what each edge did stays known. */
  restart(step: number): void {
    this.sinceStep = step
    this.counter.clear()
    this.counter.interruptAll(step)
  }

  /** An edge was damaged or restored: its interval over this step is none of the schedule's. */
  interrupt(edge: number, step: number): void {
    this.counter.interrupt(edge, step)
  }

  /** Steps are missing up to this one: no interval reaches over them. */
  interruptAll(step: number): void {
    this.counter.interruptAll(step)
  }

  /** What a frame carries, as a copy. */
  measured(): Pick<
    Frame['timing'],
    'sinceStep' | 'seenEvery' | 'updates' | 'lastUpdate' | 'intervals'
  > {
    const { sinceStep, seenEvery, counter } = this
    counter.settle()
    const { updates, lastUpdate, intervals } = counter
    return {
      sinceStep,
      updates: updates.slice(),
      lastUpdate: lastUpdate.slice(),
      intervals: seenEvery > 1 ? new Uint32Array(INTERVAL_BINS) : intervals.slice(),
      ...(seenEvery > 1 ? { seenEvery } : {}),
    }
  }

  /** What a checkpoint keeps, as a copy. */
  snapshot(): TimingSnapshot {
    return { ...this.measured(), countedFrom: this.counter.countedFrom.slice() }
  }

  restore(snapshot: TimingSnapshot): void {
    const { counter } = this
    counter.clear()
    this.sinceStep = snapshot.sinceStep
    counter.updates.set(snapshot.updates)
    counter.lastUpdate.set(snapshot.lastUpdate)
    counter.intervals.set(snapshot.intervals)
    counter.countedFrom.set(snapshot.countedFrom)
    this.seenEvery = snapshot.seenEvery ?? 1
  }
}
