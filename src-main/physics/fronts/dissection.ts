import type { FreeGraph } from './graph'

/** Parts of at most so many nodes are not cut again: about one front's pivots. */
const LEAF = 12

/**
 * Nested dissection (George, 1973) of the hidden nodes by recursive coordinate bisection: the part
 * is cut at the median of its longer side, and those nodes of the lower half that have a
 * neighbour in the upper half are eliminated last. Halves are cut by rank (ties to the lower
 * number), so that tied coordinates end too. O(n log n).
 * @param x @param y places by number. @returns the hidden numbers in order of elimination, and the
 * size of the first cut.
 */
export function dissect(
  graph: FreeGraph,
  x: Float64Array,
  y: Float64Array,
): { order: Int32Array; firstCut: number } {
  const { hidden, start, neighbour } = graph
  const order = new Int32Array(hidden)
  for (let v = 0; v < hidden; v++) order[v] = v
  const part = new Int32Array(graph.count).fill(-1)
  const rest = new Int32Array(hidden)
  let firstCut = -1
  let id = 0
  const open: number[] = [0, hidden]
  while (open.length > 0) {
    const end = open.pop() ?? 0
    const begin = open.pop() ?? 0
    if (end - begin <= LEAF) continue
    const place = wider(order, begin, end, x, y)
    const middle = begin + ((end - begin) >> 1)
    selectRank(order, begin, end - 1, middle, place)
    id++
    for (let i = middle; i < end; i++) part[order[i]] = id
    // In place: lower half without the cut, upper half, cut.
    let kept = begin
    let cut = 0
    for (let i = begin; i < middle; i++) {
      const v = order[i]
      let touches = false
      for (let q = start[v]; q < start[v + 1] && !touches; q++) touches = part[neighbour[q]] === id
      if (touches) rest[cut++] = v
      else order[kept++] = v
    }
    order.copyWithin(kept, middle, end)
    order.set(rest.subarray(0, cut), end - cut)
    if (firstCut < 0) firstCut = cut
    open.push(begin, kept, kept, end - cut)
  }
  return { order, firstCut: Math.max(0, firstCut) }
}

function wider(
  order: Int32Array,
  begin: number,
  end: number,
  x: Float64Array,
  y: Float64Array,
): Float64Array {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = begin; i < end; i++) {
    const v = order[i]
    if (x[v] < left) left = x[v]
    if (x[v] > right) right = x[v]
    if (y[v] < top) top = y[v]
    if (y[v] > bottom) bottom = y[v]
  }
  return right - left >= bottom - top ? x : y
}

/** Quickselect (Hoare, 1961): items[rank] as if items[low..high] were sorted by (place, number). */
function selectRank(
  items: Int32Array,
  low: number,
  high: number,
  rank: number,
  place: Float64Array,
): void {
  while (low < high) {
    const pivot = items[(low + high) >> 1]
    const p = place[pivot]
    let i = low
    let j = high
    while (i <= j) {
      while (place[items[i]] < p || (place[items[i]] === p && items[i] < pivot)) i++
      while (place[items[j]] > p || (place[items[j]] === p && items[j] > pivot)) j--
      if (i > j) break
      const kept = items[i]
      items[i++] = items[j]
      items[j--] = kept
    }
    if (rank <= j) high = j
    else if (rank >= i) low = i
    else return
  }
}
