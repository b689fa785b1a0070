import type { StateReader, StateWriter } from '../state'

/** Expected updates per edge: counted in stretches of equal probability, so that no sum drifts. */
export class UpdateCount {
  private before = 0
  private since = 0
  private mean: number

  constructor(probability: Float64Array) {
    this.mean = meanOf(probability)
  }

  /** The probabilities hold after this step. */
  change(step: number, probability: Float64Array): void {
    this.before = this.at(step)
    this.since = step
    this.mean = meanOf(probability)
  }

  /** Mean over edges of the expected number of updates up to a step. */
  at(step: number): number {
    return this.before + (step - this.since) * this.mean
  }

  save(state: StateWriter): void {
    state.number(this.before)
    state.number(this.since)
    state.number(this.mean)
  }

  load(state: StateReader): void {
    this.before = state.number()
    this.since = state.number()
    this.mean = state.number()
  }
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
