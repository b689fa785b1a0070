export interface Plateau {
  /** The error no longer falls. */
  reached: boolean
  /** First step of the present plateau; null where there is none. */
  since: number | null
  /** Mean errors of the last two windows, V^2; null before they are full. */
  former: number | null
  latest: number | null
}

/**
 * Whether the error still falls: means of the batch error over windows of equal length one after
 * the other; on a plateau the latest is not below the former by more than the tolerance (ours).
 */
export class PlateauDetector {
  private sum = 0
  private count = 0
  private former: number | null = null
  private latest: number | null = null
  private since: number | null = null

  /** @param window steps; @param tolerance relative, for instance 0.01 */
  constructor(
    private readonly window: number,
    private readonly tolerance: number,
  ) {}

  /** After each step, with the error of its batch. O(1). */
  stepped(step: number, error: number): void {
    this.sum += error
    if (++this.count < this.window) return
    this.former = this.latest
    this.latest = this.sum / this.window
    this.sum = 0
    this.count = 0
    if (this.former === null) return
    const falls = this.latest < this.former * (1 - this.tolerance)
    if (falls) this.since = null
    else this.since ??= step - 2 * this.window + 1
  }

  snapshot(): Plateau {
    const { since, former, latest } = this
    return { reached: since !== null, since, former, latest }
  }
}
