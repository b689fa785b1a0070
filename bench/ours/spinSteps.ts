import type { TaskSpec } from '../../src-main/physics/tasks'
import { makeXyLearner } from '../../src-main/physics/xy'
import { networkOf, recipe } from '../xy/recipe'
import type { Contestant } from './serve'

const exclusiveOr: TaskSpec = { kind: 'xor', lowV: 0, highV: 1, targetLowV: 0, targetHighV: 1 }

/** Whole training steps of exclusive or, as the studies of bench/xy do them. */
export function spinStepsContestant(name: string, kernel: 'fastest' | 'typescript'): Contestant {
  const learner = makeXyLearner(
    {
      network: networkOf(name),
      task: exclusiveOr,
      rule: recipe,
      schedule: { kind: 'synchronous' },
      batch: { size: 4, draw: 'epoch' },
      seed: 1,
    },
    { iris: { classes: [], rows: [] } },
    kernel,
  )
  return {
    run(count) {
      const record = {
        loss: new Float64Array(count),
        masks: new Uint32Array(count * learner.words),
      }
      learner.advance(count, record)
      return record.loss[count - 1]
    },
    notes: () => ({ step: learner.step }),
  }
}
