/** Clocks and waiting, injected so that a test decides what time it is. */
export interface Time {
  /** Monotonic, ms with fraction. */
  nowMs(): number
  /** Since the epoch, ms with fraction. */
  epochMs(): number
  /** Lets waiting events in, commands above all. */
  breathe(): Promise<void>
  sleep(ms: number): Sleep
}

export interface Sleep {
  over: Promise<void>
  /** Ends it early. */
  wake(): void
}

/** The computer's own time. */
export const realTime: Time = {
  nowMs: () => performance.now(),
  epochMs: () => performance.timeOrigin + performance.now(),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
  sleep(ms) {
    let wake = (): void => undefined
    const over = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    return { over, wake }
  },
}
