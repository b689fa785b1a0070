import { FIELDS, pivotPanel, TILE } from './layout'
import type { FrontPlan } from './plan'

/** y := L_11^-1 b on a front's pivots, b := b - L_21 y on the rows below. */
export function forwardFront(
  plan: FrontPlan,
  tiles: Float64Array,
  local: Float64Array,
  front: number,
  column: Float64Array,
): void {
  const { fronts, below } = plan
  const [first, pivots, rows, S, R] = fronts.subarray(front, front + 5)
  const panels = fronts[front + 5]
  for (let j = 0; j < 4 * S; j++) local[j] = j < pivots ? column[first + j] : 0
  for (let i = 0; i < S + R; i++) {
    let l = panels + pivotPanel(i, S)
    let x0 = i < S ? local[4 * i] : 0
    let x1 = i < S ? local[4 * i + 1] : 0
    let x2 = i < S ? local[4 * i + 2] : 0
    let x3 = i < S ? local[4 * i + 3] : 0
    for (let j = 0; j < 4 * Math.min(i, S); j++, l += 4) {
      const y = local[j]
      x0 -= tiles[l] * y
      x1 -= tiles[l + 1] * y
      x2 -= tiles[l + 2] * y
      x3 -= tiles[l + 3] * y
    }
    if (i < S) {
      x0 *= tiles[l]
      x1 = (x1 - tiles[l + 1] * x0) * tiles[l + 5]
      x2 = (x2 - tiles[l + 2] * x0 - tiles[l + 6] * x1) * tiles[l + 10]
      x3 = (x3 - tiles[l + 3] * x0 - tiles[l + 7] * x1 - tiles[l + 11] * x2) * tiles[l + 15]
    }
    local[4 * i] = x0
    local[4 * i + 1] = x1
    local[4 * i + 2] = x2
    local[4 * i + 3] = x3
  }
  for (let j = 0; j < pivots; j++) column[first + j] = local[j]
  const list = fronts[front + 7]
  for (let i = 0; i < rows; i++) column[below[list + i]] += local[4 * S + i]
}

/** x := L_11^-T (y - L_21^T x_below) on a front's pivots. */
function backFront(
  plan: FrontPlan,
  tiles: Float64Array,
  local: Float64Array,
  front: number,
  column: Float64Array,
): void {
  const { fronts, below } = plan
  const [first, pivots, rows, S, R] = fronts.subarray(front, front + 5)
  const panels = fronts[front + 5]
  const list = fronts[front + 7]
  for (let j = 0; j < 4 * S; j++) local[j] = j < pivots ? column[first + j] : 0
  for (let i = 0; i < 4 * R; i++) local[4 * S + i] = i < rows ? column[below[list + i]] : 0
  for (let i = S + R - 1; i >= 0; i--) {
    let l = panels + pivotPanel(i, S)
    let x0 = local[4 * i]
    let x1 = local[4 * i + 1]
    let x2 = local[4 * i + 2]
    let x3 = local[4 * i + 3]
    if (i < S) {
      const d = l + TILE * i
      x3 *= tiles[d + 15]
      x2 = (x2 - tiles[d + 11] * x3) * tiles[d + 10]
      x1 = (x1 - tiles[d + 7] * x3 - tiles[d + 6] * x2) * tiles[d + 5]
      x0 = (x0 - tiles[d + 3] * x3 - tiles[d + 2] * x2 - tiles[d + 1] * x1) * tiles[d]
      local[4 * i] = x0
      local[4 * i + 1] = x1
      local[4 * i + 2] = x2
      local[4 * i + 3] = x3
    }
    for (let j = 0; j < 4 * Math.min(i, S); j++, l += 4)
      local[j] =
        local[j] - tiles[l] * x0 - tiles[l + 1] * x1 - tiles[l + 2] * x2 - tiles[l + 3] * x3
  }
  for (let j = 0; j < pivots; j++) column[first + j] = local[j]
}

/** Back-substitution of one column through the fronts from `last` (a place in the table) down. */
export function backFronts(
  plan: FrontPlan,
  tiles: Float64Array,
  local: Float64Array,
  column: Float64Array,
  last: number,
): void {
  for (let front = last; front >= 0; front -= FIELDS) backFront(plan, tiles, local, front, column)
}

/** Back-substitution through the last front alone: it holds the outputs and nothing else. */
export function backOutputs(
  plan: FrontPlan,
  tiles: Float64Array,
  local: Float64Array,
  column: Float64Array,
): void {
  backFront(plan, tiles, local, plan.fronts.length - FIELDS, column)
}
