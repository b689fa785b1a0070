import { PhysicsError } from '../error'
import { connectionFault, type Network, type Roles } from '../network'
import { Draws } from '../random'
import type { ImperfectionsSpec } from './imperfections'

/** E factors on the resistances, uniform in 1 - tolerance .. 1 + tolerance; undefined: all 1. */
export function resistanceFactors(
  { tolerance }: ImperfectionsSpec,
  edges: number,
  seed: number,
): Float64Array | undefined {
  if (tolerance === 0) return undefined
  const draws = new Draws(seed, 'parts')
  return Float64Array.from({ length: edges }, () => draws.between(1 - tolerance, 1 + tolerance))
}

/** Numbers of the edges that are broken from the start. */
export interface BrokenEdges {
  dead: readonly number[]
  stuck: readonly number[]
}

/**
 * Draws dead edges whose loss the network bears, in random order, then stuck ones among the rest.
 * @throws PhysicsError when it bears fewer than asked for
 */
export function drawBroken(
  spec: ImperfectionsSpec,
  network: Network,
  roles: Roles,
  seed: number,
): BrokenEdges {
  const edges = network.a.length
  const { deadEdges, stuckEdges } = spec
  if (deadEdges === 0 && stuckEdges === 0) return { dead: [], stuck: [] }
  const order = Int32Array.from({ length: edges }, (_, e) => e)
  new Draws(seed, 'parts', 2).shuffle(order)
  const cut = new Uint8Array(edges)
  const dead: number[] = []
  for (const e of order) {
    if (dead.length === deadEdges) break
    cut[e] = 1
    if (connectionFault(network, roles, cut) === null) dead.push(e)
    else cut[e] = 0
  }
  const rest = [...order].filter((e) => !cut[e])
  const short = (what: string, most: number, where: string) =>
    new PhysicsError(
      'too-many-broken-edges',
      `The network of ${edges} edges does not bear so many ${what} edges.`,
      `Allowed here: 0 to ${most}.`,
      `imperfections.${where}`,
    )
  if (dead.length < deadEdges) throw short('dead', dead.length, 'deadEdges')
  if (rest.length < stuckEdges) throw short('stuck', rest.length, 'stuckEdges')
  return { dead, stuck: rest.slice(0, stuckEdges) }
}
