import { expect, test } from 'vitest'
import { makeNetwork } from '../network'
import { voltages } from '../testing/dense'
import { lab } from '../testing/networks'
import { makePlan, TapeKernel } from './index'

test('the response holds the output voltage per volt at each source', () => {
  const { network, roles } = lab()
  const conductance = Float64Array.from(network.a, (_, e) => 0.5 + 0.1 * e)
  const kernel = new TapeKernel(makePlan(network, roles))
  kernel.solveBasis(conductance)
  ;[...roles.sources].forEach((source, s) => {
    const held = new Map([...roles.sources, ...roles.grounds].map((node) => [node, 0]))
    const volts = voltages(network, conductance, held.set(source, 1))
    roles.targets.forEach((node, o) =>
      expect(kernel.response[o * 2 + s]).toBeCloseTo(volts[node], 13),
    )
  })
})

test('an edge of conductance 0 carries nothing', () => {
  const { network, roles } = lab()
  const conductance = new Float64Array(network.a.length).fill(1)
  conductance[2] = 0
  const plan = makePlan(network, roles)
  const kernel = new TapeKernel(plan)
  kernel.solve(conductance, Float64Array.of(5, 3), 0, Float64Array.of(1, 1), 0, 0.5)
  const without = {
    ...network,
    a: network.a.filter((_, e) => e !== 2),
    b: network.b.filter((_, e) => e !== 2),
  }
  const held = new Map([
    [roles.sources[0], 5],
    [roles.sources[1], 3],
    [roles.grounds[0], 0],
  ])
  const expected = voltages(without, new Float64Array(15).fill(1), held)
  plan.position.forEach((i, node) => expect(kernel.freeV[i]).toBeCloseTo(expected[node], 13))
})

test('one edge between held nodes and one free node make a plan too', () => {
  const network = makeNetwork({ kind: 'square', rows: 2, columns: 2, periodic: false })
  const roles = {
    sources: Int32Array.of(0),
    grounds: Int32Array.of(1, 2),
    targets: Int32Array.of(3),
  }
  const kernel = new TapeKernel(makePlan(network, roles))
  const four = new Float64Array(4).fill(1)
  expect(kernel.solve(four, Float64Array.of(1), 0, Float64Array.of(0.5), 0, 1)).toBe(0.25)
})

test('with six decades of conductance the voltages keep nine digits', () => {
  const network = makeNetwork({ kind: 'square', rows: 5, columns: 5, periodic: false })
  const roles = {
    sources: Int32Array.of(0),
    grounds: Int32Array.of(24),
    targets: Int32Array.of(12),
  }
  const conductance = Float64Array.from(network.a, (_, e) => 10 ** (((e * 7) % 13) / 2 - 3))
  const plan = makePlan(network, roles)
  const kernel = new TapeKernel(plan)
  kernel.solve(conductance, Float64Array.of(5), 0, Float64Array.of(1), 0, 0.5)
  const expected = voltages(
    network,
    conductance,
    new Map([
      [0, 5],
      [24, 0],
    ]),
  )
  plan.position.forEach((i, node) => expect(kernel.freeV[i]).toBeCloseTo(expected[node], 8))
})
