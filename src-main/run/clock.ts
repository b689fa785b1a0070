/** Points of a `RunClock`, columns of equal length. */
export interface ClockSnapshot {
  step: number[]
  runTimeMs: number[]
}

/** At most so many points: 64 KB. A place between two is off by less than a 2,000th of the run. */
const MOST_POINTS = 4096
const FIRST_PAUSE_MS = 5

/**
 * Run time as a function of the step: linear between points that are taken once per frame. When
 * they become too many every other one is forgotten and they are taken half as often.
 */
export class RunClock {
  private step: number[] = [0]
  private runTimeMs: number[] = [0]
  private pauseMs = FIRST_PAUSE_MS
  /** The newest point is one that a later one may take the place of. */
  private loose = false

  /** @param step not before the last one @param runTimeMs time spent learning up to that step */
  pass(step: number, runTimeMs: number): void {
    const newest = this.step.length - 1
    if (step === this.step[newest]) return
    const kept = this.loose ? newest - 1 : newest
    const due = runTimeMs - this.runTimeMs[kept] >= this.pauseMs
    const at = this.loose ? newest : newest + 1
    this.step[at] = step
    this.runTimeMs[at] = runTimeMs
    this.loose = !due
    if (this.step.length > MOST_POINTS) this.thin()
  }

  /** ms; beyond the newest point its time. O(log points). */
  at(step: number): number {
    let low = 0
    let high = this.step.length - 1
    if (step >= this.step[high]) return this.runTimeMs[high]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.step[middle] <= step) low = middle
      else high = middle
    }
    const part = (step - this.step[low]) / (this.step[high] - this.step[low])
    return this.runTimeMs[low] + part * (this.runTimeMs[high] - this.runTimeMs[low])
  }

  snapshot(): ClockSnapshot {
    return { step: [...this.step], runTimeMs: [...this.runTimeMs] }
  }

  restore(snapshot: ClockSnapshot): void {
    this.step = [...snapshot.step]
    this.runTimeMs = [...snapshot.runTimeMs]
    this.loose = false
    const most = this.runTimeMs[this.runTimeMs.length - 1]
    while (this.pauseMs * MOST_POINTS < most) this.pauseMs *= 2
  }

  private thin(): void {
    const newest = this.step.length - 1
    const keep = (_: number, n: number): boolean => n % 2 === 0 || n === newest
    this.step = this.step.filter(keep)
    this.runTimeMs = this.runTimeMs.filter(keep)
    this.pauseMs *= 2
  }
}
