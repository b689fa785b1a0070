import { connectionFault, type Network, type Roles } from '../network'
import { makePlan } from '../solver'
import { assembleAndFactor, backward } from '../solver/factor'

/** Nodes held at voltages: H node indices, all distinct, and H voltages, V. */
export interface Held {
  nodes: Int32Array
  voltageV: Float64Array
}

/** State of a network of N nodes and E edges. */
export interface Solution {
  /** N values, V. */
  voltageV: Float64Array
  /** E values, from the first to the second node of each edge: A where conductances are in S. */
  current: Float64Array
  /** E values, dissipated in each edge: W where conductances are in S. */
  power: Float64Array
  /** Largest sum of currents at a node that is not held: 0 but for rounding. */
  residual: number
}

/**
 * Kirchhoff's current law at every node that is not held: one sparse factorisation.
 * @throws PhysicsError that names the nodes which no path joins to a held one.
 */
export function solveNetwork(network: Network, conductance: Float64Array, held: Held): Solution {
  const none = new Int32Array(0)
  const roles: Roles = { sources: held.nodes, grounds: none, targets: none }
  const fault = connectionFault(network, roles, new Uint8Array(network.a.length))
  if (fault !== null) throw fault
  const plan = makePlan(network, roles)
  const x = new Float64Array(plan.nodes)
  x.set(held.voltageV, plan.free)
  const values = new Float64Array(plan.free + plan.rowOf.length)
  assembleAndFactor(plan, conductance, values, x)
  backward(plan, values, x, plan.free)
  const voltageV = Float64Array.from(plan.position, (i) => x[i])
  const drop = Float64Array.from(network.a, (a, e) => voltageV[a] - voltageV[network.b[e]])
  const current = drop.map((volt, e) => conductance[e] * volt)
  const sum = new Float64Array(plan.nodes)
  current.forEach((flow, e) => {
    sum[network.a[e]] -= flow
    sum[network.b[e]] += flow
  })
  for (const node of held.nodes) sum[node] = 0
  return {
    voltageV,
    current,
    power: drop.map((volt, e) => conductance[e] * volt * volt),
    residual: sum.reduce((most, flow) => Math.max(most, Math.abs(flow)), 0),
  }
}
