import { expect, test } from 'vitest'
import { solveNetwork } from '../../physics/circuit'
import { EventMarcher, makeEventPlan, PoissonClocks } from '../../physics/events'
import { backSubstitute } from '../../physics/events/factor'
import { makeLearner, type LearnerSpec } from '../../physics/learner'
import { assignRoles, makeNetwork } from '../../physics/network'
import { makePlan, TapeKernel } from '../../physics/solver'

const COUNT = 10_000_000
const data = { iris: { classes: [], rows: [] } }

const planar = { kind: 'planar' as const, nodes: 64, degree: 4.46875 }
const base: LearnerSpec = {
  network: { ...planar, roles: { kind: 'spread' } },
  task: {
    kind: 'regression',
    matrix: [
      [0.2, 0.3],
      [0.1, 0.5],
    ],
    trainExamples: 20,
    testExamples: 0,
    lowV: 0,
    highV: 5,
    noiseV: 0.1,
  },
  rule: {
    kind: 'ideal',
    eta: 0.5,
    alpha: 0.01,
    minConductance: 1e-3,
    maxConductance: 1e3,
    initial: { low: 0.5, high: 1.5 },
  },
  schedule: { kind: 'bernoulli', probability: 0.5 },
  batch: { size: 1, draw: 'epoch' },
  seed: 5,
}
const lab: LearnerSpec['network'] = {
  kind: 'penn16',
  roles: { kind: 'given', sources: ['A', 'E'], grounds: ['I'], targets: ['C', 'G'] },
}
const discrete: LearnerSpec['rule'] = {
  kind: 'discrete',
  eta: 0.5,
  levels: 128,
  levelStep: 1,
  maxResistanceOhm: 100_000,
  startLevel: null,
}

test.each([
  ['64 nodes, ideal', base],
  ['penn16, ideal', { ...base, network: lab }],
  ['penn16, discrete', { ...base, network: lab, rule: discrete }],
])(`${COUNT} steps leave voltages within 1e-12 V of a fresh factorisation: %s`, (name, spec) => {
  const learner = makeLearner(spec, data)
  const record = { loss: new Float64Array(1000), masks: new Uint32Array(1000 * learner.words) }
  let finite = true
  for (let step = 0; step < COUNT; step += 1000) {
    learner.advance(1000, record)
    finite &&= Number.isFinite(record.loss[999])
  }
  const { network, roles, task, rule, batches } = learner.parts
  const { example, freeV, clampedV } = learner.observe()
  const plan = makePlan(network, roles)
  const kernel = new TapeKernel(plan)
  const [v, t] = [example * task.inputs, example * task.outputs]
  kernel.solve(rule.conductance.slice(), task.train.inputs, v, task.train.targets, t, learner.eta)
  const x = plan.position
  const miss = Math.max(
    ...Array.from(freeV, (volt, i) => Math.abs(volt - kernel.freeV[x[i]])),
    ...Array.from(clampedV, (volt, i) =>
      Math.abs(volt - kernel.freeV[x[i]] - kernel.differenceV[x[i]]),
    ),
  )
  const [low, high] = [Math.min(...rule.conductance), Math.max(...rule.conductance)]
  console.info(
    `${name}: after ${COUNT} steps ${miss.toExponential(1)} V off, conductances ${low.toExponential(1)} to ${high.toExponential(1)}`,
  )
  expect(finite).toBe(true)
  expect(miss).toBeLessThanOrEqual(1e-12)
  // The step to come, by the code that went all the way, and by the fresh factorisation.
  const before = rule.conductance.slice()
  learner.advance(1, record)
  const next = batches.examples[batches.from]
  const at = [next * task.inputs, next * task.outputs] as const
  const { inputs, targets } = task.train
  const error = kernel.solve(before, inputs, at[0], targets, at[1], learner.eta) / task.outputs
  expect(Math.abs(Math.sqrt(record.loss[0]) - Math.sqrt(error))).toBeLessThanOrEqual(1e-12)
})

test(`${COUNT} events leave voltages within 1e-12 V of a fresh factorisation`, () => {
  const network = makeNetwork(planar, 5)
  const roles = assignRoles(network, { kind: 'spread' }, { inputs: 2, outputs: 2 }, 5)
  const { task } = makeLearner(base, data).parts
  const { inputs, targets, count } = task.train
  const edges = network.a.length
  const plan = makeEventPlan(network, roles)
  const clocks = new PoissonClocks(new Float64Array(edges).fill(1), 2)
  const all = new Uint8Array(edges).fill(1)
  const kernel = new EventMarcher(plan, { count, inputs, targets }, clocks, all, 0)
  const k = new Float64Array(edges).fill(1)
  const rule = { kind: 'ideal' as const, alpha: 0.01, low: 1e-3, high: 1e3 }
  const CHUNK = 1000
  const order = {
    count: CHUNK,
    examples: Int32Array.from({ length: CHUNK }, (_, i) => i % count),
    counts: new Int32Array(CHUNK).fill(1),
    eta: 0.5,
    times: new Float64Array(CHUNK),
    edges: new Int32Array(CHUNK),
    loss: new Float64Array(CHUNK),
  }
  let time = 0
  // 9000 events after the last fresh factorisation: near the worst moment.
  for (let first = 0; first < COUNT + 9000; first += CHUNK)
    time = kernel.march({ ...order, first, time }, rule, k)
  const kept = new Float64Array(plan.free)
  const volts = inputs.subarray(0, 2)
  backSubstitute(plan, kernel, volts, 0, kept)
  const nodes = Int32Array.of(...roles.sources, ...roles.grounds)
  const { voltageV } = solveNetwork(network, k, { nodes, voltageV: Float64Array.of(...volts, 0) })
  const free = [...voltageV].filter((_, node) => !nodes.includes(node))
  // The plan has its own order of the free nodes: the sorted voltages are compared.
  const sorted = [...kept].sort((a, b) => a - b)
  const miss = free.sort((a, b) => a - b).map((volt, i) => Math.abs(volt - sorted[i]))
  console.info(
    `after ${COUNT} events: ${Math.max(...miss).toExponential(1)} V off, ${time.toFixed(0)} s`,
  )
  expect(sorted).toHaveLength(free.length)
  expect(Math.max(...miss)).toBeLessThanOrEqual(1e-12)
})
