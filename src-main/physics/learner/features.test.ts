import { expect, test } from 'vitest'
import { StateReader, StateWriter } from '../state'
import { voltages } from '../testing/dense'
import type { Learner, LearnerSpec } from './index'
import {
  base,
  discrete,
  make,
  imperfect,
  advance,
  follow,
  clip,
  contrastOf,
} from '../testing/learners'

test('dead edges carry nothing, stuck ones never learn, and the network works', () => {
  const learner = make({ imperfections: imperfect({ deadEdges: 3, stuckEdges: 2 }) })
  const { state } = learner.edges
  const which = (kind: number) => [...state.keys()].filter((e) => state[e] === kind)
  const [dead, stuck] = [which(1), which(3)]
  expect([dead.length, stuck.length]).toEqual([3, 2])
  const before = learner.parts.rule.conductance.slice()
  const { masks } = advance(learner, 300)
  for (const mask of masks) for (const e of [...dead, ...stuck]) expect((mask >>> e) & 1).toBe(0)
  for (const e of dead) expect(learner.parts.rule.conductance[e]).toBe(0)
  for (const e of stuck) expect(learner.parts.rule.conductance[e]).toBe(before[e])
  const many = () => make({ imperfections: imperfect({ deadEdges: 15 }) })
  expect(many).toThrow(expect.objectContaining({ id: 'too-many-broken-edges' }))
})

test('a stuck edge jams where it is told to, and comes back as it was', () => {
  const learner = make()
  const k = learner.parts.rule.conductance
  const own = k[4]
  learner.edges.change(4, 'stick', 2.5)
  advance(learner, 50)
  expect(k[4]).toBe(2.5)
  learner.edges.change(4, 'cut')
  learner.edges.change(4, 'stick')
  expect(k[4]).toBe(own)
  learner.edges.change(4, 'restore')
  expect([k[4], learner.edges.damaged]).toEqual([own, false])
})

test('a source that fails floats: its node obeys Kirchhoff until it is restored', () => {
  const learner = make()
  advance(learner, 20)
  learner.setFailed(1, true)
  const { network, roles, rule, task } = learner.parts
  const check = (held: Map<number, number>) => {
    const { freeV } = learner.observe()
    const byHand = voltages(network, rule.conductance, held)
    freeV.forEach((volt, node) => expect(volt).toBeCloseTo(byHand[node], 11))
  }
  advance(learner, 20)
  const inputs = () => task.train.inputs.subarray(2 * learner.observe().example)
  check(
    new Map([
      [roles.sources[0], inputs()[0]],
      [roles.grounds[0], 0],
    ]),
  )
  learner.setFailed(1, false)
  advance(learner, 1)
  const both: [number, number][] = Array.from(roles.sources, (node, s) => [node, inputs()[s]])
  check(new Map([...both, [roles.grounds[0], 0]]))
})

test('the last source cannot fail, nor one that is not there', () => {
  const learner = make()
  learner.setFailed(0, true)
  const last = () => learner.setFailed(1, true)
  expect(last).toThrow(expect.objectContaining({ id: 'source-failure-disconnects' }))
  expect(() => learner.setFailed(2, true)).toThrow(
    expect.objectContaining({ id: 'unknown-source' }),
  )
  expect([...learner.failed]).toEqual([1, 0])
})

test('tasks take turns, each with its own examples', () => {
  const of = (voltagesV: number[]) => ({
    kind: 'allostery' as const,
    sourceVoltagesV: [5, 3],
    targets: { kind: 'given' as const, voltagesV },
  })
  const tasks = [of([1, 2]), of([3, 2.5])]
  const learner = make({
    task: { kind: 'switching', every: 10, tasks },
    batch: { size: 1, draw: 'epoch' },
  })
  for (let step = 1; step <= 60; step++) {
    advance(learner)
    const turn = Math.floor((step - 1) / 10) % 2
    expect([...learner.evaluate().targets]).toEqual(turn === 0 ? [1, 2] : [3, 2.5])
  }
  const random = { kind: 'random' as const, count: 2, lowV: 1, highV: 4 }
  const drawn = { ...of([]), targets: random }
  const two = make({
    task: { kind: 'switching', every: 1, tasks: [drawn, drawn] },
    batch: { size: 1, draw: 'epoch' },
  })
  advance(two)
  const first = [...two.evaluate().targets]
  advance(two)
  expect([...two.evaluate().targets]).not.toEqual(first)
  const odd = { ...of([1, 2]), sourceVoltagesV: [5] }
  const uneven = () => make({ task: { kind: 'switching', every: 1, tasks: [tasks[0], odd] } })
  expect(uneven).toThrow(expect.objectContaining({ id: 'tasks-of-different-shape' }))
})

test.each([
  ['rates', { kind: 'rates' as const, probability: 0.5, variation: 0.3, compensate: true }],
  ['sweep', { kind: 'sweep' as const, compensate: true }],
  ['block', { kind: 'block' as const, blocks: 4, compensate: true }],
  ['poisson', { kind: 'poisson' as const, rate: 1, variation: 0.3, compensate: true }],
])('compensation under %s scales alpha by 1 over the mean probability', (_, schedule) => {
  const learner = make({ schedule })
  const gain = 16 / learner.parts.schedule.probability.reduce((a, b) => a + b)
  follow(learner, 100, ({ before, after, mask, seen }) =>
    before.forEach((k, e) => {
      const change = ((0.02 * gain) / 0.5) * (contrastOf(seen, e) / seen.length)
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 11)
    }),
  )
  const wrong = () => make({ schedule, rule: discrete })
  expect(wrong).toThrow(expect.objectContaining({ id: 'compensate-needs-ideal-rule' }))
})

test('over-clamping moves the outputs beyond what is desired', () => {
  const rule = { ...base.rule, eta: 1.5 } as LearnerSpec['rule']
  const learner = make({ rule })
  advance(learner, 3)
  const { example, freeV, clampedV } = learner.observe()
  const { roles, task } = learner.parts
  roles.targets.forEach((node, o) => {
    const desired = task.train.targets[2 * example + o]
    expect(clampedV[node]).toBeCloseTo(freeV[node] + 1.5 * (desired - freeV[node]), 12)
  })
})

const everything: Partial<LearnerSpec> = {
  imperfections: imperfect({
    comparatorOffsetV: 0.01,
    readNoiseV: 0.005,
    tolerance: 0.1,
    deadEdges: 1,
    stuckEdges: 1,
    learningBiasV2: 0.001,
    driveBits: 8,
  }),
  schedule: { kind: 'poisson', rate: 3, variation: 0.5 },
  batch: { size: 2, draw: 'replacement' },
}

test('a saved learner with every imperfection, clocks and a failed source goes on bit for bit', () => {
  const [one, other] = [make(everything), make(everything)]
  advance(one, 300)
  one.setFailed(0, true)
  one.edges.change(7, 'stick', 2)
  advance(one, 300)
  const state = new StateWriter()
  one.save(state)
  other.load(new StateReader(state.bytes()))
  const [a, b] = [advance(one, 500), advance(other, 500)]
  expect(b).toEqual(a)
  expect(other.digest()).toBe(one.digest())
})

test('a learner is plain unless something makes its steps other than schedule, kernel and rule', () => {
  expect(make().plain).toBe(true)
  expect(make(everything).plain).toBe(false)
  const learner = make()
  learner.setFailed(0, true)
  expect(learner.plain).toBe(false)
})

const clocks: Partial<LearnerSpec> = { schedule: { kind: 'poisson', rate: 3, variation: 0.5 } }

test.each([
  ['ideal, one example', { batch: { size: 1, draw: 'epoch' as const } }],
  ['ideal, batches', {}],
  ['discrete', { rule: discrete }],
])('events followed along paths agree with dense solutions: %s', (_, changes) => {
  const learner = make({ ...clocks, ...changes })
  learner.edges.change(3, 'freeze')
  follow(learner, 1500, ({ before, after, mask, seen }) =>
    before.forEach((k, e) => {
      if (((mask >>> e) & 1) === 0) return expect(after[e]).toBe(k)
      const sum = contrastOf(seen, e)
      const level = Math.round(32 / (1000 * k)) + (sum < 0 ? 1 : -1)
      const next =
        learner.parts.rule.grid === null
          ? clip(k + ((0.02 / 0.5) * sum) / seen.length)
          : 32 / (1000 * Math.min(32, Math.max(1, level)))
      expect(after[e]).toBeCloseTo(next, 11)
    }),
  )
})

test('events rung in calls of any size, watched or not, saved and loaded, have the same bits', () => {
  const [one, other] = [make(clocks), make(clocks)]
  const change = (learner: Learner) => {
    learner.edges.change(5, 'cut')
    learner.feedChange(9, 5)
  }
  advance(one, 11_000)
  change(one)
  const end = advance(one, 3000)
  for (let done = 0; done < 11_000; done += 1000) advance(other, 1000)
  change(other)
  let steps = 0
  other.watcher = { stepped: () => steps++ }
  advance(other, 500)
  expect(steps).toBe(500)
  const state = new StateWriter()
  other.save(state)
  const third = make(clocks)
  third.load(new StateReader(state.bytes()))
  const rest = advance(third, 2500)
  expect(third.digest()).toBe(one.digest())
  expect([...rest.time]).toEqual([...end.time.subarray(500)])
  expect([...rest.loss]).toEqual([...end.loss.subarray(500)])
})
