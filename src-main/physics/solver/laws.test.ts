import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrasts, states } from '../testing/dense'
import { circuits, type Circuit } from '../testing/networks'
import { makePlan, TapeKernel } from './index'

function solved(
  { network, roles, conductance, targets }: Circuit,
  inputs: Float64Array,
  eta = 0.5,
) {
  const plan = makePlan(network, roles)
  const kernel = new TapeKernel(plan)
  const error = kernel.solve(conductance, inputs, 0, targets, 0, eta)
  const free = Float64Array.from(plan.position, (i) => kernel.freeV[i])
  const clamped = Float64Array.from(plan.position, (i) => kernel.freeV[i] + kernel.differenceV[i])
  return { kernel, plan, error, free, clamped }
}

/** Current that leaves each node, and the largest current of any edge. */
function currents({ network, conductance }: Circuit, volts: Float64Array) {
  const out = new Float64Array(network.names.length)
  let largest = 0
  for (let e = 0; e < network.a.length; e++) {
    const current = conductance[e] * (volts[network.a[e]] - volts[network.b[e]])
    out[network.a[e]] += current
    out[network.b[e]] -= current
    largest = Math.max(largest, Math.abs(current))
  }
  return { out, largest }
}

const check = (law: (circuit: Circuit) => void) =>
  fc.assert(fc.property(circuits, law), { numRuns: 200, seed: 20 })

test('at every free node the currents add up to zero, in both states', () =>
  check((circuit) => {
    const { free, clamped } = solved(circuit, circuit.inputs)
    const held = new Set([...circuit.roles.sources, ...circuit.roles.grounds])
    for (const [volts, fixed] of [
      [free, held],
      [clamped, new Set([...held, ...circuit.roles.targets])],
    ] as const) {
      const { out, largest } = currents(circuit, volts)
      out.forEach((current, node) => {
        if (!fixed.has(node)) expect(Math.abs(current)).toBeLessThanOrEqual(1e-11 * (1 + largest))
      })
    }
  }))

test('what flows in at the held nodes flows out at them', () =>
  check((circuit) => {
    const { out, largest } = currents(circuit, solved(circuit, circuit.inputs).free)
    const { sources, grounds } = circuit.roles
    const sum = [...sources, ...grounds].reduce((total, node) => total + out[node], 0)
    expect(Math.abs(sum)).toBeLessThanOrEqual(1e-11 * (1 + largest))
  }))

test('the response to a sum of inputs is the sum of the responses', () =>
  check((circuit) => {
    const other = circuit.inputs.map((v, i) => 1 - 2 * v + i)
    const sum = circuit.inputs.map((v, i) => v + other[i])
    const [a, b, c] = [circuit.inputs, other, sum].map((inputs) => solved(circuit, inputs).free)
    c.forEach((v, node) => expect(v).toBeCloseTo(a[node] + b[node], 10))
  }))

test('driving at one node and reading the current at another works both ways', () =>
  check((circuit) => {
    // Current into a grounded target per volt at the source, and the other way round.
    const source = circuit.roles.sources[0]
    const target = circuit.roles.targets[0]
    const transfer = (from: number, to: number) => {
      const roles = {
        sources: Int32Array.of(from),
        grounds: Int32Array.of(to, ...circuit.roles.grounds),
        targets: circuit.roles.targets.filter((node) => node !== from && node !== to),
      }
      const volts = solved({ ...circuit, roles }, Float64Array.of(1)).free
      return currents(circuit, volts).out[to]
    }
    expect(transfer(source, target)).toBeCloseTo(transfer(target, source), 10)
  }))

test('raising every held voltage raises every voltage by the same', () =>
  check((circuit) => {
    const { sources, grounds } = circuit.roles
    const roles = {
      ...circuit.roles,
      sources: Int32Array.of(...sources, ...grounds),
      grounds: new Int32Array(0),
    }
    const low = Float64Array.of(...circuit.inputs, 0)
    const a = solved({ ...circuit, roles }, low)
    const raised = { ...circuit, roles, targets: circuit.targets.map((v) => v + 3) }
    const b = solved(
      raised,
      low.map((v) => v + 3),
    )
    b.free.forEach((v, node) => expect(v).toBeCloseTo(a.free[node] + 3, 10))
    b.clamped.forEach((v, node) => expect(v).toBeCloseTo(a.clamped[node] + 3, 10))
  }))

test('no voltage lies outside those of the held nodes', () =>
  check((circuit) => {
    const { free } = solved(circuit, circuit.inputs)
    const low = Math.min(0, ...circuit.inputs)
    const high = Math.max(0, ...circuit.inputs)
    for (const v of free) {
      expect(v).toBeGreaterThanOrEqual(low - 1e-11)
      expect(v).toBeLessThanOrEqual(high + 1e-11)
    }
  }))

test('free and clamped states and the contrast agree with the dense implementation', () =>
  check((circuit) => {
    const { network, roles, conductance, inputs, targets } = circuit
    const { kernel, free, clamped, error } = solved(circuit, inputs, 0.3)
    const dense = states(network, roles, conductance, inputs, targets, 0.3)
    dense.free.forEach((v, node) => expect(free[node]).toBeCloseTo(v, 9))
    dense.clamped.forEach((v, node) => expect(clamped[node]).toBeCloseTo(v, 9))
    const edges = Int32Array.from(network.a, (_, e) => e)
    const contrast = new Float64Array(edges.length)
    kernel.contrast(edges, edges.length, contrast)
    contrasts(network, dense).forEach((c, e) => expect(contrast[e]).toBeCloseTo(c, 8))
    const miss = [...roles.targets].map((node, o) => (targets[o] - dense.free[node]) ** 2)
    expect(error).toBeCloseTo(
      miss.reduce((a, b) => a + b, 0),
      8,
    )
  }))

test('the clamped outputs sit at (1 - eta) V_F + eta V_D to the last bits', () =>
  check((circuit) => {
    const { free, clamped } = solved(circuit, circuit.inputs, 0.25)
    circuit.roles.targets.forEach((node, o) =>
      expect(clamped[node]).toBeCloseTo(0.75 * free[node] + 0.25 * circuit.targets[o], 13),
    )
  }))

test('the contrast of a batch is the sum over its examples', () =>
  check((circuit) => {
    const { network, conductance, inputs, targets } = circuit
    const { kernel } = solved(circuit, inputs)
    const count = 7
    const many = (values: Float64Array) =>
      Float64Array.from({ length: count * values.length }, (_, i) => {
        const m = Math.floor(i / values.length)
        return values[i % values.length] * (1 - 0.3 * m) + 0.7 * ((m * 5) % 3)
      })
    const [v, t] = [many(inputs), many(targets)]
    const edges = Int32Array.from(network.a, (_, e) => e)
    const one = new Float64Array(edges.length)
    const sum = new Float64Array(edges.length)
    let error = 0
    for (let m = 2; m < count; m++) {
      error += kernel.solve(conductance, v, m * inputs.length, t, m * targets.length, 0.5)
      kernel.contrast(edges, edges.length, one)
      one.forEach((c, e) => (sum[e] += c))
    }
    kernel.solveBasis(conductance)
    const order = Int32Array.of(0, 6, 5, 4, 3, 2)
    expect(kernel.gather(v, t, order, 1, 5, 0.5)).toBeCloseTo(error, 8)
    kernel.gatheredContrast(edges, edges.length, one)
    sum.forEach((c, e) => expect(one[e]).toBeCloseTo(c, 7))
  }))
