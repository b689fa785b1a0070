import { expect, test } from 'vitest'
import { Batches } from '../batches'
import { Learner } from '../learner'
import { makeLearner, type LearnerSpec } from '../learner/make'
import { RandomStream, threshold } from '../random'
import { DiscreteRule, makeRule } from '../rules'
import { makeSchedule } from '../schedules'
import { makePlan } from '../solver'
import { nearOne, sixteenLevels } from '../testing/learners'
import { Lanes, LANES, type Replica } from './lanes'

const STEPS = 500
const noData = { iris: { classes: [], rows: [] } }

const probabilities = [0.1, 0.5, 0.9, 1]

const specOf = (rule: LearnerSpec['rule'], lane: number): LearnerSpec => ({
  network: {
    kind: 'square',
    rows: 6,
    columns: 5,
    periodic: true,
    roles: {
      kind: 'given',
      sources: ['r0c0', 'r3c3'],
      grounds: ['r5c4'],
      targets: ['r2c2', 'r4c0', 'r1c4'],
    },
  },
  task: {
    kind: 'regression',
    matrix: [
      [0.3, 0.4],
      [0.5, 0.1],
      [0.2, 0.2],
    ],
    trainExamples: 9,
    testExamples: 1,
    lowV: 1,
    highV: 5,
    noiseV: 0,
  },
  rule,
  schedule: { kind: 'bernoulli', probability: probabilities[lane], compensate: false },
  batch: { size: 1, draw: 'epoch' },
  seed: 1,
})

/** What draws edges, examples and the start from a seed of the lane's own. */
function partsOf(spec: LearnerSpec, seed: number) {
  const { parts } = makeLearner(spec, noData, 'typescript')
  const edges = parts.network.a.length
  return {
    ...parts,
    rule: makeRule(spec.rule, edges, seed),
    schedule: makeSchedule(spec.schedule, edges, seed),
    batches: new Batches(parts.task.train.count, spec.batch, seed),
  }
}

test.each([
  [nearOne, 'values of p', [1, 1, 1, 1]],
  [sixteenLevels, 'values of p', [1, 1, 1, 1]],
  [nearOne, 'seeds', [1, 2, 77, 2 ** 32 - 1]],
  [sixteenLevels, 'seeds', [5, 4, 3, 2]],
] as const)('A lane goes bit for bit as a learner alone: %o, own %s.', (rule, _, seeds) => {
  const learners = probabilities.map(
    (_, lane) => new Learner(partsOf(specOf(rule, lane), seeds[lane])),
  )
  const shadows = probabilities.map((_, lane) => partsOf(specOf(rule, lane), seeds[lane]))
  const { network, roles, task } = shadows[0]
  const plan = makePlan(network, roles)
  const grid = shadows[0].rule.grid
  const ofLevel = grid === null ? null : Float64Array.from([0, ...[...grid].reverse()])
  const streams = seeds.map((seed) => new RandomStream(seed, 'schedule'))
  const replicas = shadows.map((parts, lane): Replica => ({
    conductance: parts.rule.conductance,
    level: parts.rule instanceof DiscreteRule ? parts.rule.level : null,
    key0: streams[lane].key0,
    key1: streams[lane].key1,
    limit: new Float64Array(plan.edgeA.length).fill(threshold(probabilities[lane])),
    eta: rule.eta,
    alpha: 0.02,
    low: 0.9,
    high: 1.2,
  }))
  const examples = new Int32Array(LANES * STEPS)
  for (let step = 1; step <= STEPS; step++)
    shadows.forEach(({ batches }, lane) => {
      batches.next(step)
      examples[LANES * (step - 1) + lane] = batches.examples[batches.from]
    })
  const lanes = new Lanes(plan, task.train, ofLevel === null ? null : { ofLevel, levelStep: 1 })
  const loss = new Float64Array(LANES * STEPS)
  lanes.load(replicas)
  lanes.march(1, STEPS, examples, loss)
  lanes.store()
  learners.forEach((learner, lane) => {
    const record = {
      loss: new Float64Array(STEPS),
      masks: new Uint32Array(STEPS * learner.words),
    }
    learner.advance(STEPS, record)
    expect(replicas[lane].conductance).toEqual(learner.parts.rule.conductance)
    expect(loss.filter((_, i) => i % LANES === lane)).toEqual(record.loss)
  })
})
