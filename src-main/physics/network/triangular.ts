import { PhysicsError } from '../error'
import { EdgeList } from './edgeList'
import type { Network } from './network'

export interface TriangularOptions {
  rows: number
  columns: number
  /** Joins the last row to the first and the last column to the first. */
  periodic: boolean
}

/**
 * Triangular lattice, nodes r0c0, r0c1, ...: six neighbours inside. Each row is half a place to
 * the right of the one above it, so that the open lattice is a parallelogram.
 */
export function triangular({ rows, columns, periodic }: TriangularOptions): Network {
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
