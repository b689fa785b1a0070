import type { Change, RunConfig } from '@contract'
import { makeLearner, type Data, type Learner } from '../physics'
import { makeChange } from './adjust'
import { shippedData } from './data'
import { asProblem } from './problem'
import { ofResistors } from './resistors'

/**
 * The simulation of a run that another machine does: it goes to any step, and says what that machine
 * would have measured there. In double precision, unlike a board.
 */
export class TwinModel {
  private readonly learner: Learner
  private readonly loss = new Float64Array(1)
  private readonly masks: Uint32Array
  private before: Float64Array
  private readonly longest = 256
  private readonly record: { loss: Float64Array; masks: Uint32Array }

  /** @throws ProblemError when the configuration cannot work */
  constructor(config: RunConfig, data: Data = shippedData) {
    this.learner = asProblem(() => makeLearner(ofResistors(config), data))
    const { words, parts } = this.learner
    this.masks = new Uint32Array(words)
    this.before = parts.rule.conductance.slice()
    this.record = {
      loss: new Float64Array(this.longest),
      masks: new Uint32Array(this.longest * words),
    }
  }

  get step(): number {
    return this.learner.step
  }

  /**
   * Goes up to 256 steps towards a step.
   * @param learned told the first step and the errors of the batches, V^2; reused by the next call
   */
  approach(
    goal: number,
    learned: (first: number, loss: Float64Array, count: number) => void,
  ): void {
    const { learner, record } = this
    const first = learner.step + 1
    const left = goal - learner.step
    if (left > 1) {
      // The last step alone, so that the state before it is known.
      const count = Math.min(left - 1, this.longest)
      learner.advance(count, record)
      learned(first, record.loss, count)
    } else if (left === 1) {
      this.before = learner.parts.rule.conductance.slice()
      learner.advance(1, { loss: this.loss, masks: this.masks })
      learned(first, this.loss, 1)
    }
  }

  change(change: Change): void {
    makeChange(this.learner, change)
  }

  /** E conductances; of a cut edge what it keeps for its return. */
  conductance(): Float64Array {
    return this.learner.edges.observe()
  }

  /** Error of the last step's batch, V^2. */
  get lastLoss(): number {
    return this.loss[0]
  }

  /** N free voltages of the last step's newest example, before its update, V. */
  freeV(): Float64Array {
    const { conductance } = this.learner.parts.rule
    const after = conductance.slice()
    conductance.set(this.before)
    const { freeV } = this.learner.observe()
    conductance.set(after)
    return freeV
  }
}
