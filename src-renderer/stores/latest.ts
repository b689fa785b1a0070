/**
 * One call in flight, and of those that wait only the newest: a slider that moves 60 times a second
 * never queues. A call that a newer one replaced ends in `undefined`.
 */
export function latestWins<A, R>(
  work: (argument: A) => Promise<R>,
): (argument: A) => Promise<R | undefined> {
  let running = false
  let waiting: { argument: A; done: (result: R | undefined) => void } | null = null

  async function run(argument: A): Promise<R> {
    running = true
    try {
      return await work(argument)
    } finally {
      running = false
      if (waiting !== null) {
        const next = waiting
        waiting = null
        void run(next.argument).then(next.done, () => next.done(undefined))
      }
    }
  }

  return (argument) => {
    if (!running) return run(argument)
    waiting?.done(undefined)
    return new Promise((done) => {
      waiting = { argument, done }
    })
  }
}
