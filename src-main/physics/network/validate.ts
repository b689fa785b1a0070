import { PhysicsError } from '../error'
import { components } from './components'
import type { Network, Roles } from './network'

const list = (names: readonly string[]): string =>
  names.length <= 12
    ? names.join(', ')
    : `${names.slice(0, 12).join(', ')} and ${names.length - 12} more`

/** @throws PhysicsError for a self-loop, a duplicate edge or a duplicate name. */
export function checkGraph(network: Network): void {
  const { names, a, b } = network
  const known = new Set<string>()
  const twice = names.find((name) => known.size === known.add(name).size)
  if (twice !== undefined)
    throw new PhysicsError(
      'duplicate-node',
      `Two nodes are named ${twice}.`,
      'Give every node its own name.',
      'network',
    )
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
  const anchored = new Set<number>()
  const driven = new Set<number>()
  for (let e = 0; e < a.length; e++) {
    if (cut[e] || held[a[e]] === held[b[e]]) continue
    const [fixed, free] = held[a[e]] ? [a[e], b[e]] : [b[e], a[e]]
    anchored.add(part[free])
    if (source[fixed]) driven.add(part[free])
  }
  const floating = names.filter((_, node) => part[node] >= 0 && !anchored.has(part[node]))
  if (floating.length > 0)
    return new PhysicsError(
      'floating-nodes',
      `No path of edges leads from ${list(floating)} to a node that is held at a voltage.`,
      'Join them to the rest of the network, or make one of them a source or a ground.',
      'network',
    )
  const undriven = [...roles.targets].filter((node) => !driven.has(part[node]))
  if (undriven.length > 0)
    return new PhysicsError(
      'target-without-source',
      `No source reaches the target ${list(undriven.map((node) => names[node]))}.`,
      'Choose another target, or a source that reaches it without passing a ground.',
      'network.roles.targets',
    )
  return null
}
