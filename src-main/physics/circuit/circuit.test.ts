import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFrontPlan } from '../fronts/plan'
import { choosePlan } from '../kernels'
import { makeNetwork } from '../network'
import { makePlan } from '../solver'
import { circuits, type Circuit } from '../testing/networks'
import { voltages } from '../testing/dense'
import { Condition, solveNetwork } from './index'

const check = (law: (circuit: Circuit) => void) =>
  fc.assert(fc.property(circuits, law), { numRuns: 200, seed: 21 })

function heldBy({ roles, inputs }: Circuit) {
  const nodes = Int32Array.of(...roles.sources, ...roles.grounds)
  const voltageV = new Float64Array(nodes.length)
  voltageV.set(inputs.subarray(0, roles.sources.length))
  return { nodes, voltageV }
}

test('voltages agree with the dense implementation, and the residual is that of rounding', () =>
  check((circuit) => {
    const { network, conductance } = circuit
    const held = heldBy(circuit)
    const { voltageV, current, residual } = solveNetwork(network, conductance, held)
    const map = new Map(Array.from(held.nodes, (node, i) => [node, held.voltageV[i]]))
    voltages(network, conductance, map).forEach((volt, node) =>
      expect(Math.abs(volt - voltageV[node])).toBeLessThan(1e-9),
    )
    expect(residual).toBeLessThanOrEqual(1e-11 * (1 + Math.max(...current.map(Math.abs))))
  }))

test('passive: the sources deliver the power that the edges dissipate, never less than none', () =>
  check((circuit) => {
    const { network, conductance } = circuit
    const { nodes, voltageV } = heldBy(circuit)
    const { current, power } = solveNetwork(network, conductance, { nodes, voltageV })
    const dissipated = power.reduce((sum, p) => sum + p, 0)
    let delivered = 0
    nodes.forEach((node, i) =>
      current.forEach((flow, e) => {
        if (network.a[e] === node) delivered += voltageV[i] * flow
        if (network.b[e] === node) delivered -= voltageV[i] * flow
      }),
    )
    expect(Math.min(...power)).toBeGreaterThanOrEqual(0)
    expect(Math.abs(delivered - dissipated)).toBeLessThanOrEqual(1e-10 * (1 + dissipated))
  }))

/** Conductance between the first and the last node. */
function effective({ network }: Circuit, conductance: Float64Array): number {
  const nodes = Int32Array.of(0, network.names.length - 1)
  const { power } = solveNetwork(network, conductance, { nodes, voltageV: Float64Array.of(1, 0) })
  return power.reduce((sum, p) => sum + p, 0)
}

test('Rayleigh: raising any conductance lowers no effective conductance', () =>
  fc.assert(
    fc.property(
      circuits,
      fc.nat(1000),
      fc.double({ min: 1, max: 100, noNaN: true }),
      (c, n, by) => {
        const raised = c.conductance.slice()
        raised[n % raised.length] *= by
        const before = effective(c, c.conductance)
        expect(effective(c, raised)).toBeGreaterThanOrEqual(before * (1 - 1e-12))
      },
    ),
    { numRuns: 200, seed: 22 },
  ))

test('an effective conductance agrees with series and parallel', () => {
  const nodes = ['a', 'b', 'c']
  const network = {
    names: nodes,
    x: new Float64Array(3),
    y: new Float64Array(3),
    a: Int32Array.of(0, 1, 0),
    b: Int32Array.of(1, 2, 2),
  }
  const held = { nodes: Int32Array.of(0, 2), voltageV: Float64Array.of(1, 0) }
  const { current } = solveNetwork(network, Float64Array.of(2, 6, 3), held)
  expect(current[0] + current[2]).toBeCloseTo(3 + 1 / (1 / 2 + 1 / 6), 14)
})

test('the condition number is that of the dense reduced Laplacian', () =>
  check((circuit) => {
    const { network, roles, conductance } = circuit
    const held = new Set([...roles.sources, ...roles.grounds])
    const free = network.names.map((_, node) => node).filter((node) => !held.has(node))
    const place = new Map(free.map((node, i) => [node, i]))
    const matrix = free.map(() => new Float64Array(free.length))
    network.a.forEach((a, e) => {
      const [i, j] = [place.get(a), place.get(network.b[e])]
      if (i !== undefined) matrix[i][i] += conductance[e]
      if (j !== undefined) matrix[j][j] += conductance[e]
      if (i === undefined || j === undefined) return
      matrix[i][j] -= conductance[e]
      matrix[j][i] -= conductance[e]
    })
    const norm = (rows: Float64Array[]) =>
      Math.max(...rows.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)))
    const expected = norm(matrix) * norm(inverse(matrix))
    for (const plan of [makePlan(network, roles), makeFrontPlan(network, roles)]) {
      const got = new Condition(plan).of(conductance)
      expect(Math.abs(got / expected - 1)).toBeLessThan(1e-6)
    }
  }))

/** By Gauss and Jordan; no pivoting: the matrix is positive definite. */
function inverse(matrix: Float64Array[]): Float64Array[] {
  const n = matrix.length
  const a = matrix.map((row, i) =>
    Float64Array.from({ length: 2 * n }, (_, j) => (j < n ? row[j] : +(j - n === i))),
  )
  for (let k = 0; k < n; k++) {
    const pivot = a[k][k]
    a[k].forEach((x, j) => (a[k][j] = x / pivot))
    for (let i = 0; i < n; i++) {
      if (i === k) continue
      const factor = a[i][k]
      for (let j = 0; j < 2 * n; j++) a[i][j] -= factor * a[k][j]
    }
  }
  return a.map((row) => row.slice(n))
}

test('a network whose ratios reach 10^6 and more stays finite and is called ill-conditioned', () => {
  const nodes = 40
  const network = {
    names: Array.from({ length: nodes }, (_, i) => `n${i}`),
    x: new Float64Array(nodes),
    y: new Float64Array(nodes),
    a: Int32Array.from({ length: nodes - 1 }, (_, i) => i),
    b: Int32Array.from({ length: nodes - 1 }, (_, i) => i + 1),
  }
  const held = { nodes: Int32Array.of(0, nodes - 1), voltageV: Float64Array.of(5, 0) }
  const roles = { sources: held.nodes, grounds: Int32Array.of(), targets: Int32Array.of() }
  for (const ratio of [1e6, 1e12]) {
    const k = Float64Array.from({ length: nodes - 1 }, (_, e) => (e % 2 === 0 ? ratio : 1))
    const { voltageV, residual } = solveNetwork(network, k, held)
    expect(voltageV.every((volt) => volt >= -1e-3 && volt <= 5.001)).toBe(true)
    expect(Number.isFinite(residual)).toBe(true)
    expect(new Condition(makePlan(network, roles)).of(k)).toBeGreaterThan(ratio)
  }
})

test('a lattice of 120 x 120 nodes obeys Kirchhoff too', () => {
  const network = makeNetwork({ kind: 'square', rows: 120, columns: 120, periodic: false })
  const conductance = Float64Array.from(network.a, (_, e) => 1 + (e % 7))
  const held = { nodes: Int32Array.of(0, 14_399), voltageV: Float64Array.of(5, 0) }
  const { voltageV, residual } = solveNetwork(network, conductance, held)
  expect(residual).toBeLessThan(1e-12)
  expect(voltageV.every((volt) => volt >= 0 && volt <= 5)).toBe(true)
  expect([voltageV[0], voltageV[14_399]]).toEqual([5, 0])
})

test('a chain of 100,000 edges has the condition number of its formula', () => {
  const edges = 100_000
  const network = {
    names: Array.from({ length: edges + 1 }, (_, i) => `n${i}`),
    x: new Float64Array(edges + 1),
    y: new Float64Array(edges + 1),
    a: Int32Array.from({ length: edges }, (_, i) => i),
    b: Int32Array.from({ length: edges }, (_, i) => i + 1),
  }
  const roles = {
    sources: Int32Array.of(0, edges),
    grounds: Int32Array.of(),
    targets: Int32Array.of(edges / 2),
  }
  const condition = new Condition(choosePlan(network, roles)).of(new Float64Array(edges).fill(7))
  // A^-1 1 of the second difference is i (N - i) / 2: N^2 / 8 in the middle; the norm of A is 4.
  expect(condition / (edges ** 2 / 2)).toBeCloseTo(1, 6)
})

test('a node that nothing holds makes the condition number infinite', () => {
  const network = makeNetwork({ kind: 'square', rows: 4, columns: 4, periodic: false })
  const ends = { sources: Int32Array.of(0), grounds: Int32Array.of(), targets: Int32Array.of(15) }
  const k = Float64Array.from(network.a, (a, e) => (a === 5 || network.b[e] === 5 ? 0 : 1))
  for (const plan of [makePlan(network, ends), makeFrontPlan(network, ends)])
    expect(new Condition(plan).of(k)).toBe(Infinity)
})
