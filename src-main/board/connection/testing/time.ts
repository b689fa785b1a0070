import type { Timers } from '../../link/timers'

/** Lets promises and immediates that are due run. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise((done) => setImmediate(done))
}

/** Time that passes when a test says so. */
export class TestTimers implements Timers {
  private time = 0
  private readonly due = new Set<{ at: number; call: () => void }>()

  now(): number {
    return this.time
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.time + ms, call }
    this.due.add(timer)
    return () => void this.due.delete(timer)
  }

  /** Calls what is due within so long, in order. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms
    for (;;) {
      await settle()
      const next = [...this.due].sort((a, b) => a.at - b.at)[0]
      if (next === undefined || next.at > end) break
      this.due.delete(next)
      this.time = next.at
      next.call()
    }
    this.time = end
  }

  /** Passes time until the work is done, at most `mostMs`. */
  async until<T>(work: Promise<T>, mostMs = 120_000): Promise<T> {
    let over = false
    const end = (): void => void (over = true)
    work.then(end, end)
    for (let passed = 0; !over; passed += 50) {
      if (passed > mostMs) throw new Error(`not done after ${mostMs} ms`)
      await this.pass(50)
    }
    return work
  }
}
