const WINDOW_MS = 1000

/** Share of the time that went into waiting, over the last full second. */
export class WaitShare {
  private sinceMs: number | null = null
  private waitedMs = 0
  private share = 0

  add(fromMs: number, untilMs: number): void {
    this.sinceMs ??= fromMs
    this.waitedMs += untilMs - fromMs
  }

  /** 0 to 1. */
  value(nowMs: number): number {
    this.sinceMs ??= nowMs
    const elapsedMs = nowMs - this.sinceMs
    if (elapsedMs < WINDOW_MS) return this.share
    this.share = Math.min(1, this.waitedMs / elapsedMs)
    this.waitedMs = 0
    this.sinceMs = nowMs
    return this.share
  }
}
