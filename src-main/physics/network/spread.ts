import { PhysicsError } from '../error'
import type { Network, Roles } from './network'

export interface Counts {
  inputs: number
  outputs: number
}

/** @throws PhysicsError when inputs, outputs and grounds are more than the nodes. */
export function checkRoom(network: Network, counts: Counts, grounds = 1): void {
  const needed = counts.inputs + grounds + counts.outputs
  const n = network.names.length
  if (needed <= n) return
  throw new PhysicsError(
    'too-few-nodes',
    `The task needs ${needed} nodes with a role, and the network has ${n}.`,
    'Take a larger network, or a task with fewer inputs or outputs.',
    'network',
  )
}

/** `count` of the nodes, at equal distances in their order. */
const spaced = (nodes: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, i) => nodes[Math.floor(((i + 0.5) * nodes.length) / count)])

/**
 * Sources and one ground on the left side, targets on the right, each at equal distances from top
 * to bottom, the ground lowest (ours). A side is the outermost column where nodes stand in columns,
 * else the outermost sqrt(N) nodes, or as many as needed.
 */
export function spread(network: Network, counts: Counts, grounds: 0 | 1 = 1): Roles {
  checkRoom(network, counts, grounds)
  const { x, y } = network
  const n = network.names.length
  const across = Array.from({ length: n }, (_, i) => i).sort((i, j) => x[i] - x[j] || i - j)
  const driven = counts.inputs + grounds
  const side = (edge: number, needed: number, room: number): number => {
    const column = across.filter((node) => x[node] === x[edge]).length
    return Math.min(column >= needed ? column : Math.max(needed, Math.floor(Math.sqrt(n))), room)
  }
  const left = side(across[0], driven, n - counts.outputs)
  const right = side(across[n - 1], counts.outputs, n - left)
  const down = (nodes: number[]) => nodes.sort((i, j) => y[i] - y[j] || i - j)
  const held = spaced(down(across.slice(0, left)), driven)
  return {
    sources: Int32Array.from(held.slice(0, counts.inputs)),
    grounds: Int32Array.from(held.slice(counts.inputs)),
    targets: Int32Array.from(spaced(down(across.slice(n - right)), counts.outputs)),
  }
}
