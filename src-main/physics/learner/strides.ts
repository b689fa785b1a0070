import type { MarchRule, Stepper } from '../solver'
import { refreshTargets, type Task } from '../tasks'
import type { Edges } from './edges'
import { LEARNS } from './edges'
import type { Parts, Record } from './parts'

/** Steps that one stride does at most: more gain nothing, and hold commands up. */
const MOST_STEPS = 1024

/** What may change between strides. */
export interface StrideState {
  /** Steps done before. */
  readonly step: number
  readonly task: Task
  readonly edges: Edges
  readonly eta: number
  readonly gain: number
}

/** Many plain steps of a learner at once, with the bits of one after the other. */
export class Strides {
  private examples: Int32Array
  private readonly counts = new Int32Array(MOST_STEPS)
  private readonly chosen: Int32Array
  private readonly learns: Uint8Array

  constructor(
    private readonly parts: Parts,
    private readonly stepper: Stepper,
    private readonly words: number,
  ) {
    const count = parts.network.a.length
    this.examples = new Int32Array(MOST_STEPS)
    this.chosen = new Int32Array(count)
    this.learns = new Uint8Array(count)
  }

  /** Does `count` steps, into the record from place `at` on. @returns the newest example. */
  advance(state: StrideState, count: number, record: Record, at: number): number {
    const { batches, kernel, rule } = this.parts
    const { task } = state
    // Whoever moved the targets since the last stride (a checkpoint, a watched step) told nobody.
    if (task.classes !== null) this.stepper.loadTargets()
    const most = Math.min(MOST_STEPS, this.stepper.capacity(batches.size))
    if (this.examples.length < most * batches.size)
      this.examples = new Int32Array(most * batches.size)
    const drawn = this.chooseSelection(state.edges)
    const into = this.examples
    let newest = 0
    let pending = 0
    let total = 0
    let done = 0
    const flush = (): void => {
      if (pending > 0) this.march(state, done, pending, record, at + done)
      done += pending
      pending = 0
      total = 0
    }
    for (let i = 0; i < count; i++) {
      const begins = batches.next(state.step + i + 1)
      if (begins && task.classes !== null) {
        flush()
        kernel.solveBasis(rule.conductance)
        refreshTargets(task, kernel.response)
        this.stepper.loadTargets()
      }
      const { examples, from, count: size } = batches
      for (let m = 0; m < size; m++) into[total + m] = examples[from + m]
      total += size
      newest = into[total - 1]
      this.counts[pending++] = size
      if (!drawn) this.choose(state, i, record.masks, at + i)
      if (pending === most) flush()
    }
    flush()
    return newest
  }

  /** @returns whether the stepper draws the edges itself. */
  private chooseSelection(edges: Edges): boolean {
    const { selection } = this.parts.schedule
    const { learns } = this
    if (edges.damaged)
      for (let e = 0; e < learns.length; e++) learns[e] = edges.state[e] === LEARNS ? 1 : 0
    this.stepper.select(selection ?? { kind: 'given' }, edges.damaged ? learns : null)
    return selection !== undefined
  }

  /** Sets the bits of a schedule that does not draw edge by edge. */
  private choose({ step, edges }: StrideState, i: number, masks: Uint32Array, at: number): void {
    const { chosen, words } = this
    const count = this.parts.schedule.select(step + i + 1, chosen)
    for (let c = 0; c < count; c++) {
      const e = chosen[c]
      if (edges.damaged && edges.state[e] !== LEARNS) continue
      masks[at * words + (e >>> 5)] |= 1 << (e & 31)
    }
  }

  private march(
    { step, eta, gain }: StrideState,
    done: number,
    count: number,
    record: Record,
    at: number,
  ): void {
    const { rule } = this.parts
    const march: MarchRule = rule.march()
    const { examples, counts } = this
    const { loss, masks } = record
    const firstStep = step + done + 1
    this.stepper.march(
      { firstStep, count, examples, counts, eta, gain, loss, masks, at },
      march,
      rule.conductance,
    )
  }
}
