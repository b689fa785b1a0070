/** Lets one piece of work at a time at the machine, in the order asked. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve()

  /** @throws what the work throws; the next turn comes all the same. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work)
    this.last = turn
    return turn
  }
}
