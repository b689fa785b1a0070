import { Draws } from '../random'
import type { StateReader, StateWriter } from '../state'
import type { Relaxing } from './align'
import type { Field } from './field'
import type { HeldInputs } from './inputs'
import { distanceCost, targetsOf, type Nudging } from './nudge'
import { Pairs, type CameToRest } from './pairs'
import type { XyParts } from './parts'
import { randomise } from './phases'
import type { Relaxer } from './relaxer'

/** Pairs that come to rest side by side, as far as their states fit so many bytes. */
const MOST_PAIRS = 16
const PAIR_BYTES = 1 << 23

/** An example of a batch from one of its random starts. */
interface Start {
  example: number
  start: number
}

/** Sums over a batch: its gradient by E couplings and by 2N biases. */
export interface Slopes {
  readonly bonds: Float64Array
  readonly biases: Float64Array
}

/** Free and nudged states of the examples of a batch, some pairs at a time. */
export class BatchStates {
  readonly pairs: Pairs
  newestExample = 0
  /** Largest torque that a free state of the last batch was left with. */
  residual = 0
  /** The newest pair as the last batch left it; null: there was none since this was made or restored. */
  newest: { pair: number; rested: CameToRest } | null = null
  private readonly draws: Draws
  /** Rest states of each example and start, where a batch goes on from the last one. */
  private readonly kept: Float64Array | null
  private readonly seen: Uint8Array | null

  constructor(
    private readonly parts: XyParts,
    field: Field,
    relaxer: Relaxer,
    private readonly inputs: HeldInputs,
  ) {
    const { roles, rule, task, seed } = parts
    const { spins } = field.graph
    const room = Math.max(1, Math.min(MOST_PAIRS, Math.floor(PAIR_BYTES / (48 * spins))))
    this.pairs = new Pairs(field, relaxer, roles.outputs, room)
    this.draws = new Draws(seed, 'phases')
    const continues = rule.phases === 'continue'
    this.kept = continues ? new Float64Array(task.train.count * rule.starts * 2 * spins) : null
    this.seen = continues ? new Uint8Array(task.train.count) : null
  }

  /** The next batch's states. Adds its gradient to `slopes`. @returns its mean distance cost */
  settle(step: number, relaxing: Relaxing, nudging: Nudging, slopes: Slopes): number {
    const { batches, rule } = this.parts
    this.draws.seek(step)
    this.residual = 0
    batches.next(step)
    const { examples, from, count } = batches
    const scale = 1 / (count * rule.starts)
    const all = { relaxing, nudging, scale, slopes }
    let group: Start[] = []
    let cost = 0
    for (let k = from; k < from + count; k++) {
      const example = examples[k]
      // One that goes on from its own last state has to wait for it.
      const again = this.kept !== null && group.some((other) => other.example === example)
      if (again) {
        cost = this.settleGroup(group, all, cost)
        group = []
      }
      for (let start = 0; start < rule.starts; start++) {
        group.push({ example, start })
        if (group.length < this.pairs.room) continue
        cost = this.settleGroup(group, all, cost)
        group = []
      }
    }
    cost = this.settleGroup(group, all, cost)
    this.newestExample = examples[from + count - 1]
    return cost * scale
  }

  /** @returns the cost so far and that of these pairs: summed in the order of the batch */
  private settleGroup(
    group: readonly Start[],
    how: { relaxing: Relaxing; nudging: Nudging; scale: number; slopes: Slopes },
    costBefore: number,
  ): number {
    const { pairs, inputs, parts } = this
    if (group.length === 0) return costBefore
    const targets = group.map(({ example }) => targetsOf(parts.task.train, parts.roles, example))
    group.forEach(({ example, start }, k) => this.begin(example, start, pairs.free.of(k)))
    pairs.settle(inputs.free, how.relaxing, group.length)
    let cost = costBefore
    group.forEach(({ example, start }, k) => {
      const free = pairs.free.of(k)
      this.residual = Math.max(this.residual, pairs.free.residual[k])
      this.keep(example, start, free)
      cost += distanceCost(free, targets[k])
    })
    pairs.nudge(inputs.free, how.relaxing, how.nudging, targets)
    const { bonds, biases } = how.slopes
    for (let k = 0; k < group.length; k++)
      pairs.addGradient(k, how.nudging, how.scale, bonds, biases)
    const last = group.length - 1
    this.newest = { pair: last, rested: pairs.cameToRest(last) }
    return cost
  }

  /** Where the free state of an example sets out. */
  private begin(example: number, start: number, s: Float64Array): void {
    const { kept, seen, inputs, draws } = this
    const from = (example * this.parts.rule.starts + start) * s.length
    if (kept !== null && seen !== null && seen[example] !== 0)
      s.set(kept.subarray(from, from + s.length))
    else randomise(inputs.free, draws, s)
    inputs.hold(this.parts.task.train.inputs, example, s)
    randomise(inputs.floating, draws, s)
  }

  private keep(example: number, start: number, s: Float64Array): void {
    const { kept, seen } = this
    if (kept === null || seen === null) return
    const { starts } = this.parts.rule
    kept.set(s, (example * starts + start) * s.length)
    if (start === starts - 1) seen[example] = 1
  }

  saveNewest(state: StateWriter): void {
    state.integer(this.newestExample)
    state.number(this.residual)
  }

  loadNewest(state: StateReader): void {
    this.newest = null
    this.newestExample = state.integer()
    this.residual = state.number()
  }

  saveKept(state: StateWriter): void {
    if (this.kept !== null) state.numbers(this.kept)
    if (this.seen !== null) state.integers(this.seen)
  }

  loadKept(state: StateReader): void {
    if (this.kept !== null) state.numbers(this.kept)
    if (this.seen !== null) state.integers(this.seen)
  }
}
