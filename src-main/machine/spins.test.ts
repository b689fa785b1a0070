import { runConfigSchema, type RunConfigInput } from '@contract'
import { expect, test } from 'vitest'
import { collect, machineContract, problemOf, steps } from './machineContract'
import { SimulatedMachine } from './simulated'

const base: RunConfigInput = {
  network: { kind: 'square', rows: 3, columns: 3, roles: { kind: 'corners' } },
  task: { kind: 'xor' },
  rule: { kind: 'xy' },
  schedule: { kind: 'bernoulli', probability: 0.5 },
  batch: { size: 4 },
  evaluate: { every: 10 },
}
const config = (changes: Partial<RunConfigInput> = {}) =>
  runConfigSchema.parse({ ...base, ...changes })

machineContract('the simulated machine with spins', () => new SimulatedMachine(), config())

async function run(changes: Partial<RunConfigInput>, until: number) {
  const machine = new SimulatedMachine()
  const description = await machine.configure('test', config(changes))
  const { seen, sink } = collect()
  await machine.advance(steps(until), sink)
  return { machine, description, seen, sink }
}

test('a frame carries phases, couplings and biases', async () => {
  const { machine, description } = await run({}, 20)
  expect(description.model).toBe('xy')
  const { freeV, clampedV, conductance, spins, example } = machine.observe()
  expect(conductance).toHaveLength(12)
  for (const phase of [...freeV, ...clampedV]) expect(Math.abs(phase)).toBeLessThanOrEqual(Math.PI)
  // The inputs are held at plus or minus a quarter turn.
  const bits = [example >> 1, example & 1]
  ;[0, 2].forEach((node, k) =>
    expect(freeV[node]).toBeCloseTo((bits[k] === 1 ? Math.PI : -Math.PI) / 2, 12),
  )
  expect(spins?.biasStrength[0]).toBe(0)
  expect(Math.min(...(spins?.biasStrength.slice(3) ?? []))).toBeGreaterThan(0)
  expect(spins?.residual).toBeLessThan(0.1)
})

test('looking at the state, the errors or a checkpoint changes nothing', async () => {
  const quiet = await run({}, 60)
  const { machine, sink } = await run({}, 30)
  machine.observe()
  machine.evaluate()
  machine.observe()
  await machine.checkpoint()
  await machine.advance(steps(30), sink)
  expect(machine.hash()).toBe(quiet.machine.hash())
})

test('rate and beta change live, and a re-run with the changes is the same run', async () => {
  const { machine, seen, sink } = await run({}, 20)
  await machine.adjust({ kind: 'set', path: 'rule.rate', value: 0.1 }, sink)
  await machine.adjust({ kind: 'set', path: 'rule.beta', value: 0.05 }, sink)
  await machine.adjust({ kind: 'set', path: 'schedule.probability', value: 1 }, sink)
  await machine.adjust({ kind: 'edge', edge: 3, action: 'cut' }, sink)
  await machine.adjust({ kind: 'source', source: 1, action: 'fail' }, sink)
  await machine.advance(steps(20), sink)
  const again = await run({ adjustments: seen.adjustments }, 40)
  expect(again.machine.hash()).toBe(machine.hash())
  const plain = await run({}, 40)
  expect(plain.machine.hash()).not.toBe(machine.hash())
})

test('what is of resistors is refused', async () => {
  const { machine, sink } = await run({}, 5)
  const change = { kind: 'set', path: 'rule.eta', value: 0.5 } as const
  expect((await problemOf(machine.adjust(change, sink))).id).toBe('setting-of-another-rule')
  const imperfect = config({ imperfections: { readNoiseV: 0.1 } })
  expect((await problemOf(machine.configure('x', imperfect))).id).toBe('imperfections-of-resistors')
  const allostery = config({
    task: { kind: 'allostery', targets: { kind: 'random', count: 1 } },
    batch: { size: 1 },
  })
  expect((await problemOf(machine.configure('x', allostery))).id).toBe('task-not-for-spins')
})

test('a relaxation that ends too early is told once', async () => {
  const told: string[] = []
  const machine = new SimulatedMachine()
  await machine.configure(
    'test',
    config({ rule: { kind: 'xy', relaxation: { sweeps: 2, tolerance: 1e-8 } } }),
  )
  const { sink } = collect()
  await machine.advance(steps(50), { ...sink, problem: ({ id }) => told.push(id) })
  expect(told).toEqual(['spins-not-at-rest'])
})

test('responses are of all spins, repeat, and change nothing', async () => {
  const { machine } = await run({}, 20)
  const before = machine.hash()
  const responses = machine.responses()
  expect(responses?.nudge).toHaveLength(9)
  expect(responses?.input[0]).toBeGreaterThan(0)
  expect(responses?.both[0]).toBe(0)
  expect(machine.responses()).toEqual(responses)
  expect(machine.hash()).toBe(before)
})

test('steps under Poisson clocks carry their time', async () => {
  const { description, seen } = await run({ schedule: { kind: 'poisson', rate: 2 } }, 40)
  expect(description.updateRate).toHaveLength(12)
  expect(seen.losses).toHaveLength(40)
})
