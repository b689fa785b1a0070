/** A rate over the last second and a latency that does not jitter: what the status strip shows. */
export class Meter {
  private readonly drawnAt: number[] = []
  private smoothed: number | null = null

  /** @param latencyMs from the engine's newest step to the drawn pixel */
  drawn(nowMs: number, latencyMs: number): void {
    this.drawnAt.push(nowMs)
    // 0.1: about ten frames, a sixth of a second at full rate.
    this.smoothed =
      this.smoothed === null ? latencyMs : this.smoothed + 0.1 * (latencyMs - this.smoothed)
  }

  framesPerSecond(nowMs: number): number {
    while (this.drawnAt.length > 0 && this.drawnAt[0] <= nowMs - 1000) this.drawnAt.shift()
    return this.drawnAt.length
  }

  /** ms; null when nothing was drawn during the last second. */
  latencyMs(nowMs: number): number | null {
    return this.framesPerSecond(nowMs) === 0 ? null : this.smoothed
  }

  clear(): void {
    this.drawnAt.length = 0
    this.smoothed = null
  }
}
