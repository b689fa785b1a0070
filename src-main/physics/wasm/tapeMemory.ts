import type { Plan } from '../solver'
import type { Arena } from './arena'
import type { Kernels } from './instance'

const even = (count: number): number => count + (count & 1)

/** Where the arrays of a plan lie; S and O rows are padded to an even number. */
export interface TapeMemory {
  /** N pairs (free V, clamped minus free V) by position. */
  readonly state: number
  readonly conductance: number
  /** Rows of psi and phi by position, and the length of a row in numbers. */
  readonly columns: number
  readonly rowLength: number
  readonly response: number
}

/** Lays a plan out as tape.ts and basis.ts of assembly/ read it. O(size of the plan). */
export function placePlan(arena: Arena, kernels: Kernels, plan: Plan): TapeMemory {
  const { nodes, free, sources, outputs, rowOf } = plan
  const inner: number[] = []
  plan.innerEdge.forEach((e, i) =>
    inner.push(8 * e, 16 * plan.innerA[i], 16 * plan.innerB[i], 8 * (plan.innerSlot[i] - free)),
  )
  const boundary: number[] = []
  plan.boundaryEdge.forEach((e, i) =>
    boundary.push(8 * e, 16 * plan.boundaryFree[i], 16 * plan.boundaryHeld[i]),
  )
  kernels.sizeTape(
    free,
    sources,
    outputs,
    rowOf.length,
    plan.innerEdge.length,
    plan.boundaryEdge.length,
  )
  kernels.placeTape(
    arena.integers(plan.columnStart),
    arena.integers(rowOf.map((row) => 16 * row)),
    arena.integers(plan.tape.map((slot) => 8 * (slot - free))),
    arena.integers(inner),
    arena.integers(boundary),
    arena.place(8 * even(rowOf.length)),
  )
  const work = arena.place(16 * nodes)
  const state = arena.place(16 * nodes)
  const conductance = arena.place(8 * plan.edgeA.length)
  kernels.placeState(work, state, conductance)
  // The held nodes' (1, V): the factor 1 adds k to the diagonal in the same product.
  const held = arena.numberView(work, 2 * nodes)
  for (let i = free; i < nodes; i++) held[2 * i] = 1

  const wideS = even(sources)
  const wideO = even(outputs)
  const rowLength = wideS + wideO
  const columns = arena.place(8 * nodes * rowLength)
  const response = arena.place(8 * sources * wideO)
  kernels.placeBasis(
    nodes,
    columns,
    arena.place(8 * nodes * wideO),
    response,
    // Moments of each source and output, and behind them the step of the example at hand.
    arena.place(8 * (sources + outputs + 1) * wideO),
  )
  const psi = arena.numberView(columns, nodes * rowLength)
  for (let s = 0; s < sources; s++) psi[(free + s) * rowLength + s] = 1
  return { state, conductance, columns, rowLength, response }
}
