// A pulse fades in this time; ours, short enough to tell 4 updates a second apart.
const fadeMs = 220
// Above this rate of updates per edge and second pulses run together and say nothing.
const mostPerSecond = 12

/** How lately each edge updated, for slow runs; still when reduced motion is asked for. */
export class Pulse {
  private seen = new Float64Array(0)
  private at = new Float64Array(0)
  private nowMs = 0
  private visible = true

  /**
   * @param lastUpdate E values: step of the last update, 0 for never
   * @param updatesPerSecond of one edge
   */
  follow(lastUpdate: Float64Array, updatesPerSecond: number, nowMs: number): void {
    this.nowMs = nowMs
    this.visible = updatesPerSecond <= mostPerSecond
    if (this.seen.length !== lastUpdate.length) {
      this.seen = lastUpdate.slice()
      this.at = new Float64Array(lastUpdate.length).fill(-Infinity)
      return
    }
    for (let edge = 0; edge < lastUpdate.length; edge++) {
      if (lastUpdate[edge] === this.seen[edge]) continue
      if (lastUpdate[edge] > this.seen[edge]) this.at[edge] = nowMs
      this.seen[edge] = lastUpdate[edge]
    }
  }

  /** 0..1. */
  glow(edge: number): number {
    if (!this.visible) return 0
    return Math.max(0, 1 - (this.nowMs - this.at[edge]) / fadeMs)
  }

  /** Some pulse has not faded yet. */
  get alive(): boolean {
    return this.visible && this.at.some((at) => this.nowMs - at < fadeMs)
  }
}
