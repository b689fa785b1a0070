export interface Drawer {
  draw(): void
  /** Shortest time between two drawings, ms. */
  everyMs: number
}

interface Entry extends Drawer {
  dirty: boolean
  lastMs: number
}

export interface LoopHost {
  schedule(callback: () => void): void
  /** ms. */
  now(): number
}

/**
 * Spreads drawing over animation frames. A chart costs about 5 ms and a frame has 16.6 ms, so one
 * frame draws the longest-waiting charts until the budget is used; the others come next.
 */
export class DrawLoop {
  /** Ours: leaves half of a 60 Hz frame to layout and the compositor. */
  static readonly budgetMs = 8
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
    const entry: Entry = { ...drawer, dirty: true, lastMs: -Infinity }
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
    if (fresh) for (const entry of this.entries) entry.dirty = true
    const due = [...this.entries]
      .filter((entry) => entry.dirty && startMs - entry.lastMs >= entry.everyMs)
      .sort((a, b) => a.lastMs - b.lastMs)
    for (const entry of due) {
      entry.dirty = false
      entry.lastMs = startMs
      entry.draw()
      if (this.host.now() - startMs >= DrawLoop.budgetMs) break
    }
    if (fresh) this.drawn()
    if ([...this.entries].some((entry) => entry.dirty)) this.request()
  }
}
