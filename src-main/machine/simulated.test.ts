import { presetSchema, ProblemError, runConfigSchema, type RunConfigInput } from '@contract'
import { expect, test } from 'vitest'
import { collect, machineContract, problemOf, steps } from './machineContract'
import { refuseNotFinite } from './notFinite'
import { SimulatedMachine } from './simulated'
import { refused } from './testing'

const files = import.meta.glob('../../resources/presets/*.json', { eager: true, import: 'default' })
const presets = Object.entries(files).map(([path, json]) => ({
  path,
  preset: presetSchema.parse(json),
}))

const roles = { kind: 'given', sources: ['A', 'E'], grounds: ['I'], targets: ['C', 'G'] } as const
const base: RunConfigInput = {
  network: {
    kind: 'penn16',
    roles: {
      ...roles,
      sources: [...roles.sources],
      grounds: [...roles.grounds],
      targets: [...roles.targets],
    },
  },
  task: { kind: 'regression' },
  rule: { kind: 'ideal' },
  schedule: { kind: 'bernoulli', probability: 0.5 },
  batch: { size: 3 },
  evaluate: { every: 10 },
}
const config = (changes: Partial<RunConfigInput> = {}) =>
  runConfigSchema.parse({ ...base, ...changes })

machineContract('the simulated machine', () => new SimulatedMachine(), config())

async function run(changes: Partial<RunConfigInput>, until: number) {
  const machine = new SimulatedMachine()
  await machine.configure('test', config(changes))
  const { seen, sink } = collect()
  await machine.advance(steps(until), sink)
  return { machine, seen, sink }
}

test.each(presets)('$path is valid, configures and learns', async ({ path, preset }) => {
  expect(path).toContain(`/${preset.id}.json`)
  const machine = new SimulatedMachine()
  await machine.configure('test', preset.config)
  const { seen, sink } = collect()
  const { finished } = await machine.advance(steps(Infinity), sink)
  expect(finished).toBe(true)
  const [first] = seen.evaluations
  const last = seen.evaluations[seen.evaluations.length - 1]
  expect(last.trainError).toBeLessThan(first.trainError / 2)
})

test('adjustments of the configuration come at their steps, after the evaluation there', async () => {
  const adjustments: RunConfigInput['adjustments'] = [
    { step: 20, change: { kind: 'set', path: 'batch.size', value: 7 } },
    { step: 0, change: { kind: 'edge', edge: 2, action: 'freeze' } },
    { step: 13, change: { kind: 'set', path: 'schedule.probability', value: 1 } },
  ]
  const { seen } = await run({ adjustments }, 30)
  expect(seen.calls).toEqual([
    'evaluated 0',
    'adjusted 0',
    'steps 1-10',
    'evaluated 10',
    'steps 11-13',
    'adjusted 13',
    'steps 14-20',
    'evaluated 20',
    'adjusted 20',
    'steps 21-30',
    'evaluated 30',
  ])
  for (const mask of seen.masks.slice(13)) expect(mask).toBe(0xffff & ~(1 << 2))
})

test('a run adjusted by hand and its replay are the same to the last bit', async () => {
  const live = await run({}, 50)
  const changes = [
    { kind: 'set', path: 'schedule.probability', value: 0.2 },
    { kind: 'set', path: 'rule.alpha', value: 0.01 },
    { kind: 'edge', edge: 8, action: 'cut' },
  ] as const
  for (const change of changes) {
    await live.machine.adjust(change, live.sink)
    await live.machine.advance(steps(500), live.sink)
  }
  const replay = await run({ adjustments: live.seen.adjustments }, 1550)
  expect(replay.seen.adjustments).toEqual(live.seen.adjustments)
  expect(replay.seen.losses).toEqual(live.seen.losses)
  expect(replay.machine.hash()).toBe(live.machine.hash())
  expect((await run({}, 1550)).machine.hash()).not.toBe(live.machine.hash())
})

test('a restored machine goes on bit for bit, adjustments and stop rule included', async () => {
  const changes: Partial<RunConfigInput> = {
    stop: { steps: 900 },
    adjustments: [
      { step: 0, change: { kind: 'edge', edge: 1, action: 'freeze' } },
      { step: 300, change: { kind: 'set', path: 'rule.eta', value: 0.2 } },
      { step: 600, change: { kind: 'edge', edge: 1, action: 'restore' } },
    ],
  }
  const whole = await run(changes, 2000)
  for (const at of [0, 1, 299, 300, 301, 900]) {
    const first = await run(changes, at)
    const second = new SimulatedMachine()
    await second.configure('test', config(changes))
    await second.restore(await first.machine.checkpoint())
    const { seen, sink } = collect()
    expect(await second.advance(steps(2000), sink)).toEqual({ step: 900, finished: true })
    expect(second.hash()).toBe(whole.machine.hash())
    expect([
      ...first.seen.calls.filter((c) => !c.startsWith('steps')),
      ...seen.calls.filter((c) => !c.startsWith('steps')),
    ]).toEqual(whole.seen.calls.filter((c) => !c.startsWith('steps')))
  }
})

test.each<[string, Partial<RunConfigInput>]>([
  ['the tape', {}],
  ['Poisson events', { schedule: { kind: 'poisson' } }],
  ['fronts', { network: { kind: 'square', rows: 40, columns: 41, roles: { kind: 'spread' } } }],
])(
  '%s: an edge that leaves no voltages is not stuck, and the run goes on as if nothing had been',
  async (_, changes) => {
    const initial = { low: 1e-6, high: 1e-5 }
    const rule = { kind: 'ideal', minConductance: 1e-7, maxConductance: 1e-5, initial } as const
    const seldom = { rule, evaluate: { every: 1000 }, ...changes }
    const { machine, sink } = await run(seldom, 20)
    const refusals: string[] = []
    for (let edge = 0; edge < 16; edge++) {
      const at = await machine.checkpoint()
      try {
        await machine.adjust({ kind: 'edge', edge, action: 'stick', conductance: 1e12 }, sink)
        await machine.restore(at)
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown
        refusals.push(thrown.problem.id)
      }
    }
    expect(new Set(refusals)).toEqual(new Set(['too-uneven']))
    await machine.advance(steps(20), sink)
    const { machine: unharmed } = await run(seldom, 40)
    expect(machine.hash()).toBe(unharmed.hash())
  },
)

test('what is no number is refused with its step', () => {
  const chunk = { firstStep: 20, count: 3, words: 1, masks: new Uint32Array(3) }
  refuseNotFinite({ ...chunk, loss: Float64Array.of(1, 2, 3, NaN) })
  const { id, where } = refused(() =>
    refuseNotFinite({ ...chunk, loss: Float64Array.of(1, NaN, NaN) }),
  )
  expect([id, where]).toEqual(['not-finite', 'step 21'])
})

test('a checkpoint of another configuration, layout or length is refused', async () => {
  const { machine } = await run({}, 10)
  const checkpoint = await machine.checkpoint()
  const other = await run({ seed: 2 }, 0)
  expect((await problemOf(other.machine.restore(checkpoint))).message).toContain(
    'another configuration',
  )
  expect((await problemOf(machine.restore(checkpoint.subarray(0, 200)))).message).toContain(
    'damaged',
  )
  checkpoint[4] = 99
  expect((await problemOf(machine.restore(checkpoint))).message).toContain('layout')
})

test('looking on changes nothing', async () => {
  const quiet = await run({}, 500)
  const watched = await run({}, 0)
  for (let i = 0; i < 500; i++) {
    await watched.machine.advance(steps(1), watched.sink)
    watched.machine.observe()
    watched.machine.evaluate()
    watched.machine.hash()
  }
  expect(watched.machine.hash()).toBe(quiet.machine.hash())
})

test.each([
  ['schedule.probability', 0],
  ['schedule.probability', 1.5],
  ['batch.size', 21],
  ['batch.size', 1.5],
  ['rule.eta', 2.1],
  ['rule.alpha', -1],
  ['rule.levelStep', 1],
] as const)(
  '%s cannot be set to %f here, and the error says what is allowed',
  async (path, value) => {
    const { machine, sink, seen } = await run({}, 10)
    const before = machine.hash()
    const problem = await problemOf(machine.adjust({ kind: 'set', path, value }, sink))
    expect(problem.tip).toMatch(/Allowed|rule.kind/)
    expect(machine.hash()).toBe(before)
    expect(seen.adjustments).toEqual([])
  },
)

test.each<[string, Partial<RunConfigInput>, string]>([
  ['a batch larger than the task', { batch: { size: 21 } }, 'batch-size-out-of-range'],
  ['roles of another task', { task: { kind: 'iris' } }, 'role-count'],
  [
    'an unknown node',
    {
      network: {
        kind: 'penn16',
        roles: { kind: 'given', sources: ['A', 'Q'], targets: ['C', 'G'] },
      },
    },
    'unknown-node',
  ],
  [
    'an adjustment that cannot be made',
    { adjustments: [{ step: 5, change: { kind: 'edge', edge: 99, action: 'cut' } }] },
    'unknown-edge',
  ],
])('%s is refused when it is configured', async (_, changes, id) => {
  const machine = new SimulatedMachine()
  expect(await problemOf(machine.configure('test', config(changes)))).toMatchObject({ id })
  expect(() => machine.observe()).toThrow(/not configured/)
})

test('the capabilities name what this run can change', async () => {
  const live = async (changes: Partial<RunConfigInput>) =>
    (await new SimulatedMachine().configure('test', config(changes))).capabilities.live
  expect(await live({})).toEqual(['schedule.probability', 'batch.size', 'rule.eta', 'rule.alpha'])
  expect(await live({ rule: { kind: 'discrete' }, schedule: { kind: 'sweep' } })).toEqual([
    'batch.size',
    'rule.eta',
    'rule.levelStep',
  ])
})
