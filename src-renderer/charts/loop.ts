export interface Drawer {
  draw(): void
  /** Nothing that it shows has changed since it was drawn; by default each frame brings news. */
  same?(): boolean
  /** Shortest time between two drawings, ms. */
  everyMs: number
}

interface Entry extends Drawer {
  dirty: boolean
  lastMs: number
  /** What a drawing takes, smoothed, ms. */
  costMs: number
}

export interface LoopHost {
  schedule(callback: () => void): void
  /** ms. */
  now(): number
}

const restOf = ({ everyMs, costMs }: Entry): number =>
  Math.max(everyMs, DrawLoop.restPerCost * costMs)

/**
 * Spreads drawing over animation frames. A frame has 16.6 ms; a canvas costs 1 ms to draw and 1 ms
 * more to be put on the screen, a figure that ECharts lays out anew about 5 ms. So one frame draws
 * the longest-waiting half of the charts, or fewer if they use up the budget; the others come next.
 */
export class DrawLoop {
  /**
   * Ours: one large network, or three charts. Putting a canvas on the screen takes as long again
   * as drawing on it, and a 60 Hz frame has other work.
   */
  static readonly budgetMs = 4
  /** A drawer rests so many times its cost: five charts of 5 ms each then come at 25 Hz. */
  static readonly restPerCost = 8
  private readonly entries = new Set<Entry>()
  private scheduled = false

  /**
   * @param take fetches what is new before drawing; true if anything was
   * @param drawn is called after a drawing of something new
   */
  constructor(
    private readonly host: LoopHost,
    private readonly take: () => boolean,
    private readonly drawn: () => void,
  ) {}

  /** Returns a handle that asks for another drawing, or ends the registration. */
  add(drawer: Drawer): { invalidate(): void; remove(): void } {
    const entry: Entry = { ...drawer, dirty: true, lastMs: -Infinity, costMs: 0 }
    this.entries.add(entry)
    this.request()
    return {
      invalidate: () => {
        entry.dirty = true
        this.request()
      },
      remove: () => this.entries.delete(entry),
    }
  }

  /** Something new waits: draw on the next animation frame. */
  request(): void {
    if (this.scheduled) return
    this.scheduled = true
    this.host.schedule(() => {
      this.scheduled = false
      this.tick()
    })
  }

  private tick(): void {
    const startMs = this.host.now()
    const fresh = this.take()
    if (fresh) for (const entry of this.entries) entry.dirty ||= !(entry.same?.() ?? false)
    const due = [...this.entries]
      .filter((entry) => entry.dirty && startMs - entry.lastMs >= restOf(entry))
      .sort((a, b) => a.lastMs - b.lastMs)
    const half = Math.ceil(this.entries.size / 2)
    for (const entry of due.slice(0, half)) {
      entry.dirty = false
      entry.lastMs = startMs
      const beganMs = this.host.now()
      entry.draw()
      const nowMs = this.host.now()
      entry.costMs += 0.2 * (nowMs - beganMs - entry.costMs)
      if (nowMs - startMs >= DrawLoop.budgetMs) break
    }
    if (fresh) this.drawn()
    if ([...this.entries].some((entry) => entry.dirty)) this.request()
  }
}
