import type { Arena } from './arena'
import type { Kernels } from './instance'

/** Where the results of either solver lie. */
export interface StateMemory extends BasisMemory {
  /** N pairs (free V, clamped minus free V) by position. */
  readonly state: number
  readonly conductance: number
}

export interface BasisMemory {
  /** Rows of psi and phi by position, and the length of a row in numbers. */
  readonly columns: number
  readonly rowLength: number
}

export const even = (count: number): number => count + (count & 1)

/**
 * Room for psi and phi of all positions; S and O are padded to an even number.
 * @param weighted address of N rows of O numbers.
 */
export function placeBasis(
  arena: Arena,
  kernels: Kernels,
  plan: { nodes: number; free: number; sources: number; outputs: number },
  weighted: number,
): BasisMemory {
  const { nodes, free, sources, outputs } = plan
  const wideO = even(outputs)
  const rowLength = even(sources) + wideO
  const columns = arena.place(8 * nodes * rowLength)
  kernels.placeBasis(
    nodes,
    columns,
    weighted,
    arena.place(8 * (sources + outputs) * wideO),
    // Inputs and misses of two examples, and two chains of each sum.
    arena.place(16 * (sources + outputs) * (1 + outputs)),
  )
  const psi = arena.numberView(columns, nodes * rowLength)
  for (let s = 0; s < sources; s++) psi[(free + s) * rowLength + s] = 1
  return { columns, rowLength }
}
