import { circle } from './circle'
import { EdgeList } from './edgeList'
import { numbered } from './named'
import type { Network } from './network'

export interface CompleteOptions {
  nodes: number
}

/** Every node joined to every other: n0, n1, ... on a circle. */
export function complete({ nodes }: CompleteOptions): Network {
  const edges = new EdgeList(nodes)
  for (let i = 0; i < nodes; i++) for (let j = i + 1; j < nodes; j++) edges.add(i, j)
  return { names: numbered(nodes), ...circle(nodes), ...edges.columns() }
}
