import { PhysicsError } from '../error'
import { circle } from './circle'
import type { Network } from './network'

/** A network given edge by edge. */
export interface GivenOptions {
  nodes: readonly string[]
  /** Names of the two nodes of each edge. */
  edges: readonly (readonly [string, string])[]
  /** One per edge, in the unit of the rule; empty: the rule's own initial conductances. */
  conductances: readonly number[]
  /** Place of each node in the unit square; empty: on a circle. */
  places: readonly (readonly [number, number])[]
}

const count = (what: string, got: number, wanted: number, items: string, where: string) =>
  new PhysicsError(
    'network-list-length',
    `${got} ${what} are given for ${wanted} ${items}.`,
    `Give one for each of the ${items}, or none.`,
    where,
  )

/** @throws PhysicsError that names the nodes, for an unknown node or a conductance of 0 or below. */
export function given({ nodes, edges, conductances, places }: GivenOptions): Network {
  if (conductances.length > 0 && conductances.length !== edges.length)
    throw count('conductances', conductances.length, edges.length, 'edges', 'network.conductances')
  if (places.length > 0 && places.length !== nodes.length)
    throw count('places', places.length, nodes.length, 'nodes', 'network.places')
  const numbers = new Map(nodes.map((name, i) => [name, i]))
  const at = (name: string, edge: number): number => {
    const node = numbers.get(name)
    if (node !== undefined) return node
    throw new PhysicsError(
      'unknown-node',
      `Edge ${edges[edge].join('-')} ends at ${name}, which is no node of the network.`,
      'Name it among the nodes, or correct the edge.',
      `network.edges.${edge}`,
    )
  }
  const bad = conductances.findIndex((k) => !(k > 0 && k < Infinity))
  if (bad >= 0)
    throw new PhysicsError(
      'bad-conductance',
      `Edge ${edges[bad].join('-')} has the conductance ${conductances[bad]}.`,
      'A conductance is above 0 and finite; leave an edge that does not conduct out.',
      `network.conductances.${bad}`,
    )
  const drawn =
    places.length === 0
      ? circle(nodes.length)
      : {
          x: Float64Array.from(places, ([x]) => x),
          y: Float64Array.from(places, ([, y]) => y),
        }
  return {
    names: [...nodes],
    ...drawn,
    a: Int32Array.from(edges, ([a], e) => at(a, e)),
    b: Int32Array.from(edges, ([, b], e) => at(b, e)),
    ...(conductances.length > 0 ? { conductance: Float64Array.from(conductances) } : {}),
  }
}
