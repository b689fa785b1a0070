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

test('a large lattice that goes on shows the pair of its step, and one relaxed for it at rest', async () => {
  const changes: Partial<RunConfigInput> = {
    network: { kind: 'square', rows: 100, columns: 100, roles: { kind: 'distance', distance: 3 } },
    rule: { kind: 'xy', starts: 1, evaluateStarts: 1, relaxation: { tolerance: 1e-2 } },
    batch: { size: 1 },
    evaluate: { every: 1000 },
  }
  const { machine, sink } = await run(changes, 2)
  const live = machine.observe(null, true)
  expect(machine.observe(null, true).freeV).toEqual(live.freeV)
  const still = machine.observe()
  expect(still.example).toBe(live.example)
  expect(still.conductance).toEqual(live.conductance)
  expect(still.freeV).not.toEqual(live.freeV)
  // From the same phases every time: asked again, in another process too, it is the same picture.
  const again = await run(changes, 0)
  await again.machine.restore(await machine.checkpoint())
  expect(again.machine.observe(null, true).freeV).toEqual(still.freeV)
  // Until its turn comes again an example that is looked at keeps its last picture.
  const wanted = live.example
  const pictures = new Set<number>()
  let steady = 0
  let last = live.freeV
  for (let n = 0; n < 8; n++) {
    await machine.advance(steps(1), sink)
    const { example, freeV } = machine.observe(wanted, true)
    expect(example).toBe(wanted)
    if (freeV.every((phase, node) => phase === last[node])) steady++
    pictures.add(freeV[5000])
    last = freeV
  }
  // Each of four patterns comes once in four steps.
  expect(pictures.size).toBeGreaterThan(1)
  expect(steady).toBeGreaterThanOrEqual(5)
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
  const view = machine.spins()?.view(null, 2)
  expect(view?.responses.nudge).toHaveLength(9)
  expect(view?.responses.input[0]).toBeGreaterThan(0)
  expect(view?.responses.both[0]).toBe(0)
  expect(machine.spins()?.view(null, 2)).toEqual(view)
  expect(machine.hash()).toBe(before)
})

test('a moment of before is seen as it was, whatever was learned since', async () => {
  const { machine, sink } = await run({}, 20)
  const eye = machine.spins()
  const then = eye?.view(null, 1)
  const moment = eye?.moment() ?? { coupling: [], bias: [] }
  await machine.advance(steps(30), sink)
  expect(machine.spins()?.view(null, 1)).not.toEqual(then)
  expect(machine.spins()?.view(moment, 1)).toEqual(then)
})

test('readings tell of the example at rest and of all that was learned', async () => {
  const { machine } = await run({}, 20)
  const { spins, freePower } = machine.observables()
  expect(freePower).toBeNull()
  expect(spins?.example).toBe(machine.observe().example)
  expect(spins?.torque).toBeLessThan(1e-7)
  expect(spins?.freeSweeps).toBeGreaterThan(1)
  // The free state is a minimum: the nudge lifts it.
  expect(spins?.nudgedEnergy).toBeGreaterThan(spins?.freeEnergy ?? NaN)
  const { conductance } = machine.observe()
  const norm = Math.sqrt(conductance.reduce((sum, w) => sum + w * w, 0) / conductance.length)
  expect(spins?.couplingNorm).toBeCloseTo(norm, 12)
})

test('distances count bonds over free spins', async () => {
  const { description } = await run({}, 0)
  // Inputs in the upper corners, the output in the middle of the lowest row.
  expect([...(description.distances?.input ?? [])]).toEqual([0, 1, 0, 1, 2, 1, 2, 3, 2])
  expect([...(description.distances?.output ?? [])]).toEqual([3, 2, 3, 2, 1, 2, 1, 0, 1])
})

test('steps under Poisson clocks carry their time', async () => {
  const { description, seen } = await run({ schedule: { kind: 'poisson', rate: 2 } }, 40)
  expect(description.updateRate).toHaveLength(12)
  expect(seen.losses).toHaveLength(40)
})
