/** Steps are let through in portions of at most this time: a burst after a pause stays short. */
const PORTION_MS = 50

/**
 * How many steps may go now. Fractions carry over, so that 0.1 and 1,000 steps per second are
 * both met exactly over time. Time comes in from outside, in ms.
 */
export class Pace {
  private credit = 1
  private lastMs: number

  /** @param stepsPerSecond null: as fast as it goes */
  constructor(
    readonly stepsPerSecond: number | null,
    nowMs: number,
  ) {
    this.lastMs = nowMs
  }

  /** Whole steps due now; Infinity without a limit. */
  due(nowMs: number): number {
    const rate = this.stepsPerSecond
    if (rate === null) return Infinity
    const cap = Math.max(1, (rate * PORTION_MS) / 1000)
    this.credit = Math.min(cap, this.credit + ((nowMs - this.lastMs) * rate) / 1000)
    this.lastMs = nowMs
    return Math.floor(this.credit)
  }

  spend(steps: number): void {
    if (this.stepsPerSecond !== null) this.credit -= steps
  }

  /** Time until the next whole step, ms. */
  waitMs(): number {
    if (this.stepsPerSecond === null || this.credit >= 1) return 0
    return ((1 - this.credit) * 1000) / this.stepsPerSecond
  }
}
