export interface Drawer {
  draw(): void
  /** Nothing that it shows has changed since it was drawn; by default each frame brings news. */
  same?(): boolean
  /** Shortest time between two drawings, ms. */
  everyMs: number
  /** In a frame of its own: words, whose cost comes after the drawing, when Vue renders them. */
  alone?: boolean
}

interface Entry extends Drawer {
  dirty: boolean
  /** A hand moves what is drawn: it follows in the next frame. */
  urgent: boolean
  lastMs: number
  /** What a drawing takes, smoothed, ms. */
  costMs: number
}

/** Asks for another drawing. */
export interface Redraw {
  (): void
  /** In the next frame, whatever else waits: a hand moves what is drawn. */
  now(): void
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
 * Words that changed have a frame to themselves: laying them out takes as long as two charts.
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
  private wordsBefore = false

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
  add(drawer: Drawer): { redraw: Redraw; remove(): void } {
    const entry: Entry = { ...drawer, dirty: true, urgent: false, lastMs: -Infinity, costMs: 0 }
    this.entries.add(entry)
    this.request()
    const ask = (urgent: boolean): void => {
      entry.dirty = true
      entry.urgent ||= urgent
      this.request()
    }
    return {
      redraw: Object.assign(() => ask(false), { now: () => ask(true) }),
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
    const urgent = [...this.entries].filter((entry) => entry.urgent)
    for (const entry of urgent) this.draw(entry, startMs)
    const due = [...this.entries]
      .filter((entry) => entry.dirty && startMs - entry.lastMs >= restOf(entry))
      .sort((a, b) => a.lastMs - b.lastMs)
    for (const entry of urgent.length > 0 ? [] : this.share(due)) {
      this.draw(entry, startMs)
      if (this.host.now() - startMs >= DrawLoop.budgetMs) break
    }
    if (fresh) this.drawn()
    if ([...this.entries].some((entry) => entry.dirty)) this.request()
  }

  private draw(entry: Entry, startMs: number): void {
    entry.dirty = false
    entry.urgent = false
    entry.lastMs = startMs
    const beganMs = this.host.now()
    entry.draw()
    entry.costMs += 0.2 * (this.host.now() - beganMs - entry.costMs)
  }

  /** What of it this frame may draw; charts and words take turns. @param due longest-waiting first */
  private share(due: readonly Entry[]): readonly Entry[] {
    const charts = due.filter(({ alone }) => alone !== true)
    this.wordsBefore = due[0]?.alone === true && (!this.wordsBefore || charts.length === 0)
    if (this.wordsBefore) return due.slice(0, 1)
    const all = [...this.entries].filter(({ alone }) => alone !== true).length
    return charts.slice(0, Math.ceil(all / 2))
  }
}
