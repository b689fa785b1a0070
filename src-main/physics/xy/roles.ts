import { PhysicsError } from '../error'
import {
  checkRoom,
  givenRoles,
  place,
  spread,
  type Network,
  type RoleCounts,
  type RolesSpec,
} from '../network'
import { Draws } from '../random'
import type { SpinGraph } from './graph'

/** Spins whose phases are held, in the order of the inputs, and spins that are read. */
export interface SpinRoles {
  readonly inputs: Int32Array
  readonly outputs: Int32Array
}

function assign(network: Network, spec: RolesSpec, counts: RoleCounts, seed: number): SpinRoles {
  switch (spec.kind) {
    case 'given': {
      if (spec.grounds.length > 0)
        throw new PhysicsError(
          'ground-among-spins',
          'Spins have no ground.',
          'Leave the grounds out: network.roles.grounds = [].',
          'network.roles.grounds',
        )
      const { sources, targets } = givenRoles(network, spec, counts)
      return { inputs: sources, outputs: targets }
    }
    case 'random': {
      checkRoom(network, counts, 0)
      const order = Int32Array.from(network.names, (_, i) => i)
      const needed = counts.inputs + counts.outputs
      new Draws(seed, 'roles').shuffle(order, needed)
      return {
        inputs: order.slice(0, counts.inputs),
        outputs: order.slice(counts.inputs, needed),
      }
    }
    case 'spread': {
      const { sources, targets } = spread(network, counts, 0)
      return { inputs: sources, outputs: targets }
    }
    default: {
      const { sources, targets } = place(network, spec, counts)
      return { inputs: Int32Array.from(sources), outputs: Int32Array.from(targets) }
    }
  }
}

/**
 * Bonds from each spin to the nearest of some, over spins that are not held, and the number of that
 * one. -1: no way leads there. O(N + E).
 */
export function distancesFrom(
  graph: SpinGraph,
  from: Int32Array,
  held: Uint8Array,
): { distance: Int32Array; nearest: Int32Array } {
  const distance = new Int32Array(graph.spins).fill(-1)
  const nearest = new Int32Array(graph.spins).fill(-1)
  const queue = [...from]
  from.forEach((i, o) => {
    distance[i] = 0
    nearest[i] = o
  })
  for (const i of queue) {
    if (held[i] !== 0) continue
    for (let q = graph.start[i]; q < graph.start[i + 1]; q++) {
      const j = graph.neighbour[q]
      if (distance[j] >= 0) continue
      distance[j] = distance[i] + 1
      nearest[j] = nearest[i]
      queue.push(j)
    }
  }
  return { distance, nearest }
}

/** @throws PhysicsError where names and numbers do not fit, or no input reaches an output */
export function assignSpins(
  network: Network,
  graph: SpinGraph,
  spec: RolesSpec,
  counts: RoleCounts,
  seed: number,
): SpinRoles {
  const roles = assign(network, spec, counts, seed)
  const held = new Uint8Array(graph.spins)
  for (const i of roles.inputs) held[i] = 1
  for (const output of roles.outputs) {
    const { distance } = distancesFrom(graph, Int32Array.of(output), held)
    if (roles.inputs.some((i) => distance[i] >= 0)) continue
    throw new PhysicsError(
      'output-without-input',
      `No path of bonds leads from an input to the output ${network.names[output]}.`,
      'Choose another output, or join it.',
      'network.roles.targets',
    )
  }
  return roles
}
