import type { FrontPlan } from '../fronts/plan'
import { FIELDS } from '../fronts/layout'
import type { Arena } from './arena'
import { even, placeBasis, type StateMemory } from './basisMemory'
import type { Kernels } from './instance'

/** Pairs of byte offsets of numbers. */
function offsets(first: Int32Array, second: Int32Array): Int32Array {
  const table = new Int32Array(2 * first.length)
  for (let i = 0; i < first.length; i++) {
    table[2 * i] = 8 * first[i]
    table[2 * i + 1] = 8 * second[i]
  }
  return table
}

/** Lays a plan out as fronts.ts of assembly/ reads it. O(size of the plan). */
/** @param ends address of the positions (a, b) of each edge. */
export function placeFrontPlan(
  arena: Arena,
  kernels: Kernels,
  plan: FrontPlan,
  ends: number,
): StateMemory {
  const edges = plan.edgeA.length
  const { nodes, free, sources, outputs } = plan
  kernels.setSolver(1)
  kernels.sizeTape(free, sources, outputs, 0, 0, 0)
  kernels.sizeFronts(free, outputs, plan.fronts.length / FIELDS, edges)
  kernels.placeFronts(
    arena.integers(plan.fronts),
    arena.integers(plan.below),
    arena.integers(plan.rowInParent),
    arena.integers(plan.children),
    arena.integers(offsets(plan.entryEdge, plan.entryPlace)),
    ends,
  )
  const weighted = 8 * nodes * even(outputs)
  // The weighted fields are made when all update matrices are used up: they share their place.
  const updates = arena.place(Math.max(8 * plan.updatesLength, weighted))
  kernels.placeFactors(
    arena.place(8 * plan.factorLength),
    updates,
    arena.place(8 * free + 8),
    arena.place(64 * plan.tallest),
  )
  const state = arena.place(16 * nodes)
  const conductance = arena.place(8 * plan.edgeA.length)
  kernels.placeState(0, state, conductance)
  return { state, conductance, ...placeBasis(arena, kernels, plan, updates) }
}
