import type { FreeGraph } from './graph'

/** The elimination tree of an ordered graph, in postorder. */
export interface EliminationTree {
  /** n numbers of the graph by position, and the reverse. */
  readonly order: Int32Array
  readonly position: Int32Array
  /** By position: the parent (-1: a root), and the first position of the subtree. */
  readonly parent: Int32Array
  readonly first: Int32Array
  /** Entries of each column of the factor, with the diagonal. */
  readonly height: Int32Array
}

/** Neighbours by position; outputs are joined to the next, so that they stay last and together. */
function chained(graph: FreeGraph, j: number): boolean {
  return j > graph.hidden
}

/** Elimination tree with compressed paths (Liu, 1986). */
function treeOf(graph: FreeGraph, order: Int32Array, position: Int32Array): Int32Array {
  const { count, start, neighbour } = graph
  const parent = new Int32Array(count).fill(-1)
  const ancestor = new Int32Array(count).fill(-1)
  const climb = (from: number, j: number): void => {
    for (let r = from; r !== -1 && r < j;) {
      const next = ancestor[r]
      ancestor[r] = j
      if (next === -1) parent[r] = j
      r = next
    }
  }
  for (let j = 0; j < count; j++) {
    const v = order[j]
    for (let q = start[v]; q < start[v + 1]; q++) climb(position[neighbour[q]], j)
    if (chained(graph, j)) climb(j - 1, j)
  }
  return parent
}

/**
 * Postorder, children ascending (after Davis, 2006, cs_post): the chain of outputs comes last and in
 * one piece.
 */
function postorder(parent: Int32Array): Int32Array {
  const n = parent.length
  const head = new Int32Array(n).fill(-1)
  const next = new Int32Array(n)
  const roots: number[] = []
  for (let j = n - 1; j >= 0; j--)
    if (parent[j] >= 0) {
      next[j] = head[parent[j]]
      head[parent[j]] = j
    } else roots.push(j)
  const post = new Int32Array(n)
  let k = 0
  // Depth first without a stack: the way back up is the tree itself.
  while (roots.length > 0) {
    const root = roots.pop() ?? 0
    for (let top = root; ;) {
      const child = head[top]
      if (child !== -1) {
        head[top] = next[child]
        top = child
        continue
      }
      post[k++] = top
      if (top === root) break
      top = parent[top]
    }
  }
  return post
}

/** Column counts without the columns (Gilbert, Ng, Peyton, 1994; after Davis, 2006, cs_counts). */
function heights(
  graph: FreeGraph,
  order: Int32Array,
  position: Int32Array,
  parent: Int32Array,
  first: Int32Array,
): Int32Array {
  const { count, start, neighbour } = graph
  const height = new Int32Array(count)
  const newest = new Int32Array(count).fill(-1)
  const leaf = new Int32Array(count).fill(-1)
  const ancestor = new Int32Array(count)
  for (let j = 0; j < count; j++) ancestor[j] = j
  for (let j = 0; j < count; j++) if (first[j] === j) height[j] = 1
  const look = (i: number, j: number): void => {
    if (i <= j || first[j] <= newest[i]) return
    newest[i] = first[j]
    height[j]++
    const previous = leaf[i]
    leaf[i] = j
    if (previous === -1) return
    let common = previous
    while (common !== ancestor[common]) common = ancestor[common]
    for (let s = previous; s !== common;) {
      const up = ancestor[s]
      ancestor[s] = common
      s = up
    }
    height[common]--
  }
  for (let j = 0; j < count; j++) {
    const v = order[j]
    if (parent[j] !== -1) height[parent[j]]--
    for (let q = start[v]; q < start[v + 1]; q++) look(position[neighbour[q]], j)
    if (j + 1 < count && chained(graph, j + 1)) look(j + 1, j)
    if (parent[j] !== -1) ancestor[j] = parent[j]
  }
  for (let j = 0; j < count; j++) if (parent[j] !== -1) height[parent[j]] += height[j]
  return height
}

/** @param hiddenOrder the hidden numbers in order of elimination. Near O(n + edges). */
export function eliminationTree(graph: FreeGraph, hiddenOrder: Int32Array): EliminationTree {
  const { count, hidden } = graph
  const before = new Int32Array(count)
  const place = new Int32Array(count)
  for (let j = 0; j < count; j++) {
    before[j] = j < hidden ? hiddenOrder[j] : j
    place[before[j]] = j
  }
  const unordered = treeOf(graph, before, place)
  const post = postorder(unordered)
  const order = new Int32Array(count)
  const position = new Int32Array(count)
  for (let j = 0; j < count; j++) {
    order[j] = before[post[j]]
    position[order[j]] = j
  }
  const parent = new Int32Array(count)
  for (let j = 0; j < count; j++) {
    const up = unordered[post[j]]
    parent[j] = up === -1 ? -1 : position[before[up]]
  }
  const first = new Int32Array(count)
  for (let j = 0; j < count; j++) first[j] = j
  for (let j = 0; j < count; j++)
    if (parent[j] !== -1 && first[j] < first[parent[j]]) first[parent[j]] = first[j]
  const height = heights(graph, order, position, parent, first)
  return { order, position, parent, first, height }
}
