/** At most so many points; then every other one is forgotten and they are taken half as often. */
const MOST_POINTS = 128
const FIRST_PAUSE_MS = 250

export interface TrailPoint {
  step: number
  hash: string
}

export interface TrailSnapshot {
  points: TrailPoint[]
  pauseMs: number
}

/** The hash of a trajectory now and then, so that a re-run that diverges can say where. */
export class Trail {
  private points: TrailPoint[] = []
  private pauseMs = FIRST_PAUSE_MS
  private nextMs = -Infinity

  /** @param hash asked only when a point is due: it costs a pass over the state. */
  pass(step: number, nowMs: number, hash: () => string): void {
    if (nowMs < this.nextMs || step === 0 || step === this.points.at(-1)?.step) return
    this.points.push({ step, hash: hash() })
    if (this.points.length > MOST_POINTS) {
      this.points = this.points.filter((_, i) => i % 2 === 1)
      this.pauseMs *= 2
    }
    this.nextMs = nowMs + this.pauseMs
  }

  /** The state of a step was changed by hand, after its hash was noted: a re-run has it changed. */
  forget(step: number): void {
    if (this.points.at(-1)?.step === step) this.points.pop()
  }

  all(): TrailPoint[] {
    return [...this.points]
  }

  snapshot(): TrailSnapshot {
    return { points: this.all(), pauseMs: this.pauseMs }
  }

  restore({ points, pauseMs }: TrailSnapshot): void {
    this.points = [...points]
    this.pauseMs = pauseMs
  }
}
