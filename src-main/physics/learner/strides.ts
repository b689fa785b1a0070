import { KernelStepper, type MarchBatches, type Stepper } from '../solver'
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

/** Does many steps at once. */
export interface Striding {
  advance(state: StrideState, count: number, record: Record, at: number): number
}

/** Many plain steps of a learner at once, with the bits of one after the other. */
export class Strides implements Striding {
  private readonly stepper: Stepper
  private examples: Int32Array
  private readonly counts = new Int32Array(MOST_STEPS)
  private readonly chosen: Int32Array
  private readonly learns: Uint8Array

  constructor(
    private readonly parts: Parts,
    private readonly words: number,
  ) {
    const { kernel, plan } = parts.solver
    this.stepper = kernel.stepper ?? new KernelStepper(kernel, plan, parts.task.train)
    const count = parts.network.a.length
    this.examples = new Int32Array(MOST_STEPS)
    this.chosen = new Int32Array(count)
    this.learns = new Uint8Array(count)
  }

  /** Does `count` steps, into the record from place `at` on. @returns the newest example. */
  advance(state: StrideState, count: number, record: Record, at: number): number {
    const { batches } = this.parts
    // Whoever moved the targets since the last stride (a checkpoint, a watched step) told nobody.
    if (state.task.classes !== null) this.stepper.loadTargets()
    const drawn = this.chooseSelection(state.edges)
    if (!drawn) for (let i = 0; i < count; i++) this.choose(state, i, record.masks, at + i)
    return batches.inEpochs && this.stepper.followsEpochs
      ? this.advanceEpochs(state, count, record, at)
      : this.advanceGiven(state, count, record, at)
  }

  /** The stepper follows the epochs itself; it stops between two where the targets move. */
  private advanceEpochs(state: StrideState, count: number, record: Record, at: number): number {
    const { batches } = this.parts
    const most = Math.min(MOST_STEPS, this.stepper.capacity(1))
    let newest = 0
    for (let done = 0; done < count;) {
      let steps = Math.min(most, count - done)
      if (state.task.classes !== null) {
        if (batches.stepsLeft === 0) this.refresh(state.task)
        steps = Math.min(steps, batches.stepsLeft || batches.stepsOfEpoch)
      }
      newest = this.march(state, batches.place, done, steps, record, at + done)
      batches.skip(steps)
      done += steps
    }
    return newest
  }

  private advanceGiven(state: StrideState, count: number, record: Record, at: number): number {
    const { batches } = this.parts
    const { task } = state
    const { counts } = this
    const most = Math.min(MOST_STEPS, this.stepper.capacity(batches.size))
    if (this.examples.length < most * batches.size)
      this.examples = new Int32Array(most * batches.size)
    const given = { kind: 'given', examples: this.examples, counts } as const
    let newest = 0
    let pending = 0
    let total = 0
    let done = 0
    const flush = (): void => {
      if (pending > 0) newest = this.march(state, given, done, pending, record, at + done)
      done += pending
      pending = 0
      total = 0
    }
    for (let i = 0; i < count; i++) {
      const begins = batches.next(state.step + i + 1)
      if (begins && task.classes !== null) {
        flush()
        this.refresh(task)
      }
      const { examples, from, count: size } = batches
      for (let m = 0; m < size; m++) this.examples[total + m] = examples[from + m]
      total += size
      counts[pending++] = size
      if (pending === most) flush()
    }
    flush()
    return newest
  }

  /** Moves the targets with the response of the network that is reached. */
  private refresh(task: Task): void {
    const { solver, rule } = this.parts
    const { kernel } = solver
    kernel.solveBasis(rule.conductance)
    refreshTargets(task, kernel.response)
    this.stepper.loadTargets()
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
    batches: MarchBatches,
    done: number,
    count: number,
    { loss, masks }: Record,
    at: number,
  ): number {
    const { rule } = this.parts
    const firstStep = step + done + 1
    return this.stepper.march(
      { firstStep, count, batches, eta, gain, loss, masks, at },
      rule.march(),
      rule.conductance,
    )
  }
}
