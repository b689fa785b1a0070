import { power } from '../numeric'
import { circle } from './circle'
import { drawConnected } from './connected'
import { EdgeList } from './edgeList'
import { numbered } from './named'
import type { Network } from './network'

export interface ErdosRenyiOptions {
  nodes: number
  /** Mean number of neighbours z; each pair is joined with probability z / (N - 1). */
  degree: number
}

/** Erdos-Renyi graph G(N, p) (Gilbert, 1959), drawn anew until connected. O(N^2) per draw. */
export function erdosRenyi({ nodes, degree }: ErdosRenyiOptions, seed: number): Network {
  const tip = 'Take a larger mean degree: from about ln N on most are connected.'
  const probability = degree / (nodes - 1)
  const isolated = nodes * power(Math.max(0, 1 - probability), nodes - 1)
  return drawConnected('Erdos-Renyi', tip, seed, isolated, (draws) => {
    const edges = new EdgeList(nodes)
    for (let i = 0; i < nodes; i++)
      for (let j = 0; j < i; j++) if (draws.uniform() < probability) edges.add(j, i)
    return { names: numbered(nodes), ...circle(nodes), ...edges.columns() }
  })
}
