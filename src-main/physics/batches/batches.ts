import { Draws } from '../random'
import type { StateReader, StateWriter } from '../state'
import { checkSize, type BatchSpec } from './spec'

/** A place in a sequence of epochs, and the keys of the stream that shuffles each. */
export interface EpochPlace {
  readonly kind: 'epochs'
  readonly key0: number
  readonly key1: number
  readonly epoch: number
  /** Examples seen of this epoch. */
  readonly seen: number
  readonly size: number
}

const NONE = -1

/**
 * Which examples a step sees. An epoch ends when M examples were seen; where the size does not
 * divide M, the last batch of an epoch is the rest (ours). A batch of all M comes in their own
 * order: the sum does not depend on it but for rounding.
 */
export class Batches {
  private readonly order: Int32Array
  from = 0
  count = 0
  private readonly draws: Draws
  private readonly swapped: Int32Array
  private swaps = 0
  private batchSize: number
  /** Epochs begun before this one, and examples seen of this one. */
  private epoch = 0
  private seen = 0
  /** The epochs of the newest batch, and of which the order is. */
  private newest = NONE
  private ordered = NONE

  constructor(
    private readonly total: number,
    private readonly spec: BatchSpec,
    seed: number,
  ) {
    this.order = Int32Array.from({ length: total }, (_, i) => i)
    this.swapped = new Int32Array(total)
    this.draws = new Draws(seed, 'batch')
    this.batchSize = checkSize(spec.size, total)
  }

  /** Numbers of the examples; the batch is examples[from .. from + count - 1]. */
  get examples(): Int32Array {
    if (this.ordered !== this.newest) this.orderEpoch()
    return this.order
  }

  /** Whether examples may differ from step to step though all of them fit. */
  get random(): boolean {
    return this.spec.draw === 'replacement' && this.total > 1
  }

  get draw(): BatchSpec['draw'] {
    return this.spec.draw
  }

  get size(): number {
    return this.batchSize
  }

  set size(size: number) {
    this.batchSize = checkSize(size, this.total)
  }

  /** Whether every batch follows from a place in a sequence of epochs. */
  get inEpochs(): boolean {
    return this.spec.draw === 'epoch'
  }

  /** Where the sequence of epochs stands. */
  get place(): EpochPlace {
    const { epoch, seen, batchSize: size } = this
    const { key0, key1 } = this.draws.stream
    return { kind: 'epochs', key0, key1, epoch, seen, size }
  }

  /** Steps until the next epoch begins: 0 if the next step begins one. */
  get stepsLeft(): number {
    return this.seen === 0 ? 0 : Math.ceil((this.total - this.seen) / this.batchSize)
  }

  /** Steps of a whole epoch. */
  get stepsOfEpoch(): number {
    return Math.ceil(this.total / this.batchSize)
  }

  /** Passes so many batches of whole epochs over, which somebody else took. O(1). */
  skip(steps: number): void {
    const { batchSize: size, stepsLeft, stepsOfEpoch } = this
    const beyond = steps - stepsLeft
    if (beyond > 0) {
      this.epoch += (stepsLeft > 0 ? 1 : 0) + Math.ceil(beyond / stepsOfEpoch) - 1
      this.seen = ((beyond - 1) % stepsOfEpoch) * size
    } else this.seen += (steps - 1) * size
    this.takeOfEpoch()
    this.pass()
  }

  /** Goes to the batch of a step; steps come in order. @returns whether it begins an epoch. */
  next(step: number): boolean {
    const begins = this.seen === 0
    if (this.spec.draw === 'random') this.drawAtRandom(step)
    else if (this.spec.draw === 'replacement') this.drawWithReplacement(step)
    else this.takeOfEpoch()
    this.pass()
    return begins
  }

  private pass(): void {
    this.seen += this.count
    if (this.seen < this.total) return
    this.seen = 0
    this.epoch++
  }

  private takeOfEpoch(): void {
    this.newest = this.epoch
    this.from = this.seen
    this.count = Math.min(this.batchSize, this.total - this.seen)
  }

  /** O(M), for the first that asks in an epoch. */
  private orderEpoch(): void {
    this.ordered = this.newest
    this.putInOrder()
    if (this.count < this.total) this.draws.seek(this.newest).shuffle(this.order)
  }

  private putInOrder(): void {
    for (let i = 0; i < this.total; i++) this.order[i] = i
  }

  /** The first places of a shuffle; the swaps of the last step are undone: O(b), not O(M). */
  private drawAtRandom(step: number): void {
    const { swapped, total, batchSize } = this
    for (let i = this.swaps - 1; i >= 0; i--) this.swap(i, swapped[i])
    this.swaps = batchSize < total ? batchSize : 0
    this.draws.seek(step)
    for (let i = 0; i < this.swaps; i++) {
      swapped[i] = i + this.draws.below(total - i)
      this.swap(i, swapped[i])
    }
    this.from = 0
    this.count = batchSize
  }

  private drawWithReplacement(step: number): void {
    const { order, total, batchSize } = this
    this.draws.seek(step)
    for (let i = 0; i < batchSize; i++) order[i] = this.draws.below(total)
    this.from = 0
    this.count = batchSize
  }

  private swap(i: number, j: number): void {
    const kept = this.order[i]
    this.order[i] = this.order[j]
    this.order[j] = kept
  }

  save(state: StateWriter): void {
    state.number(this.epoch)
    state.number(this.seen)
    state.number(this.batchSize)
  }

  load(state: StateReader): void {
    this.epoch = state.number()
    this.seen = state.number()
    this.batchSize = checkSize(state.number(), this.total)
    this.swaps = 0
    this.ordered = this.newest = NONE
    this.putInOrder()
  }
}
