const WINDOW_MS = 1000
const LEAST_STEPS = 4

/** Steps per second over the last second, or over as long as it takes to see a few steps. */
export class Rate {
  private readonly times: number[] = []
  private readonly steps: number[] = []

  add(nowMs: number, step: number): void {
    this.times.push(nowMs)
    this.steps.push(step)
    while (
      this.times.length > 2 &&
      nowMs - this.times[1] >= WINDOW_MS &&
      (step - this.steps[1] >= LEAST_STEPS || this.times.length > 600)
    ) {
      this.times.shift()
      this.steps.shift()
    }
  }

  value(): number {
    const newest = this.times.length - 1
    if (newest < 1) return 0
    const elapsed = this.times[newest] - this.times[0]
    return elapsed > 0 ? ((this.steps[newest] - this.steps[0]) * 1000) / elapsed : 0
  }

  clear(): void {
    this.times.length = 0
    this.steps.length = 0
  }
}
