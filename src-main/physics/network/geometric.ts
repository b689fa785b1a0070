import { exponential } from '../numeric'
import { drawConnected } from './connected'
import { EdgeList } from './edgeList'
import { numbered } from './named'
import type { Network } from './network'

export interface GeometricOptions {
  nodes: number
  /** Nodes closer than this are joined; the square's side is 1. */
  radius: number
}

/**
 * Random geometric graph (Gilbert, 1961): nodes uniform in the unit square, joined where they are
 * closer than the radius; drawn anew until connected. O(N^2) per draw.
 */
export function geometric({ nodes, radius }: GeometricOptions, seed: number): Network {
  const tip = 'Take a larger radius: about sqrt(ln N / N) and above most are connected.'
  // Away from the border a node has N pi r^2 neighbours on average, Poisson distributed.
  const isolated = nodes * exponential(-nodes * 3.141592653589793 * radius * radius)
  return drawConnected('random geometric', tip, seed, isolated, (draws) => {
    const x = new Float64Array(nodes)
    const y = new Float64Array(nodes)
    const edges = new EdgeList(nodes)
    for (let i = 0; i < nodes; i++) {
      x[i] = draws.uniform()
      y[i] = draws.uniform()
      for (let j = 0; j < i; j++) {
        const dx = x[i] - x[j]
        const dy = y[i] - y[j]
        if (dx * dx + dy * dy < radius * radius) edges.add(j, i)
      }
    }
    return { names: numbered(nodes), x, y, ...edges.columns() }
  })
}
