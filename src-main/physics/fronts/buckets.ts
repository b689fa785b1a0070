/** Variables by degree, in doubly linked lists: the least is found without a search. */
export class DegreeBuckets {
  readonly degree: Int32Array
  private readonly head: Int32Array
  private readonly next: Int32Array
  private readonly previous: Int32Array
  private least = 0

  constructor(count: number) {
    this.degree = new Int32Array(count)
    this.head = new Int32Array(count + 1).fill(-1)
    this.next = new Int32Array(count).fill(-1)
    this.previous = new Int32Array(count).fill(-1)
  }

  insert(variable: number, degree: number): void {
    const { head, next, previous } = this
    this.degree[variable] = degree
    next[variable] = head[degree]
    previous[variable] = -1
    if (head[degree] !== -1) previous[head[degree]] = variable
    head[degree] = variable
    if (degree < this.least) this.least = degree
  }

  remove(variable: number): void {
    const { head, next, previous, degree } = this
    if (next[variable] !== -1) previous[next[variable]] = previous[variable]
    if (previous[variable] !== -1) next[previous[variable]] = next[variable]
    else head[degree[variable]] = next[variable]
  }

  /** Takes out a variable of least degree; -1 when none is left. */
  takeLeast(): number {
    while (this.least < this.head.length && this.head[this.least] === -1) this.least++
    if (this.least === this.head.length) return -1
    const variable = this.head[this.least]
    this.remove(variable)
    return variable
  }
}
