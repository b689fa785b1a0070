import { expect, test } from 'vitest'
import { perfect, type ImperfectionsSpec } from '../imperfections'
import type { KernelChoice } from '../kernels'
import { StateReader, StateWriter } from '../state'
import { makeTask } from '../tasks'
import { PlainEvents } from '../testing/events'
import { CUT, LEARNS } from './edges'
import { makeLearner, type Learner, type LearnerSpec } from './index'

type Spec = LearnerSpec & { imperfections: ImperfectionsSpec }

const flowers = {
  iris: {
    classes: ['a', 'b', 'c'],
    rows: Array.from({ length: 60 }, (_, i) => ({
      features: [(i % 3) + 0.01 * i, 2 - (i % 3) * 0.5, (i * 7) % 11, 1 + (i % 3)],
      class: i % 3,
    })),
  },
}
const regression = (first: number): Extract<LearnerSpec['task'], { kind: 'regression' }> => ({
  kind: 'regression',
  matrix: [
    [first, 0.3],
    [0.1, 0.5],
  ],
  trainExamples: 7,
  testExamples: 3,
  lowV: 0,
  highV: 5,
  noiseV: 0,
})
const ideal = {
  kind: 'ideal' as const,
  eta: 0.5,
  alpha: 0.05,
  minConductance: 0.05,
  maxConductance: 3,
  initial: { low: 0.5, high: 1.5 },
}
const discrete = {
  kind: 'discrete' as const,
  eta: 0.3,
  levels: 32,
  levelStep: 1,
  maxResistanceOhm: 1000,
  startLevel: null,
}
// A and B are neighbours: an edge between two held nodes rings too.
const penn = {
  kind: 'penn16' as const,
  roles: { kind: 'given' as const, sources: ['A', 'B'], grounds: ['I'], targets: ['C', 'G'] },
}
const base: Spec = {
  network: penn,
  task: regression(0.2),
  rule: ideal,
  schedule: { kind: 'poisson', rate: 3, variation: 0.5 },
  batch: { size: 1, draw: 'epoch' },
  imperfections: perfect,
  seed: 29,
}
const iris: Partial<Spec> = {
  task: { kind: 'iris', trainFlowers: 12, lowV: 0, highV: 5 },
  network: {
    kind: 'square',
    rows: 4,
    columns: 5,
    periodic: false,
    roles: { kind: 'spread' },
  },
}
const imperfect = (changes: Partial<ImperfectionsSpec>) => ({
  imperfections: { ...perfect, ...changes },
})
const offsets = imperfect({ comparatorOffsetV: 0.05 })
const noise = imperfect({ comparatorOffsetV: 0.02, readNoiseV: 0.05, learningBiasV2: 0.003 })
const decay = (kind: 'inverse' | 'exponential') => ({
  rule: { ...ideal, decay: { kind, steps: 60 } },
})

const combinations: [string, Partial<Spec>][] = [
  ['offsets of the comparators', offsets],
  ['offsets, discrete', { ...offsets, rule: discrete }],
  ['noise, offsets and bias', noise],
  ['noise, offsets and bias, in batches', { ...noise, batch: { size: 3, draw: 'replacement' } }],
  ['a learning bias alone', imperfect({ learningBiasV2: 0.01 })],
  ['tolerance', imperfect({ tolerance: 0.2 })],
  ['tolerance, discrete', { ...imperfect({ tolerance: 0.2 }), rule: discrete }],
  ['inverse decay', decay('inverse')],
  ['exponential decay in batches', { ...decay('exponential'), batch: { size: 3, draw: 'random' } }],
  ['decay in steps', { rule: { ...ideal, decay: { kind: 'step', steps: 40, factor: 0.6 } } }],
  ['learning rates of their own', { rule: { ...ideal, rateVariation: 0.5 } }],
  [
    'tasks that take turns',
    { task: { kind: 'switching', every: 17, tasks: [regression(0.2), regression(0.4)] } },
  ],
  ['Iris', iris],
  ['Iris in batches, discrete', { ...iris, rule: discrete, batch: { size: 5, draw: 'epoch' } }],
  ['Iris with noise', { ...iris, ...noise }],
  ['dead and stuck edges', imperfect({ deadEdges: 1, stuckEdges: 2 })],
  [
    'everything at once',
    {
      ...imperfect({
        comparatorOffsetV: 0.01,
        readNoiseV: 0.02,
        tolerance: 0.1,
        deadEdges: 1,
        stuckEdges: 1,
        learningBiasV2: 0.001,
      }),
      rule: { ...ideal, rateVariation: 0.3, decay: { kind: 'inverse', steps: 90 } },
      task: { kind: 'switching', every: 17, tasks: [regression(0.2), regression(0.4)] },
      batch: { size: 2, draw: 'epoch' },
    },
  ],
]

const make = (changes: Partial<Spec>, kernel: KernelChoice = 'fastest') =>
  makeLearner({ ...base, ...changes }, flowers, kernel)

function advance(learner: Learner, steps: number) {
  const written = {
    loss: new Float64Array(steps),
    masks: new Uint32Array(steps * learner.words),
    time: new Float64Array(steps),
  }
  learner.advance(steps, written)
  return written
}

function plainOf(spec: Spec, learner: Learner): PlainEvents {
  const { network, roles, rule } = learner.parts
  const task = makeTask(spec.task, flowers, spec.seed)
  const level = spec.rule.kind === 'discrete' ? Math.floor(spec.rule.levels / 2) : 0
  const { conductance } = rule
  return new PlainEvents(
    spec,
    network,
    roles,
    task,
    [...conductance],
    [...conductance].map(() => level),
  )
}

/** Events one by one in both, compared at every one. */
function compare(learner: Learner, plain: PlainEvents, events: number): void {
  const { rule } = learner.parts
  const { state } = learner.edges
  for (let i = 0; i < events; i++) {
    const { loss, time, masks } = advance(learner, 1)
    const { edge, error } = plain.ring((e) => state[e] === LEARNS)
    expect(time[0]).toBeCloseTo(plain.timeS, 11)
    expect(loss[0]).toBeCloseTo(error, 9)
    masks.forEach((mask, w) => {
      const bit = state[edge] === LEARNS && edge >>> 5 === w ? 1 << (edge & 31) : 0
      expect(mask).toBe(bit >>> 0)
    })
    const off = rule.conductance.findIndex((k, e) => Math.abs(k - plain.conductance[e]) > 1e-9)
    expect(off).toBe(-1)
  }
}

test.each(combinations)('events agree with a plain second implementation: %s', (_, changes) => {
  const learner = make(changes)
  compare(learner, plainOf({ ...base, ...changes }, learner), 400)
})

test.each([
  ['ideal', {}],
  ['discrete, noise', { ...noise, rule: discrete }],
  ['Iris', iris],
])('damage and failing sources, event by event: %s', (_, changes) => {
  const learner = make(changes)
  const plain = plainOf({ ...base, ...changes }, learner)
  const change = (edge: number, action: 'cut' | 'freeze' | 'restore' | 'stick', at?: number) => {
    learner.edges.change(edge, action, at)
    learner.feedChange(0, edge)
    plain.conductance[edge] = learner.parts.rule.conductance[edge]
  }
  const fail = (source: number, failed: boolean) => {
    learner.setFailed(source, failed)
    learner.feedChange(1, source)
    if (failed) plain.failed.add(source)
    else plain.failed.delete(source)
  }
  compare(learner, plain, 60)
  change(4, 'cut')
  change(7, 'stick', 2)
  compare(learner, plain, 60)
  fail(1, true)
  change(9, 'freeze')
  compare(learner, plain, 60)
  expect(learner.edges.state[4]).toBe(CUT)
  change(4, 'restore')
  fail(1, false)
  compare(learner, plain, 60)
})

test.each(combinations)('WebAssembly and TypeScript, calls of any size, same bits: %s', (_, c) => {
  const slow = make(c, 'typescript')
  const fast = make(c)
  const all = { loss: [] as number[], time: [] as number[] }
  for (let done = 0; done < 900; done += 75) {
    const { loss, time } = advance(slow, 75)
    all.loss.push(...loss)
    all.time.push(...time)
  }
  const { loss, time } = advance(fast, 900)
  expect([...loss]).toEqual(all.loss)
  expect([...time]).toEqual(all.time)
  expect(fast.digest()).toBe(slow.digest())
  expect(fast.observe()).toEqual(slow.observe())
  expect(fast.evaluate()).toEqual(slow.evaluate())
})

test.each(combinations)(
  'a saved run goes on bit for bit, also with a failed source: %s',
  (_, c) => {
    const [one, other] = [make(c), make(c)]
    advance(one, 301)
    one.setFailed(0, true)
    one.feedChange(1, 0)
    advance(one, 200)
    const state = new StateWriter()
    one.save(state)
    const reader = new StateReader(state.bytes())
    other.load(reader)
    expect(reader.left).toBe(0)
    for (const learner of [one, other]) {
      advance(learner, 150)
      learner.setFailed(0, false)
      learner.feedChange(1, 0)
    }
    expect(advance(other, 150)).toEqual(advance(one, 150))
    expect(other.digest()).toBe(one.digest())
  },
)
