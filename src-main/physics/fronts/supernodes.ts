import type { EliminationTree } from './tree'

/** Subtrees of at most so many columns make one front: below that, overhead costs more than zeros. */
const SUBTREE = 12

/** Largest share of zeros in a merged front by its number of pivots (as CHOLMOD's defaults). */
const allowedZeros = (pivots: number): number =>
  pivots <= 4 ? 1 : pivots <= 16 ? 0.8 : pivots <= 48 ? 0.1 : 0.05

/**
 * Cuts the columns into supernodes: same structure (fundamental), small subtrees whole, and a
 * supernode with its last child where that adds few zeros (relaxed, Ashcraft and Grimes, 1989).
 * @param inner positions below the outputs: these get a supernode of their own, the last.
 * @returns the first column of each, then n.
 */
export function supernodes(tree: EliminationTree, inner: number): Int32Array {
  const { parent, first, height } = tree
  const n = parent.length
  const whole = new Uint8Array(n)
  for (let j = 0; j < inner; j++) {
    const up = parent[j]
    const small = j - first[j] < SUBTREE
    const top = up === -1 || up >= inner || up - first[up] >= SUBTREE
    if (small && top) for (let i = first[j]; i < j; i++) whole[i] = 1
  }
  // A stack of supernodes, each up to the first column of the next: in flat arrays, as a large
  // network has tens of thousands.
  const begins = new Int32Array(n + 1)
  /** Rows below the pivots, and zeros that merging brought in. */
  const rows = new Int32Array(n)
  const zeros = new Float64Array(n)
  let depth = 0
  for (let begin = 0; begin < n;) {
    let end = begin + 1
    while (end < n && end !== inner && (whole[end - 1] === 1 || alike(tree, end - 1))) end++
    if (begin >= inner) end = n
    let first = begin
    let zerosOfThis = 0
    const rowsOfThis = height[end - 1] - 1
    while (depth > 0 && begin < inner) {
      // The supernode on top ends where this one begins: merged if its parent is in here.
      const child = begins[depth - 1]
      const parentOfChild = parent[first - 1]
      if (parentOfChild < first || parentOfChild >= end) break
      const pivots = end - child
      const added = (first - child) * (end - first + rowsOfThis - rows[depth - 1])
      const together = zeros[depth - 1] + zerosOfThis + added
      const entries = (pivots * (pivots + 1)) / 2 + pivots * rowsOfThis
      if (together > allowedZeros(pivots) * entries) break
      first = child
      zerosOfThis = together
      depth--
    }
    begins[depth] = first
    rows[depth] = rowsOfThis
    zeros[depth++] = zerosOfThis
    begin = end
  }
  begins[depth] = n
  return begins.slice(0, depth + 1)
}

function alike({ parent, height }: EliminationTree, j: number): boolean {
  return parent[j] === j + 1 && height[j] === height[j + 1] + 1
}
