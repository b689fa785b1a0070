import type { EdgeHistoryReply } from '@contract'

/** 2048 rows of 128 edges in single precision are 1 MB. */
const MOST_ROWS = 2048
const MOST_EDGES = 128
/** A checkpoint is copied once a second: 128 KB. */
const CHECKPOINT_ROWS = 256

export interface EdgeHistorySnapshot {
  every: number
  step: Float64Array
  conductance: Float32Array
}

/**
 * Conductances of the edges every so many steps from step 0, in bounded memory: when all rows are
 * full every other one goes and the distance doubles. O(edges) per row kept; of N steps some
 * 1024 log2(N / 1024) are.
 */
export class EdgeHistory {
  /** K numbers of the edges that are kept. */
  readonly edges: Uint32Array
  private readonly step = new Float64Array(MOST_ROWS)
  private readonly conductance: Float32Array
  private rows = 0
  private every = 1

  /** @param initial E values, conductances at step 0 */
  constructor(initial: Float64Array) {
    const kept = Math.min(initial.length, MOST_EDGES)
    this.edges = Uint32Array.from({ length: kept }, (_, i) =>
      Math.floor((i * initial.length) / kept),
    )
    this.conductance = new Float32Array(MOST_ROWS * kept)
    this.push(0, initial)
  }

  /** The step whose conductances are wanted next. */
  get next(): number {
    return this.step[this.rows - 1] + this.every
  }

  /** Takes a row if this is at or after the step wanted next. @param conductance E values */
  add(step: number, conductance: Float64Array): void {
    if (step < this.next) return
    if (this.rows === MOST_ROWS) this.thin()
    if (step >= this.next) this.push(step, conductance)
  }

  private push(step: number, conductance: Float64Array): void {
    const { edges } = this
    const at = this.rows * edges.length
    for (let i = 0; i < edges.length; i++) this.conductance[at + i] = conductance[edges[i]]
    this.step[this.rows++] = step
  }

  private thin(): void {
    const width = this.edges.length
    for (let row = 0; 2 * row < this.rows; row++) {
      this.step[row] = this.step[2 * row]
      this.conductance.copyWithin(row * width, 2 * row * width, (2 * row + 1) * width)
    }
    this.rows = Math.ceil(this.rows / 2)
    this.every *= 2
  }

  /**
   * At most so many rows at equal distances, the newest among them, and the first.
   * @param fromStep @param toStep of a stretch: the rows next to its ends are the first and the
   * last; null: to the newest
   */
  query(run: string, most: number, fromStep = 0, toStep: number | null = null): EdgeHistoryReply {
    const { edges } = this
    const known = this.step.subarray(0, this.rows)
    const end = toStep === null ? -1 : known.findIndex((step) => step >= toStep)
    const beyond = known.findIndex((step) => step > fromStep)
    const first = (beyond < 0 ? this.rows : beyond) - 1
    const chosen = this.choose(most, first, end < 0 ? this.rows - 1 : end)
    const conductance = new Float32Array(chosen.length * edges.length)
    chosen.forEach((row, i) => conductance.set(this.row(row), i * edges.length))
    const step = Float64Array.from(chosen, (row) => this.step[row])
    return { run, step, edges: edges.slice(), conductance }
  }

  /** Enough rows to go on from; where they are fewer than there are, what comes is as coarse. */
  snapshot(): EdgeHistorySnapshot {
    const { step, conductance } = this.query('', CHECKPOINT_ROWS)
    const thinned = Math.max(1, Math.ceil((this.rows - 1) / (CHECKPOINT_ROWS - 1)))
    return { every: this.every * thinned, step, conductance }
  }

  /**
   * @param snapshot left out: a checkpoint from before there was one; only step 0 is known
   */
  restore(snapshot: EdgeHistorySnapshot | undefined): void {
    if (snapshot === undefined) return
    this.rows = snapshot.step.length
    this.every = snapshot.every
    this.step.set(snapshot.step)
    this.conductance.set(snapshot.conductance)
  }

  private choose(most: number, first: number, last: number): number[] {
    const stride = Math.max(1, Math.ceil((last - first) / (most - 1)))
    const chosen: number[] = []
    // From the newest back, then the first.
    for (let row = last; row > first; row -= stride) chosen.push(row)
    chosen.push(first)
    return chosen.reverse()
  }

  private row(row: number): Float32Array {
    const width = this.edges.length
    return this.conductance.subarray(row * width, (row + 1) * width)
  }
}
