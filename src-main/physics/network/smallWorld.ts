import { PhysicsError } from '../error'
import { circle } from './circle'
import { drawConnected } from './connected'
import { EdgeList } from './edgeList'
import { numbered } from './named'
import type { Network } from './network'

export interface SmallWorldOptions {
  nodes: number
  /** Neighbours of each node on the ring, even. */
  neighbours: number
  /** Probability that an edge's far end is moved to a random node. */
  rewiring: number
}

/**
 * Small world (Watts and Strogatz, 1998): a ring in which every node is joined to its nearest
 * neighbours; then, nearest first and clockwise, each edge's far end moves with the given
 * probability to a node drawn uniformly, never to itself or to a present neighbour. Drawn anew
 * until connected. With rewiring 1 it is a random graph of nearly fixed degree.
 */
export function smallWorld(options: SmallWorldOptions, seed: number): Network {
  const { nodes, neighbours, rewiring } = options
  if (neighbours % 2 !== 0 || neighbours >= nodes)
    throw new PhysicsError(
      'ring-neighbours',
      `A ring of ${nodes} nodes cannot have ${neighbours} neighbours per node.`,
      `Allowed: an even number below ${nodes}.`,
      'network.neighbours',
    )
  const tip = 'Take more neighbours, or less rewiring.'
  return drawConnected('small-world', tip, seed, 0, (draws) => {
    // Rewiring needs to know the ring's own edges that are not looked at yet, too.
    const taken = new EdgeList(nodes)
    for (let reach = 1; reach <= neighbours / 2; reach++)
      for (let i = 0; i < nodes; i++) taken.add(i, (i + reach) % nodes)
    const edges = new EdgeList(nodes)
    for (let reach = 1; reach <= neighbours / 2; reach++)
      for (let i = 0; i < nodes; i++) {
        let end = (i + reach) % nodes
        if (draws.uniform() < rewiring) {
          const other = draws.below(nodes)
          // A draw that hits a neighbour leaves the edge where it is: no endless search (ours).
          if (other !== i && !taken.has(i, other) && !edges.has(i, other)) end = other
        }
        edges.add(i, end)
      }
    return { names: numbered(nodes), ...circle(nodes), ...edges.columns() }
  })
}
