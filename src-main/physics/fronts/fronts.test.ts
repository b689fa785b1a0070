import { describe, expect, test } from 'vitest'
import { makeNetwork, type Network, type NetworkSpec, type Roles } from '../network'
import { Draws } from '../random'
import { makePlan, TapeKernel } from '../solver'
import { Marcher } from '../wasm/marcher'
import { FrontKernel } from './kernel'
import { FIELDS } from './layout'
import { makeFrontPlan } from './plan'

const networks: Record<string, NetworkSpec> = {
  penn16: { kind: 'penn16' },
  'square lattice': { kind: 'square', rows: 13, columns: 17, periodic: false },
  'periodic lattice': { kind: 'square', rows: 9, columns: 11, periodic: true },
  'narrow strip': { kind: 'square', rows: 2, columns: 90, periodic: false },
}

/** A ring with chords at random: no cut along places, so that the order comes from degrees. */
function tangle(nodes: number): Network {
  const draws = new Draws(4, 'network')
  const edges = Array.from({ length: nodes }, (_, i) => [i, (i + 1) % nodes])
  for (let i = 0; i + 7 < nodes; i += 2) edges.push([i, i + 2 + draws.below(nodes - i - 3)])
  return {
    names: edges.slice(0, nodes).map((_, i) => String(i)),
    x: Float64Array.from({ length: nodes }, () => draws.uniform()),
    y: Float64Array.from({ length: nodes }, () => draws.uniform()),
    a: Int32Array.from(edges, ([a]) => a),
    b: Int32Array.from(edges, ([, b]) => b),
  }
}

const cases: [string, Network][] = [
  ...Object.entries(networks).map(([name, spec]): [string, Network] => [name, makeNetwork(spec)]),
  ['tangle of 400 nodes', tangle(400)],
]

/** Sources, ground and outputs spread over the node numbers. */
function spread(network: Network): Roles {
  const n = network.names.length
  const at = (share: number): number => Math.floor(share * (n - 1))
  return {
    sources: Int32Array.from([0, at(0.4), n - 1]),
    grounds: Int32Array.from([at(0.7)]),
    targets: Int32Array.from([at(0.2), at(0.55), at(0.9)]),
  }
}

const inputs = Float64Array.from([5, 1, 3, 2, 4, 0.5])
const targets = Float64Array.from([2, 1.5, 1, 3, 2, 1])

function conductances(edges: number): Float64Array {
  const draws = new Draws(1, 'initial')
  return Float64Array.from({ length: edges }, () => 10 ** (draws.between(-1, 1) > 0 ? 1 : -2))
}

describe.each(cases)('Fronts on %s', (_name, network) => {
  const roles = spread(network)
  const plan = makeFrontPlan(network, roles)
  const k = conductances(network.a.length)
  const all = Int32Array.from(network.a, (_, e) => e)

  test('eliminate every free node once, outputs last, in a front of their own', () => {
    expect([...plan.position].sort((a, b) => a - b)).toEqual([...plan.position.keys()])
    const last = plan.fronts.subarray(plan.fronts.length - FIELDS)
    expect([...last.subarray(0, 3)]).toEqual([plan.free - 3, 3, 0])
    expect(Array.from(roles.targets, (v) => plan.position[v])).toEqual([
      plan.free - 3,
      plan.free - 2,
      plan.free - 1,
    ])
  })

  // Conductances span three decades: rounding is amplified by the condition, up to 1e6 here.
  test('give the voltages and contrasts of the tape to rounding', () => {
    const tape = makePlan(network, roles)
    const slow = new TapeKernel(tape)
    const kernel = new FrontKernel(plan)
    const wanted = slow.solve(k, inputs, 0, targets, 0, 0.3)
    expect(kernel.solve(k, inputs, 0, targets, 0, 0.3)).toBeCloseTo(wanted, 8)
    for (let node = 0; node < plan.nodes; node++) {
      const there = tape.position[node]
      const here = plan.position[node]
      expect(Math.abs(kernel.freeV[here] - slow.freeV[there])).toBeLessThan(1e-9)
      expect(Math.abs(kernel.differenceV[here] - slow.differenceV[there])).toBeLessThan(1e-9)
    }
    kernel.solveBasis(k)
    slow.solveBasis(k)
    slow.response.forEach((w, i) => expect(kernel.response[i]).toBeCloseTo(w, 8))
  })

  test('leave no residual of the current law at free nodes', () => {
    const kernel = new FrontKernel(plan)
    kernel.solve(k, inputs, 0, targets, 0, 0.3)
    const residual = new Float64Array(plan.nodes)
    for (let e = 0; e < k.length; e++) {
      const current = k[e] * (kernel.freeV[plan.edgeA[e]] - kernel.freeV[plan.edgeB[e]])
      residual[plan.edgeA[e]] += current
      residual[plan.edgeB[e]] -= current
    }
    for (let j = 0; j < plan.free; j++) expect(Math.abs(residual[j])).toBeLessThan(1e-12)
  })

  test.each([1, 2])('give the same bits in WebAssembly and TypeScript, batch of %i', (batch) => {
    const kernel = new FrontKernel(plan)
    const marcher = new Marcher(plan, { count: 2, inputs, targets }, 0)
    marcher.select({ kind: 'all' }, null)
    const slow = k.slice()
    const fast = k.slice()
    const contrast = new Float64Array(k.length)
    const steps = 5
    const order = {
      firstStep: 1,
      count: steps,
      batches: {
        kind: 'given' as const,
        examples: new Int32Array(batch * steps).map((_, i) => i % batch),
        counts: new Int32Array(steps).fill(batch),
      },
      eta: 0.3,
      gain: 1,
      loss: new Float64Array(steps),
      masks: new Uint32Array(steps * marcher.words),
      at: 0,
    }
    marcher.march(order, { kind: 'ideal', alpha: 0.05, low: 0.001, high: 20 }, fast)
    for (let step = 0; step < steps; step++) {
      let error: number
      if (batch === 1) {
        error = kernel.solve(slow, inputs, 0, targets, 0, 0.3)
        kernel.contrast(all, all.length, contrast)
      } else {
        kernel.solveBasis(slow)
        error = kernel.gather(inputs, targets, Int32Array.from([0, 1]), 0, 2, 0.3)
        kernel.gatheredContrast(all, all.length, contrast)
      }
      expect(order.loss[step]).toBe(error / (3 * batch))
      for (let e = 0; e < slow.length; e++) {
        const next = slow[e] + (0.05 / (0.3 * batch)) * contrast[e]
        slow[e] = next < 0.001 ? 0.001 : next > 20 ? 20 : next
      }
    }
    expect(fast).toEqual(slow)
  })
})
