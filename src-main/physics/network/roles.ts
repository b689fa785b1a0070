import { PhysicsError } from '../error'
import { Draws } from '../random'
import type { Network, Roles } from './network'
import { place, type PlacementSpec } from './placement'
import { checkRoom, spread } from './spread'
import { connectionFault } from './validate'

export type RolesSpec =
  | {
      kind: 'given'
      sources: readonly string[]
      grounds: readonly string[]
      targets: readonly string[]
    }
  | { kind: 'random' }
  | { kind: 'spread' }
  | PlacementSpec

/** How many nodes a task drives and reads. */
export interface RoleCounts {
  inputs: number
  outputs: number
}

function byName(network: Network, names: readonly string[], role: string): Int32Array {
  return Int32Array.from(names, (name) => {
    const node = network.names.indexOf(name)
    if (node < 0)
      throw new PhysicsError(
        'unknown-node',
        `The network has no node ${name}.`,
        `Nodes: ${network.names.slice(0, 20).join(', ')}${network.names.length > 20 ? ', ...' : ''}. Or let the roles be chosen: network.roles.kind = spread or random.`,
        `network.roles.${role}`,
      )
    return node
  })
}

function checkCount(role: 'sources' | 'targets', got: number, wanted: number): void {
  if (got === wanted) return
  const drives = role === 'sources' ? 'inputs' : 'outputs'
  throw new PhysicsError(
    'role-count',
    `The task has ${wanted} ${drives}, and ${got} ${role} are given.`,
    `Name exactly ${wanted} ${wanted === 1 ? role.slice(0, -1) : role}.`,
    `network.roles.${role}`,
  )
}

/** Roles by name. @throws PhysicsError for unknown names, wrong numbers or a node with two roles */
export function givenRoles(
  network: Network,
  spec: Extract<RolesSpec, { kind: 'given' }>,
  counts: RoleCounts,
): Roles {
  checkCount('sources', spec.sources.length, counts.inputs)
  checkCount('targets', spec.targets.length, counts.outputs)
  const all = [...spec.sources, ...spec.grounds, ...spec.targets]
  const twice = all.find((name, i) => all.indexOf(name) !== i)
  if (twice !== undefined)
    throw new PhysicsError(
      'node-with-two-roles',
      `Node ${twice} has two roles.`,
      'A node is a source, a ground or a target, once.',
      'network.roles',
    )
  return {
    sources: byName(network, spec.sources, 'sources'),
    grounds: byName(network, spec.grounds, 'grounds'),
    targets: byName(network, spec.targets, 'targets'),
  }
}

/** Draws until the network works with the roles (ours): 1000 times at most. */
function random(network: Network, counts: RoleCounts, seed: number): Roles {
  const needed = counts.inputs + 1 + counts.outputs
  const n = network.names.length
  checkRoom(network, counts)
  const draws = new Draws(seed, 'roles')
  const conducting = new Uint8Array(network.a.length)
  for (let attempt = 0; attempt < 1000; attempt++) {
    const order = new Int32Array(n)
    for (let i = 0; i < n; i++) order[i] = i
    draws.seek(attempt).shuffle(order, needed)
    const roles = {
      sources: order.slice(0, counts.inputs),
      grounds: order.slice(counts.inputs, counts.inputs + 1),
      targets: order.slice(counts.inputs + 1, needed),
    }
    if (connectionFault(network, roles, conducting) === null) return roles
  }
  throw new PhysicsError(
    'no-roles-found',
    'None of 1000 random choices of roles gave a network in which sources reach every target.',
    'Name the nodes (roles.kind given), or take a better connected network.',
    'network.roles',
  )
}

function assign(network: Network, spec: RolesSpec, counts: RoleCounts, seed: number): Roles {
  switch (spec.kind) {
    case 'given':
      return givenRoles(network, spec, counts)
    case 'random':
      return random(network, counts, seed)
    case 'spread':
      return spread(network, counts)
    default:
      return placed(network, spec, counts)
  }
}

/** A pattern of inputs and outputs, and the first node without a role as the ground (ours). */
function placed(network: Network, spec: PlacementSpec, counts: RoleCounts): Roles {
  checkRoom(network, counts)
  const { sources, targets } = place(network, spec, counts)
  const taken = new Set([...sources, ...targets])
  const ground = network.names.findIndex((_, i) => !taken.has(i))
  return {
    sources: Int32Array.from(sources),
    grounds: Int32Array.of(ground),
    targets: Int32Array.from(targets),
  }
}

/** @throws PhysicsError when names or numbers do not fit the network and the task. */
export function assignRoles(
  network: Network,
  spec: RolesSpec,
  counts: RoleCounts,
  seed: number,
): Roles {
  const roles = assign(network, spec, counts, seed)
  // Random roles were drawn until nothing was wrong with them.
  if (spec.kind === 'random') return roles
  const fault = connectionFault(network, roles, new Uint8Array(network.a.length))
  if (fault !== null) throw fault
  return roles
}
