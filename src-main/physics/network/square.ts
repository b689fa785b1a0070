import { PhysicsError } from '../error'
import type { Network } from './network'

export interface SquareOptions {
  rows: number
  columns: number
  /** Joins the last row to the first and the last column to the first. */
  periodic: boolean
}

/** Square lattice, nodes r0c0, r0c1, ... row by row; each node's edge rightwards, then downwards. */
export function square({ rows, columns, periodic }: SquareOptions): Network {
  if (periodic && (rows < 3 || columns < 3))
    throw new PhysicsError(
      'lattice-too-narrow',
      `A periodic lattice of ${rows} x ${columns} would join two nodes twice.`,
      'Give a periodic lattice at least 3 rows and 3 columns, or make it open.',
      'network',
    )
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
