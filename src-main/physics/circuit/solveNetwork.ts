import { PhysicsError } from '../error'
import { choosePlan, makeKernel } from '../kernels'
import { connectionFault, type Network, type Roles } from '../network'
import { Condition } from './condition'

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
  /** Condition number in the 1-norm: a voltage may lose as many of its 16 digits as this has. */
  condition: number
}

/**
 * Kirchhoff's current law at every node that is not held: one sparse factorisation, and another for
 * the condition number.
 * @throws PhysicsError that names the nodes which no path joins to a held one, or says that the
 *   conductances are too uneven for a factorisation in double precision.
 */
export function solveNetwork(network: Network, conductance: Float64Array, held: Held): Solution {
  const none = new Int32Array(0)
  const roles: Roles = { sources: held.nodes, grounds: none, targets: none }
  const fault = connectionFault(network, roles, new Uint8Array(network.a.length))
  if (fault !== null) throw fault
  const plan = choosePlan(network, roles)
  const targets = new Float64Array(0)
  const kernel = makeKernel(plan, { count: 1, inputs: held.voltageV, targets }, 0)
  const condition = new Condition(plan).of(conductance)
  if (condition === Infinity) throw tooUneven()
  kernel.solve(conductance, held.voltageV, 0, targets, 0, 1)
  const voltageV = Float64Array.from(plan.position, (i) => kernel.freeV[i])
  const drop = Float64Array.from(network.a, (a, e) => voltageV[a] - voltageV[network.b[e]])
  const current = drop.map((volt, e) => conductance[e] * volt)
  const sum = new Float64Array(network.names.length)
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
    condition,
  }
}

/** What rounding leaves nothing of. */
export const tooUneven = (): PhysicsError =>
  new PhysicsError(
    'too-uneven',
    'The conductances are so uneven that rounding leaves nothing of the voltages.',
    'Leave out edges that hardly conduct, or merge nodes that a very large conductance joins.',
    'network',
  )
