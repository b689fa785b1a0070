import { PhysicsError } from '../error'
import type { Network } from './network'
import type { Counts } from './spread'

/** Inputs and outputs by a pattern. */
export type PlacementSpec =
  /** The first nodes are the inputs, the last the outputs: layered, stacked and complete networks. */
  | { kind: 'ends' }
  /** Inputs along the top row from corner to corner, outputs along the bottom row. */
  | { kind: 'corners' }
  /** Around the middle: an output so many edges from its nearest inputs, where the lattice has room. */
  | { kind: 'distance'; distance: number }

export interface Placed {
  sources: number[]
  targets: number[]
}

/** Nodes of a lattice row by row, each row from left to right. */
function rowsOf({ names, x, y }: Network): number[][] {
  const heights = [...new Set(y)].sort((a, b) => a - b)
  const rows = heights.map((height) =>
    names.flatMap((_, i) => (y[i] === height ? [i] : [])).sort((i, j) => x[i] - x[j]),
  )
  const columns = rows[0].length
  if (rows.length > 1 && columns > 1 && rows.every((row) => row.length === columns)) return rows
  throw new PhysicsError(
    'placement-needs-lattice',
    'The nodes of this network do not stand in equal rows.',
    'Name the nodes (roles.kind given), or take roles.kind ends.',
    'network.roles.kind',
  )
}

/** From end to end; one in the middle. */
const along = (row: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, i) =>
    count === 1
      ? row[row.length >> 1]
      : row[Math.floor((i * (row.length - 1)) / (count - 1) + 0.5)],
  )

/** In the middle of equal pieces. */
const between = (row: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, i) => row[Math.floor(((i + 0.5) * row.length) / count)])

function tooSmall(needed: string): PhysicsError {
  return new PhysicsError(
    'too-few-nodes',
    `The lattice has no room for the placement: it needs ${needed}.`,
    'Take a larger lattice, a smaller distance, or name the nodes.',
    'network',
  )
}

function aroundMiddle(rows: number[][], { inputs, outputs }: Counts, distance: number): Placed {
  // Two columns between inputs, or one where that is too wide: an output between two of them is one
  // column and distance - 1 rows away.
  const columns = rows[0].length
  const gap = 2 * (inputs - 1) < columns ? 2 : 1
  const width = gap * (inputs - 1) + 1
  const sideways = inputs > 1 && gap === 2 ? 1 : 0
  const down = distance - sideways
  const top = Math.max(0, Math.floor((rows.length - 1 - down) / 2))
  if (width > columns || outputs > columns || down < 0 || top + down >= rows.length)
    throw tooSmall(`${Math.max(0, down) + 1} rows and ${Math.max(width, outputs)} columns`)
  if (down === 0 && inputs + outputs > columns) throw tooSmall(`${inputs + outputs} columns`)
  const left = Math.floor((columns - width) / 2)
  const sources = Array.from({ length: inputs }, (_, i) => rows[top][left + gap * i])
  const row = rows[top + down]
  const targets =
    outputs === 1
      ? [row[left + (width >> 1)]]
      : between(row.slice(left, left + Math.max(width, outputs)), outputs)
  return { sources, targets }
}

/** @throws PhysicsError where the network has no room for the pattern */
export function place(network: Network, spec: PlacementSpec, counts: Counts): Placed {
  const { inputs, outputs } = counts
  const n = network.names.length
  if (inputs + outputs > n) throw tooSmall(`${inputs + outputs} nodes`)
  if (spec.kind === 'ends') {
    const all = Array.from({ length: n }, (_, i) => i)
    return { sources: all.slice(0, inputs), targets: all.slice(n - outputs) }
  }
  const rows = rowsOf(network)
  if (spec.kind === 'distance') return aroundMiddle(rows, counts, spec.distance)
  if (Math.max(inputs, outputs) > rows[0].length)
    throw tooSmall(`${Math.max(inputs, outputs)} columns`)
  return {
    sources: along(rows[0], inputs),
    targets: between(rows[rows.length - 1], outputs),
  }
}
