import { DegreeBuckets } from './buckets'
import type { FreeGraph } from './graph'

/**
 * Approximate minimum degree (Amestoy, Davis, Duff, 1996) of the hidden nodes, on a quotient graph:
 * an eliminated variable becomes an element whose members it joined; variables with the same
 * neighbours are merged; a degree is bounded by the sum over its elements. Written from the paper.
 * @returns the hidden numbers in order of elimination. About O(edges) memory.
 */
export function minimumDegree(graph: FreeGraph): Int32Array {
  return new Elimination(graph).run()
}

class Elimination {
  private readonly buckets: DegreeBuckets
  /** Nodes that a variable stands for; 0: merged or eliminated. */
  private readonly weight: Int32Array
  /** Quotient graph: neighbouring variables and elements of variables, members of elements. */
  private readonly variables: number[][]
  private readonly elements: number[][]
  private readonly members: number[][]
  /** Weight of an element's members; 0: absorbed. */
  private readonly size: Int32Array
  /** Weight of an element's members outside the newest, where stamped. */
  private readonly outside: Int32Array
  private readonly outsideStamp: Int32Array
  private readonly mark: Int32Array
  private stamp = 0
  private readonly merged: number[][]
  private readonly order: Int32Array
  private done = 0

  constructor(graph: FreeGraph) {
    const { hidden, start, neighbour } = graph
    this.buckets = new DegreeBuckets(hidden)
    this.weight = new Int32Array(hidden).fill(1)
    this.elements = Array.from({ length: hidden }, () => [])
    this.members = Array.from({ length: hidden }, () => [])
    this.merged = Array.from({ length: hidden }, (_, v) => [v])
    this.size = new Int32Array(hidden)
    this.outside = new Int32Array(hidden)
    this.outsideStamp = new Int32Array(hidden)
    this.mark = new Int32Array(hidden)
    this.order = new Int32Array(hidden)
    this.variables = Array.from({ length: hidden }, (_, v) =>
      Array.from(neighbour.subarray(start[v], start[v + 1])).filter((w) => w < hidden),
    )
    for (let v = hidden - 1; v >= 0; v--) this.buckets.insert(v, this.variables[v].length)
  }

  run(): Int32Array {
    for (let p = this.buckets.takeLeast(); p !== -1; p = this.buckets.takeLeast()) this.eliminate(p)
    return this.order
  }

  private number(variable: number): void {
    for (const v of this.merged[variable]) this.order[this.done++] = v
    this.weight[variable] = 0
  }

  private eliminate(p: number): void {
    const joined = this.newElement(p)
    this.number(p)
    this.measureOutside(joined)
    const kept = joined.filter((i) => this.update(i, p))
    this.mergeAlike(kept)
    this.finish(
      kept.filter((i) => this.weight[i] > 0),
      p,
    )
  }

  /** Members of the new element p: what p is next to, itself or through an element. */
  private newElement(p: number): number[] {
    const { variables, elements, members, weight, mark } = this
    const stamp = ++this.stamp
    mark[p] = stamp
    const joined: number[] = []
    const add = (i: number): void => {
      if (weight[i] === 0 || mark[i] === stamp) return
      mark[i] = stamp
      joined.push(i)
    }
    variables[p].forEach(add)
    for (const e of elements[p]) {
      members[e].forEach(add)
      this.absorb(e)
    }
    variables[p] = []
    elements[p] = []
    for (const i of joined) this.buckets.remove(i)
    return joined
  }

  private absorb(element: number): void {
    this.members[element] = []
    this.size[element] = 0
  }

  /** outside[e] = weight of L_e without L_p for all elements next to L_p (their algorithm 2). */
  private measureOutside(joined: number[]): void {
    const { elements, size, outside, outsideStamp, weight, stamp } = this
    for (const i of joined)
      for (const e of elements[i]) {
        if (size[e] === 0) continue
        if (outsideStamp[e] !== stamp) {
          outsideStamp[e] = stamp
          outside[e] = size[e]
        }
        outside[e] -= weight[i]
      }
  }

  /** Puts the new element in the place of what it covers. @returns false if i went with it. */
  private update(i: number, p: number): boolean {
    const { variables, elements, size, outside, weight, mark, buckets } = this
    let degree = 0
    elements[i] = elements[i].filter((e) => {
      if (size[e] === 0) return false
      if (outside[e] === 0) {
        // Aggressive absorption: all its members are in the new element.
        this.absorb(e)
        return false
      }
      degree += outside[e]
      return true
    })
    variables[i] = variables[i].filter((j) => {
      if (weight[j] === 0 || mark[j] === this.stamp) return false
      degree += weight[j]
      return true
    })
    if (degree === 0) {
      // Mass elimination: i is next to nothing else.
      this.number(i)
      return false
    }
    elements[i].push(p)
    buckets.degree[i] = Math.min(buckets.degree[i], degree)
    return true
  }

  /** Merges variables with the same neighbours: they are eliminated together. */
  private mergeAlike(kept: number[]): void {
    const { variables, elements, weight, merged, buckets } = this
    const groups = new Map<number, number[]>()
    for (const i of kept) {
      let hash = 0
      for (const j of variables[i]) hash += j
      for (const e of elements[i]) hash += e
      const group = groups.get(hash)
      if (group === undefined) groups.set(hash, [i])
      else group.push(i)
    }
    for (const group of groups.values())
      for (let a = 0; a < group.length; a++) {
        const i = group[a]
        if (weight[i] === 0) continue
        for (let b = a + 1; b < group.length; b++) {
          const j = group[b]
          if (weight[j] === 0 || !this.alike(i, j)) continue
          buckets.degree[i] -= weight[j]
          weight[i] += weight[j]
          weight[j] = 0
          merged[i].push(...merged[j])
        }
      }
  }

  private alike(i: number, j: number): boolean {
    const { variables, elements } = this
    const same = (a: readonly number[], b: readonly number[]): boolean =>
      a.length === b.length && a.every((v) => b.includes(v))
    return same(elements[i], elements[j]) && same(variables[i], variables[j])
  }

  /** Degrees of the members: at most what is left, and what the bound allows. */
  private finish(kept: number[], p: number): void {
    const { members, size, weight, buckets } = this
    members[p] = kept
    let total = 0
    for (const i of kept) total += weight[i]
    size[p] = total
    const left = this.order.length - this.done
    for (const i of kept) {
      const degree = buckets.degree[i] + total - weight[i]
      buckets.insert(i, Math.max(0, Math.min(degree, left - weight[i])))
    }
  }
}
