import { makePlan, type Plan } from '../../physics/solver'

export const LEARNS = 0
export const CUT = 1
export const FROZEN = 2

/** A network as a board holds it: numbers alone, all reals float32. */
export interface BoardNetwork {
  readonly nodes: number
  /** E nodes each. */
  readonly a: Int32Array
  readonly b: Int32Array
  /** E values: 0 learns, 1 cut, 2 frozen. */
  readonly state: Uint8Array
  readonly level: Uint16Array
  readonly conductance: Float32Array
  /** E probabilities times 2^32; 0xFFFFFFFF stands for 1. */
  readonly limit: Uint32Array
}

export interface BoardRoles {
  readonly sources: readonly number[]
  readonly grounds: readonly number[]
  readonly targets: readonly number[]
}

export function makeBoardNetwork(nodes: number, ends: Uint8Array): BoardNetwork {
  const edges = ends.length / 2
  return {
    nodes,
    a: Int32Array.from({ length: edges }, (_, e) => ends[2 * e]),
    b: Int32Array.from({ length: edges }, (_, e) => ends[2 * e + 1]),
    state: new Uint8Array(edges),
    level: new Uint16Array(edges),
    conductance: new Float32Array(edges),
    limit: new Uint32Array(edges).fill(0x80000000),
  }
}

/** The simulation's own plan: the same order of elimination, hence the same roundings. */
export function planOf(network: BoardNetwork, roles: BoardRoles): Plan {
  return makePlan(
    {
      names: Array.from({ length: network.nodes }, (_, i) => String(i)),
      x: new Float64Array(network.nodes),
      y: new Float64Array(network.nodes),
      a: network.a,
      b: network.b,
    },
    {
      sources: Int32Array.from(roles.sources),
      grounds: Int32Array.from(roles.grounds),
      targets: Int32Array.from(roles.targets),
    },
  )
}

/** Whether edges that conduct lead from every node to one that is held. */
export function isHeld({ nodes, a, b, state }: BoardNetwork, roles: BoardRoles): boolean {
  const reached = new Uint8Array(nodes)
  for (const node of [...roles.sources, ...roles.grounds]) reached[node] = 1
  for (let grows = true; grows;) {
    grows = false
    for (let e = 0; e < a.length; e++) {
      if (state[e] === CUT || reached[a[e]] === reached[b[e]]) continue
      reached[a[e]] = reached[b[e]] = 1
      grows = true
    }
  }
  return reached.every((flag) => flag === 1)
}
