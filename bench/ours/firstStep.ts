import { makeLearner } from '../../src-main/physics'
import { rule, seed } from '../parameters'
import type { Contestant } from './serve'

const schedules = {
  bernoulli: { kind: 'bernoulli', probability: 0.5, compensate: false },
  poisson: { kind: 'poisson', rate: 1, variation: 0, compensate: false },
} as const

/** From a configuration of 99,904 edges to its first step or event, each time from nothing. */
export function firstStepContestant(schedule: keyof typeof schedules): Contestant {
  return {
    run: (count) => {
      const record = { loss: new Float64Array(1), masks: new Uint32Array(4096) }
      for (let i = 0; i < count; i++)
        makeLearner(
          {
            network: {
              kind: 'square',
              rows: 224,
              columns: 224,
              periodic: false,
              roles: { kind: 'random' },
            },
            task: {
              kind: 'regression',
              matrix: [[0.3, 0.4]],
              trainExamples: 1,
              testExamples: 0,
              lowV: 1,
              highV: 5,
              noiseV: 0,
            },
            rule,
            schedule: schedules[schedule],
            batch: { size: 1, draw: 'epoch' },
            seed,
          },
          { iris: { classes: [], rows: [] } },
        ).advance(1, record)
      return record.loss[0]
    },
  }
}
