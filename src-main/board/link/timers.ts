/** Time, injected so that tests need not wait. */
export interface Timers {
  /** Milliseconds that only go up. */
  now(): number
  /** Calls once after so long. @returns what takes it back. */
  after(ms: number, call: () => void): () => void
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}
