/** What a shared word tells the threads of a pool. */
export const GO = 0
export const SUSPENDED = 1
export const ABANDONED = 2

/** What the run that is being done is asked about, as often as the machine looks at its budget. */
export interface Control {
  /** Waits while suspended. @returns the run is to be given up */
  givenUp(): boolean
  /** Waited so far, ms. */
  readonly suspendedMs: number
}

/** A run that nobody suspends or gives up. */
export const unattended: Control = { givenUp: () => false, suspendedMs: 0 }

/** A run was given up on its way: it is done again another time. */
export class GivenUp extends Error {
  constructor() {
    super('the run was given up')
    this.name = 'GivenUp'
  }
}

/** Follows a word that threads share: a suspended run costs nothing and goes on where it was. */
export class SharedControl implements Control {
  suspendedMs = 0

  constructor(private readonly word: Int32Array) {}

  givenUp(): boolean {
    let state = Atomics.load(this.word, 0)
    if (state === SUSPENDED) {
      const sinceMs = performance.now()
      do {
        Atomics.wait(this.word, 0, SUSPENDED)
        state = Atomics.load(this.word, 0)
      } while (state === SUSPENDED)
      this.suspendedMs += performance.now() - sinceMs
    }
    return state === ABANDONED
  }
}
