import { PhysicsError } from '../error'
import { Draws } from '../random'
import type { StateReader, StateWriter } from '../state'

export interface BatchSpec {
  /** Examples per step, 1..M. */
  size: number
  /**
   * epoch: without replacement within an epoch; random: distinct examples drawn on every step;
   * replacement: independent examples drawn on every step.
   */
  draw: 'epoch' | 'random' | 'replacement'
}

/**
 * Which examples a step sees. An epoch ends when M examples were seen; where the size does not
 * divide M, the last batch of an epoch is the rest (ours). A batch of all M comes in their own
 * order: the sum does not depend on it but for rounding.
 */
export class Batches {
  /** Numbers of the examples; the batch is examples[from .. from + count - 1]. */
  readonly examples: Int32Array
  from = 0
  count = 0
  private readonly draws: Draws
  private readonly swapped: Int32Array
  private swaps = 0
  private batchSize: number
  /** Epochs begun before this one, and examples seen of this one. */
  private epoch = 0
  private seen = 0

  constructor(
    private readonly total: number,
    private readonly spec: BatchSpec,
    seed: number,
  ) {
    this.examples = Int32Array.from({ length: total }, (_, i) => i)
    this.swapped = new Int32Array(total)
    this.draws = new Draws(seed, 'batch')
    this.batchSize = this.checked(spec.size)
  }

  /** Whether examples may differ from step to step though all of them fit. */
  get random(): boolean {
    return this.spec.draw === 'replacement' && this.total > 1
  }

  get size(): number {
    return this.batchSize
  }

  set size(size: number) {
    this.batchSize = this.checked(size)
  }

  private checked(size: number): number {
    if (Number.isInteger(size) && size >= 1 && size <= this.total) return size
    throw new PhysicsError(
      'batch-size-out-of-range',
      `A batch of ${size} was asked for, and the task has ${this.total} training examples.`,
      `Allowed: a whole number from 1 to ${this.total}.`,
      'batch.size',
    )
  }

  /** Goes to the batch of a step; steps come in order. @returns whether it begins an epoch. */
  next(step: number): boolean {
    const begins = this.seen === 0
    if (this.spec.draw === 'random') this.drawAtRandom(step)
    else if (this.spec.draw === 'replacement') this.drawWithReplacement(step)
    else this.takeOfEpoch(begins)
    this.seen += this.count
    if (this.seen >= this.total) {
      this.seen = 0
      this.epoch++
    }
    return begins
  }

  private takeOfEpoch(begins: boolean): void {
    if (begins && this.total > 1) this.orderEpoch(this.batchSize < this.total)
    this.from = this.seen
    this.count = Math.min(this.batchSize, this.total - this.seen)
  }

  private orderEpoch(shuffled: boolean): void {
    for (let i = 0; i < this.total; i++) this.examples[i] = i
    if (shuffled) this.draws.seek(this.epoch).shuffle(this.examples)
  }

  /** The first places of a shuffle; the swaps of the last step are undone: O(b), not O(M). */
  private drawAtRandom(step: number): void {
    const { examples, swapped, total, batchSize } = this
    for (let i = this.swaps - 1; i >= 0; i--) this.swap(i, swapped[i])
    this.swaps = batchSize < total ? batchSize : 0
    this.draws.seek(step)
    for (let i = 0; i < this.swaps; i++) {
      swapped[i] = i + this.draws.below(examples.length - i)
      this.swap(i, swapped[i])
    }
    this.from = 0
    this.count = batchSize
  }

  private drawWithReplacement(step: number): void {
    const { examples, total, batchSize } = this
    this.draws.seek(step)
    for (let i = 0; i < batchSize; i++) examples[i] = this.draws.below(total)
    this.from = 0
    this.count = batchSize
  }

  private swap(i: number, j: number): void {
    const kept = this.examples[i]
    this.examples[i] = this.examples[j]
    this.examples[j] = kept
  }

  save(state: StateWriter): void {
    state.number(this.epoch)
    state.number(this.seen)
    state.number(this.batchSize)
  }

  load(state: StateReader): void {
    this.epoch = state.number()
    this.seen = state.number()
    this.batchSize = this.checked(state.number())
    this.swaps = 0
    // Only a batch smaller than the set leaves an epoch half seen, and that one was shuffled.
    this.orderEpoch(this.spec.draw === 'epoch' && this.seen > 0)
  }
}
