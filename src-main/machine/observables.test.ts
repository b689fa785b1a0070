import { presetSchema, runConfigSchema, type Problem, type RunConfig } from '@contract'
import { expect, test } from 'vitest'
import preset from '../../resources/presets/allostery-penn16.json'
import { SimulatedMachine } from './simulated'

const { config } = presetSchema.parse(preset)
const steps = (count: number) => ({ steps: count, expired: () => false })

function sink() {
  const problems: Problem[] = []
  const ignore = () => undefined
  return {
    problems,
    sink: {
      steps: ignore,
      evaluated: ignore,
      adjusted: ignore,
      problem: (problem: Problem) => void problems.push(problem),
    },
  }
}

async function machineOf(changes: Partial<RunConfig>) {
  const machine = new SimulatedMachine()
  const { edges, nodes } = await machine.configure('r', { ...config, ...changes })
  return { machine, edges, nodes, ...sink() }
}

test('observables are there when asked for, and begin anew with an adjustment', async () => {
  const { machine, sink } = await machineOf({})
  expect(machine.observables().displacement).toBeNull()
  machine.watch({ displacement: true, covariance: true, cycle: true, plateau: null })
  await machine.advance(steps(64), sink)
  const { displacement, covariance, freePower, condition } = machine.observables()
  expect([displacement?.origins[0], covariance?.steps]).toEqual([64, 64])
  expect(freePower).toBeGreaterThan(0)
  expect(condition).toBeGreaterThan(1)
  await machine.adjust({ kind: 'edge', edge: 2, action: 'stick', conductance: 3 }, sink)
  await machine.advance(steps(8), sink)
  expect(machine.observables().displacement?.origins[0]).toBe(8)
})

test('a network that becomes ill-conditioned says so once, and its numbers stay finite', async () => {
  const { machine, problems, sink } = await machineOf({})
  const stick = (edge: number, conductance: number) =>
    machine.adjust({ kind: 'edge', edge, action: 'stick', conductance }, sink)
  await machine.advance(steps(100), sink)
  expect(problems).toEqual([])
  for (let edge = 0; edge < 16; edge++) await stick(edge, edge % 2 === 0 ? 1e10 : 1e-8)
  await machine.advance(steps(2000), sink)
  expect(problems.map(({ id, severity }) => [id, severity])).toEqual([
    ['ill-conditioned', 'warning'],
  ])
  const { freeV, clampedV } = machine.observe()
  for (const volt of [...freeV, ...clampedV]) expect(Number.isFinite(volt)).toBe(true)
})

test('an edge stuck beside 10^-8 S is told of, and refused where it would leave no voltages', async () => {
  const rule = runConfigSchema.shape.rule.parse({ kind: 'discrete', maxResistanceOhm: 1e9 })
  const { edges, nodes } = await machineOf({ rule })
  const hidden = edges.findIndex((ends) => ends.every((node) => nodes[node].role === 'hidden'))
  const stuck = (conductance: number) => ({
    rule,
    adjustments: [
      { step: 0, change: { kind: 'edge', edge: hidden, action: 'stick', conductance } as const },
    ],
  })
  const { machine, problems, sink } = await machineOf(stuck(1e6))
  await machine.advance(steps(300), sink)
  expect(problems.map(({ id, kept }) => [id, kept])).toEqual([
    ['ill-conditioned', 'The run goes on, and its numbers stay finite.'],
  ])
  await expect(machineOf(stuck(1e12))).rejects.toMatchObject({ problem: { id: 'too-uneven' } })
})

test('a large network is looked at too', async () => {
  const rule = {
    kind: 'ideal' as const,
    eta: 0.5,
    alpha: 1e-9,
    decay: { kind: 'constant' as const },
    rateVariation: 0,
    minConductance: 1e-9,
    maxConductance: 1e9,
    initial: { low: 1e-9, high: 1e9 },
  }
  const network = {
    kind: 'square' as const,
    rows: 70,
    columns: 70,
    periodic: false,
    roles: { kind: 'spread' as const },
  }
  const evaluate = { every: 50 }
  const { machine, edges, problems, sink } = await machineOf({ network, rule, evaluate })
  await machine.advance(steps(50), sink)
  // A node in the middle that hardly anything holds.
  for (const [edge, ends] of edges.entries())
    if (ends.includes(35 * 70 + 36))
      await machine.adjust({ kind: 'edge', edge, action: 'stick', conductance: 1e-9 }, sink)
  await machine.advance(steps(200), sink)
  expect(problems.map(({ id }) => id)).toEqual(['ill-conditioned'])
  expect(machine.observables().condition).toBeGreaterThan(1e12)
})

test('bounds and ratios of 10^6 to 1 stay finite', async () => {
  const rule = {
    kind: 'ideal' as const,
    eta: 1,
    alpha: 100,
    decay: { kind: 'constant' as const },
    rateVariation: 0,
    minConductance: 1e-3,
    maxConductance: 1e3,
    initial: { low: 1e-3, high: 1e3 },
  }
  const { machine, sink } = await machineOf({ rule })
  await machine.advance(steps(3000), sink)
  const { conductance, freeV } = machine.observe()
  for (const k of conductance) expect(k >= 1e-3 && k <= 1e3).toBe(true)
  for (const volt of freeV) expect(volt >= -1e-9 && volt <= 5 + 1e-9).toBe(true)
  expect(Number.isFinite(machine.evaluate().trainError)).toBe(true)
})

test('a failed source is an adjustment that a re-run repeats to the last bit', async () => {
  const task = {
    ...config.task,
    kind: 'allostery' as const,
    sourceVoltagesV: [5, 4],
    targets: { kind: 'given' as const, voltagesV: [2, 3] },
  }
  const roles = { kind: 'given' as const, sources: ['A', 'B'], grounds: ['D'], targets: ['C', 'G'] }
  const base = { task, network: { kind: 'penn16' as const, roles } }
  const byHand = await machineOf(base)
  await byHand.machine.advance(steps(50), byHand.sink)
  await byHand.machine.adjust({ kind: 'source', source: 1, action: 'fail' }, byHand.sink)
  await byHand.machine.advance(steps(50), byHand.sink)
  const bytes = await byHand.machine.checkpoint()
  await byHand.machine.adjust({ kind: 'source', source: 1, action: 'restore' }, byHand.sink)
  await byHand.machine.advance(steps(50), byHand.sink)
  const adjustments: RunConfig['adjustments'] = [
    { step: 50, change: { kind: 'source', source: 1, action: 'fail' } },
    { step: 100, change: { kind: 'source', source: 1, action: 'restore' } },
  ]
  const again = await machineOf({ ...base, adjustments })
  await again.machine.advance(steps(150), again.sink)
  expect(again.machine.hash()).toBe(byHand.machine.hash())
  const restored = await machineOf(base)
  await restored.machine.restore(bytes)
  await restored.machine.adjust({ kind: 'source', source: 1, action: 'restore' }, restored.sink)
  await restored.machine.advance(steps(50), restored.sink)
  expect(restored.machine.hash()).toBe(byHand.machine.hash())
})
