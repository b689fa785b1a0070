import { PhysicsError } from '../error'
import { components } from './components'
import type { Network, Roles } from './network'

const list = (names: readonly string[]): string =>
  names.length <= 12
    ? names.join(', ')
    : `${names.slice(0, 12).join(', ')} and ${names.length - 12} more`

/** Whether no edge joins a node to itself or is there twice: O(N + E), in flat arrays. */
function isSimple({ names, a, b }: Network): boolean {
  const edges = a.length
  const start = new Int32Array(names.length + 1)
  for (let e = 0; e < edges; e++) {
    if (a[e] === b[e]) return false
    start[Math.min(a[e], b[e]) + 1]++
  }
  for (let v = 0; v < names.length; v++) start[v + 1] += start[v]
  const filled = start.slice(0, names.length)
  const upper = new Int32Array(edges)
  for (let e = 0; e < edges; e++) upper[filled[Math.min(a[e], b[e])]++] = Math.max(a[e], b[e])
  const seen = new Int32Array(names.length).fill(-1)
  for (let v = 0; v < names.length; v++)
    for (let q = start[v]; q < start[v + 1]; q++) {
      if (seen[upper[q]] === v) return false
      seen[upper[q]] = v
    }
  return true
}

/** @throws PhysicsError for a self-loop, a duplicate edge or a duplicate name. */
export function checkGraph(network: Network): void {
  const { names } = network
  if (new Set(names).size < names.length) {
    const known = new Set<string>()
    const twice = names.find((name) => known.size === known.add(name).size)
    throw new PhysicsError(
      'duplicate-node',
      `Two nodes are named ${twice}.`,
      'Give every node its own name.',
      'network',
    )
  }
  if (!isSimple(network)) throwForEdge(network)
}

/** Names the first edge that makes a network not simple. */
function throwForEdge({ names, a, b }: Network): void {
  const seen = new Set<number>()
  for (let e = 0; e < a.length; e++) {
    const edge = `${names[a[e]]}-${names[b[e]]}`
    if (a[e] === b[e])
      throw new PhysicsError(
        'self-loop',
        `Edge ${e} joins node ${names[a[e]]} to itself.`,
        'Join two different nodes, or leave the edge out.',
        'network',
      )
    const key = Math.min(a[e], b[e]) * names.length + Math.max(a[e], b[e])
    if (seen.has(key))
      throw new PhysicsError(
        'duplicate-edge',
        `The edge ${edge} is there twice.`,
        'Keep one of the two: parallel edges act as one.',
        'network',
      )
    seen.add(key)
  }
}

/**
 * Whether every voltage is determined and every target can be driven.
 * @param cut E flags: the edge does not conduct.
 * @returns what is wrong, or null. O(N + E).
 */
export function connectionFault(
  network: Network,
  roles: Roles,
  cut: Uint8Array,
): PhysicsError | null {
  const { names, a, b } = network
  const held = new Uint8Array(names.length)
  const source = new Uint8Array(names.length)
  for (const node of roles.sources) source[node] = held[node] = 1
  for (const node of roles.grounds) held[node] = 1
  const part = components(network, held, cut)
  const anchored = new Uint8Array(names.length)
  const driven = new Uint8Array(names.length)
  for (let e = 0; e < a.length; e++) {
    if (cut[e] !== 0 || held[a[e]] === held[b[e]]) continue
    const fixed = held[a[e]] !== 0 ? a[e] : b[e]
    const free = held[a[e]] !== 0 ? b[e] : a[e]
    anchored[part[free]] = 1
    if (source[fixed] !== 0) driven[part[free]] = 1
  }
  const floating: string[] = []
  for (let node = 0; node < names.length; node++)
    if (part[node] >= 0 && anchored[part[node]] === 0) floating.push(names[node])
  if (floating.length > 0)
    return new PhysicsError(
      'floating-nodes',
      `No path of edges leads from ${list(floating)} to a node that is held at a voltage.`,
      'Join them to the rest of the network, or make one of them a source or a ground.',
      'network',
    )
  const undriven = [...roles.targets].filter((node) => driven[part[node]] !== 1)
  if (undriven.length > 0)
    return new PhysicsError(
      'target-without-source',
      `No source reaches the target ${list(undriven.map((node) => names[node]))}.`,
      'Choose another target, or a source that reaches it without passing a ground.',
      'network.roles.targets',
    )
  return null
}
