import type { EliminationTree } from './tree'

/** Subtrees of at most so many columns make one front: below that, overhead costs more than zeros. */
const SUBTREE = 12

/** Largest share of zeros in a merged front by its number of pivots (as CHOLMOD's defaults). */
const allowedZeros = (pivots: number): number =>
  pivots <= 4 ? 1 : pivots <= 16 ? 0.8 : pivots <= 48 ? 0.1 : 0.05

interface Supernode {
  begin: number
  end: number
  /** Rows below the pivots, and zeros that merging brought in. */
  rows: number
  zeros: number
}

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
  const stack: Supernode[] = []
  for (let begin = 0; begin < n;) {
    let end = begin + 1
    while (end < n && end !== inner && (whole[end - 1] === 1 || alike(tree, end - 1))) end++
    if (begin >= inner) end = n
    let current: Supernode = { begin, end, rows: height[end - 1] - 1, zeros: 0 }
    for (let child = stack.at(-1); child !== undefined && begin < inner; child = stack.at(-1)) {
      const merged = merge(child, current, parent[child.end - 1])
      if (merged === null) break
      stack.pop()
      current = merged
    }
    stack.push(current)
    begin = end
  }
  return Int32Array.from([...stack.map((node) => node.begin), n])
}

function alike({ parent, height }: EliminationTree, j: number): boolean {
  return parent[j] === j + 1 && height[j] === height[j + 1] + 1
}

function merge(child: Supernode, node: Supernode, parentOfChild: number): Supernode | null {
  if (child.end !== node.begin || parentOfChild < node.begin || parentOfChild >= node.end)
    return null
  const pivots = node.end - child.begin
  const added = (child.end - child.begin) * (node.end - node.begin + node.rows - child.rows)
  const zeros = child.zeros + node.zeros + added
  const entries = (pivots * (pivots + 1)) / 2 + pivots * node.rows
  if (zeros > allowedZeros(pivots) * entries) return null
  return { begin: child.begin, end: node.end, rows: node.rows, zeros }
}
