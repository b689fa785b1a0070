import { decayAt } from '../rules'
import type { Parts } from './parts'

/** The factor on the learning rate: 1/p where that is compensated, and how it falls with the steps. */
export class Gain {
  /** Without the fall. */
  steady = 1

  constructor(private readonly parts: Pick<Parts, 'compensate' | 'decay' | 'schedule'>) {
    this.reset()
  }

  /** To be said when the probabilities of the schedule changed. */
  reset(): void {
    const { compensate, schedule } = this.parts
    this.steady = compensate ? 1 / schedule.mean : 1
  }

  /** In a step, counted from 1. */
  at(step: number): number {
    const { decay } = this.parts
    return decay === undefined ? this.steady : this.steady * decayAt(decay, step - 1)
  }
}
