import { refuseNarrow, type LatticeOptions } from './lattice'
import type { Network } from './network'

/** Square lattice, nodes r0c0, r0c1, ... row by row; each node's edge rightwards, then downwards. */
export function square(options: LatticeOptions): Network {
  refuseNarrow(options)
  const { rows, columns, periodic } = options
  const names: string[] = []
  const x = new Float64Array(rows * columns)
  const y = new Float64Array(rows * columns)
  const lines = periodic ? 0 : 1
  const edges = rows * (columns - lines) + columns * (rows - lines)
  const a = new Int32Array(edges)
  const b = new Int32Array(edges)
  let e = 0
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const node = r * columns + c
      names.push(`r${r}c${c}`)
      x[node] = (c + 0.5) / columns
      y[node] = (r + 0.5) / rows
      if (c + 1 < columns || periodic) {
        a[e] = node
        b[e++] = r * columns + ((c + 1) % columns)
      }
      if (r + 1 < rows || periodic) {
        a[e] = node
        b[e++] = ((r + 1) % rows) * columns + c
      }
    }
  return { names, x, y, a, b }
}
