import { EdgeList } from './edgeList'
import { refuseNarrow, type LatticeOptions } from './lattice'
import type { Network } from './network'

/**
 * Triangular lattice, nodes r0c0, r0c1, ...: six neighbours inside. Each row is half a place to
 * the right of the one above it, so that the open lattice is a parallelogram.
 */
export function triangular(options: LatticeOptions): Network {
  refuseNarrow(options)
  const { rows, columns, periodic } = options
  const names: string[] = []
  const x = new Float64Array(rows * columns)
  const y = new Float64Array(rows * columns)
  const edges = new EdgeList(rows * columns)
  const width = columns + (rows - 1) / 2
  const join = (node: number, r: number, c: number): void => {
    const inside = r < rows && c >= 0 && c < columns
    if (inside || periodic) edges.add(node, (r % rows) * columns + ((c + columns) % columns))
  }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const node = r * columns + c
      names.push(`r${r}c${c}`)
      x[node] = (c + 0.5 + r / 2) / width
      y[node] = (r + 0.5) / rows
      join(node, r, c + 1)
      join(node, r + 1, c)
      join(node, r + 1, c - 1)
    }
  return { names, x, y, ...edges.columns() }
}
