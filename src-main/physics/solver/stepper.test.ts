import { expect, test } from 'vitest'
import type { BatchSpec } from '../batches'
import { makeLearner, type LearnerSpec } from '../learner/make'
import { Draws } from '../random'

const noData = { iris: { classes: [], rows: [] } }
const rules: LearnerSpec['rule'][] = [
  {
    kind: 'ideal',
    ...{ eta: 0.1, alpha: 0.02, minConductance: 0.7, maxConductance: 1.5 },
    initial: { low: 0.9, high: 1.1 },
  },
  { kind: 'discrete', eta: 0.5, levels: 16, levelStep: 1, maxResistanceOhm: 1e5, startLevel: null },
]
const schedules: ((p: number) => LearnerSpec['schedule'])[] = [
  (probability) => ({ kind: 'bernoulli', probability, compensate: false }),
  (probability) => ({ kind: 'rates', probability, variation: 0.5, compensate: false }),
  () => ({ kind: 'synchronous' }),
  () => ({ kind: 'sweep' }),
]

function specOf(draws: Draws, rule: LearnerSpec['rule'], draw: BatchSpec['draw']): LearnerSpec {
  const trainExamples = 1 + draws.below(12)
  const inputs = 1 + draws.below(3)
  const row = Array.from({ length: inputs }, (_, s) => 0.1 + 0.05 * s)
  const probability = [0.02, 0.5, 0.97, 1][draws.below(4)]
  return {
    network: {
      kind: 'square',
      ...{ rows: 3 + draws.below(5), columns: 3 + draws.below(4), periodic: draws.below(2) === 0 },
      roles: { kind: 'random' },
    },
    task: {
      kind: 'regression',
      matrix: Array.from({ length: 1 + draws.below(3) }, () => row),
      ...{ trainExamples, testExamples: 1, lowV: 1, highV: 5, noiseV: 0.1 },
    },
    rule,
    schedule: schedules[draws.below(schedules.length)](probability),
    batch: { size: draws.below(2) === 0 ? 1 : 1 + draws.below(trainExamples), draw },
    seed: draws.below(2 ** 32),
  }
}

const cases = rules.flatMap((rule) =>
  (['epoch', 'random', 'replacement'] as const).map((draw) => ({ rule, draw })),
)

test.each(cases)(
  'step by step, in strides and in WebAssembly a trajectory has the same bits: $rule.kind, $draw',
  ({ rule, draw }) => {
    const draws = new Draws(11, 'network')
    for (let i = 0; i < 12; i++) {
      const spec = specOf(draws, rule, draw)
      const watched = makeLearner(spec, noData, 'typescript')
      watched.watcher = { stepped: () => undefined }
      const learners = [
        watched,
        makeLearner(spec, noData, 'typescript'),
        makeLearner(spec, noData, 'fastest'),
      ]
      expect(learners.map(({ plain }) => plain)).toEqual([false, true, true])
      const edge = draws.below(learners[0].edges.state.length)
      for (const action of ['freeze', 'stick', 'restore', 'freeze'] as const) {
        const count = 1 + draws.below(70)
        const records = learners.map((learner) => {
          const masks = new Uint32Array(count * learner.words)
          const record = { loss: new Float64Array(count), masks }
          learner.advance(count, record)
          learner.edges.change(edge, action)
          return record
        })
        expect(records[1]).toEqual(records[0])
        expect(records[2]).toEqual(records[0])
      }
      for (const learner of learners) {
        expect(learner.digest()).toBe(watched.digest())
        expect(learner.parts.rule.conductance).toEqual(watched.parts.rule.conductance)
        expect(learner.observe()).toEqual(watched.observe())
      }
    }
  },
)
