/** Bonds of N spins by spin: E bonds, each in two rows. */
export interface SpinGraph {
  readonly spins: number
  /** E spins each: bond e joins a[e] and b[e]. */
  readonly a: Int32Array
  readonly b: Int32Array
  /** N + 1 places: the row of spin i is start[i] .. start[i + 1] - 1. */
  readonly start: Int32Array
  /** 2E: the other end of each bond, in the order of the bonds. */
  readonly neighbour: Int32Array
  /** 2E: number of the bond. */
  readonly bond: Int32Array
}

/** O(N + E). */
export function makeGraph(spins: number, a: Int32Array, b: Int32Array): SpinGraph {
  const bonds = a.length
  const start = new Int32Array(spins + 1)
  for (let e = 0; e < bonds; e++) {
    start[a[e] + 1]++
    start[b[e] + 1]++
  }
  for (let i = 0; i < spins; i++) start[i + 1] += start[i]
  const next = start.slice(0, spins)
  const neighbour = new Int32Array(2 * bonds)
  const bond = new Int32Array(2 * bonds)
  const put = (from: number, to: number, e: number): void => {
    const at = next[from]++
    neighbour[at] = to
    bond[at] = e
  }
  for (let e = 0; e < bonds; e++) {
    put(a[e], b[e], e)
    put(b[e], a[e], e)
  }
  return { spins, a, b, start, neighbour, bond }
}

/**
 * The spins that are not held, colour by colour: no two spins of a colour are joined as long as
 * there are such colours (greedy, in the order of the spins; ours). Spins of a colour do not wait
 * for each other: a processor aligns several at once. O(N + E).
 */
export function sweepOrder(graph: SpinGraph, held: Uint8Array): Int32Array {
  const { spins, start, neighbour } = graph
  const colour = new Int32Array(spins).fill(-1)
  const takenBy = new Int32Array(spins + 1).fill(-1)
  const members: number[][] = []
  for (let i = 0; i < spins; i++) {
    if (held[i] !== 0) continue
    for (let q = start[i]; q < start[i + 1]; q++) {
      const c = colour[neighbour[q]]
      if (c >= 0) takenBy[c] = i
    }
    let c = 0
    while (takenBy[c] === i) c++
    colour[i] = c
    if (c === members.length) members.push([])
    members[c].push(i)
  }
  return Int32Array.from(members.flat())
}
