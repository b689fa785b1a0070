import type { Plan } from '../solver'
import type { Arena } from './arena'
import { even, placeBasis, type StateMemory } from './basisMemory'
import type { Kernels } from './instance'

/** Lays a plan out as tape.ts and basis.ts of assembly/ read it. O(size of the plan). */
export function placePlan(arena: Arena, kernels: Kernels, plan: Plan): StateMemory {
  const { nodes, free, sources, outputs, rowOf } = plan
  const inner: number[] = []
  plan.innerEdge.forEach((e, i) =>
    inner.push(8 * e, 16 * plan.innerA[i], 16 * plan.innerB[i], 8 * (plan.innerSlot[i] - free)),
  )
  const boundary: number[] = []
  plan.boundaryEdge.forEach((e, i) =>
    boundary.push(8 * e, 16 * plan.boundaryFree[i], 16 * plan.boundaryHeld[i]),
  )
  kernels.setSolver(0)
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

  const weighted = arena.place(8 * nodes * even(outputs))
  return { state, conductance, ...placeBasis(arena, kernels, plan, weighted) }
}
