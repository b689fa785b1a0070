import { PhysicsError } from '../error'

export interface LatticeOptions {
  rows: number
  columns: number
  /** Joins the last row to the first and the last column to the first. */
  periodic: boolean
}

/** @throws PhysicsError lattice-too-narrow */
export function refuseNarrow({ rows, columns, periodic }: LatticeOptions): void {
  if (periodic && (rows < 3 || columns < 3))
    throw new PhysicsError(
      'lattice-too-narrow',
      `A periodic lattice of ${rows} x ${columns} would join two nodes twice.`,
      'Give a periodic lattice at least 3 rows and 3 columns, or make it open.',
      'network',
    )
}
