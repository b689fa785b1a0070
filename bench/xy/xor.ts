import { Draws } from '../../src-main/physics/random'
import { makeXyLearner, read, type XyRuleSpec, type XySpec } from '../../src-main/physics/xy'
import { networkOf, recipe } from './recipe'

export interface XorResult {
  steps: number
  /** Every pattern's mean distance cost over 50 fresh starts is below 0.05. */
  learned: boolean
  /** Every one of the 200 starts is. */
  strict: boolean
  /** The worst pattern's mean. */
  worst: number
}

const CHECK_EVERY = 50
const GOOD = 0.01
const LEARNED = 0.05

/**
 * One run: 10 fresh starts of each pattern every 50 steps, ended when the worst pattern's mean is
 * below 0.01, then 50 other fresh starts of each pattern.
 */
export function xorRun(
  network: string,
  change: Partial<XyRuleSpec>,
  seed: number,
  most: number,
  schedule: XySpec['schedule'] = { kind: 'synchronous' },
): XorResult {
  const rule = { ...recipe, ...change }
  const learner = makeXyLearner(
    {
      network: networkOf(network),
      task: { kind: 'xor', lowV: 0, highV: 1, targetLowV: 0, targetHighV: 1 },
      rule,
      schedule,
      batch: { size: 4, draw: 'epoch' },
      seed,
    },
    { iris: { classes: [], rows: [] } },
  )
  const record = {
    loss: new Float64Array(CHECK_EVERY),
    masks: new Uint32Array(CHECK_EVERY * learner.words),
  }
  const { train } = learner.parts.task
  // A stream that no run draws on: the checks are as fresh as the last test.
  const fresh = new Draws(seed ^ 0x5bd1e995, 'noise')
  const worst = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0)
  while (learner.step < most) {
    learner.advance(CHECK_EVERY, record)
    if (worst(read(learner, train, 10, fresh.seek(learner.step)).cost) < GOOD) break
  }
  const last = read(learner, train, 50, fresh.seek(0))
  return {
    steps: learner.step,
    learned: worst(last.cost) < LEARNED,
    strict: worst(last.worst) < LEARNED,
    worst: worst(last.cost),
  }
}
