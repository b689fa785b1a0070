import type { EventPlan } from './plan'

/** LDL^T of the network with the sources as rows: values of the columns, and the pivots. */
export interface EventFactor {
  readonly lower: Float64Array
  readonly pivot: Float64Array
  /** n + S numbers, 0 between calls. */
  readonly weight: Float64Array
  /** What readPath leaves for changePath: at most the entries and the pivots. */
  readonly trail: Float64Array
}

/** Room for the factor of a plan. */
export function makeEventFactor(plan: EventPlan): EventFactor {
  return {
    lower: new Float64Array(plan.rowOf.length),
    pivot: new Float64Array(plan.free),
    weight: new Float64Array(plan.free + plan.sources),
    trail: new Float64Array(plan.rowOf.length + plan.free),
  }
}

/**
 * The factor anew from the conductances: sparse LDL^T, right-looking (Davis, 2006). The rows of the
 * sources are carried along and never eliminated. O(products of the factorisation).
 */
export function factorAnew(plan: EventPlan, factor: EventFactor, conductance: Float64Array): void {
  const { free, columnStart, rowOf, edgeLow, edgeHigh, edgeSlot } = plan
  const { lower, pivot } = factor
  lower.fill(0)
  pivot.fill(0)
  for (let e = 0; e < edgeLow.length; e++) {
    const a = edgeLow[e]
    const b = edgeHigh[e]
    if (a < 0) continue
    pivot[a] += conductance[e]
    if (b < 0) continue
    if (b < free) pivot[b] += conductance[e]
    lower[edgeSlot[e]] -= conductance[e]
  }
  for (let j = 0; j < free; j++) {
    const inverse = 1 / pivot[j]
    const end = columnStart[j + 1]
    for (let q = columnStart[j]; q < end; q++) {
      const entry = lower[q]
      const l = entry * inverse
      const i = rowOf[q]
      lower[q] = l
      if (i >= free) continue
      pivot[i] -= l * entry
      let s = columnStart[i]
      for (let r = q + 1; r < end; r++) {
        while (rowOf[s] !== rowOf[r]) s++
        lower[s] -= l * lower[r]
      }
    }
  }
}

/**
 * Eliminates w = e_a - e_b along the path from a to the root of the elimination tree, where all of
 * its fill lies (Davis and Hager, 1999): the drop over the edge of every response (derived). The
 * drops of psi are left in the source rows of `weight`, those of phi in `drops`; the pivots' weights
 * and every new weight go to `trail`.
 */
export function readPath(
  plan: EventPlan,
  factor: EventFactor,
  a: number,
  b: number,
  drops: Float64Array,
): void {
  const { free, outputs, columnStart, rowOf, parent } = plan
  const { lower, weight, trail } = factor
  const inner = free - outputs
  let seen = false
  let to = 0
  weight[a] = 1
  if (b >= 0) weight[b] -= 1
  for (let j = a; j >= 0; j = parent[j]) {
    if (j >= inner && !seen) {
      for (let o = 0; o < outputs; o++) drops[o] = weight[inner + o]
      seen = true
    }
    const p = weight[j]
    weight[j] = 0
    trail[to++] = p
    for (let q = columnStart[j]; q < columnStart[j + 1]; q++) {
      const t = weight[rowOf[q]] - lower[q] * p
      weight[rowOf[q]] = t
      trail[to++] = t
    }
  }
  if (!seen) drops.fill(0)
}

/**
 * Adds `change` to the conductance whose path from a was read last: rank-1 update of L, D and the
 * source rows (Gill, Golub, Murray, Saunders, 1974, method C1). O(entries of the path).
 */
export function changePath(plan: EventPlan, factor: EventFactor, a: number, change: number): void {
  const { columnStart, parent } = plan
  const { lower, pivot, trail } = factor
  let alpha = change
  let from = 0
  for (let j = a; j >= 0; j = parent[j]) {
    const p = trail[from++]
    const d = pivot[j]
    const next = d + alpha * p * p
    const beta = (alpha * p) / next
    alpha *= d / next
    pivot[j] = next
    for (let q = columnStart[j]; q < columnStart[j + 1]; q++) lower[q] += beta * trail[from++]
  }
}

/** Voltages of the positions from..n-1 when the sources are at v, into x (by position). */
export function backSubstitute(
  plan: EventPlan,
  factor: Pick<EventFactor, 'lower'>,
  v: Float64Array,
  from: number,
  x: Float64Array,
): void {
  const { free, columnStart, rowOf } = plan
  for (let j = free - 1; j >= from; j--) {
    let sum = 0
    for (let q = columnStart[j]; q < columnStart[j + 1]; q++) {
      const i = rowOf[q]
      sum -= factor.lower[q] * (i < free ? x[i] : v[i - free])
    }
    x[j] = sum
  }
}
