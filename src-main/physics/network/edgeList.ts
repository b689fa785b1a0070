/** Edges as they are found, each pair of nodes once; ready as the two columns of a network. */
export class EdgeList {
  private readonly from: number[] = []
  private readonly to: number[] = []
  private readonly pairs = new Set<number>()

  constructor(private readonly nodes: number) {}

  get count(): number {
    return this.from.length
  }

  has(a: number, b: number): boolean {
    return this.pairs.has(this.key(a, b))
  }

  /** Joins two different nodes, unless they are. */
  add(a: number, b: number): void {
    if (a === b || this.has(a, b)) return
    this.pairs.add(this.key(a, b))
    this.from.push(a)
    this.to.push(b)
  }

  columns(): { a: Int32Array; b: Int32Array } {
    return { a: Int32Array.from(this.from), b: Int32Array.from(this.to) }
  }

  private key(a: number, b: number): number {
    return Math.min(a, b) * this.nodes + Math.max(a, b)
  }
}
