import { EdgeList } from './edgeList'
import type { Network } from './network'

export interface LayeredOptions {
  /** Nodes of each layer, left to right. */
  layers: readonly number[]
}

/** Layers of nodes l0n0, l0n1, ...; every node is joined to all of the next layer. */
export function layered({ layers }: LayeredOptions): Network {
  const total = layers.reduce((sum, size) => sum + size, 0)
  const names: string[] = []
  const x = new Float64Array(total)
  const y = new Float64Array(total)
  const edges = new EdgeList(total)
  let before = 0
  layers.forEach((size, layer) => {
    const first = names.length
    for (let i = 0; i < size; i++) {
      x[first + i] = (layer + 0.5) / layers.length
      y[first + i] = (i + 0.5) / size
      names.push(`l${layer}n${i}`)
      if (layer > 0) for (let j = before; j < first; j++) edges.add(j, first + i)
    }
    before = first
  })
  return { names, x, y, ...edges.columns() }
}
