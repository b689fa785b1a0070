import type { BoardFrame } from '../../board'
import type { StepChunk } from '../machine'

/** Rows of a chunk at most. */
const MOST_ROWS = 256

/** Cuts frames into chunks: of consecutive steps, or of some of them with their steps. */
export class Rows {
  private readonly words: number
  private readonly loss = new Float64Array(MOST_ROWS)
  private readonly steps = new Float64Array(MOST_ROWS)
  private readonly masks: Uint32Array

  constructor(edges: number) {
    this.words = (edges + 31) >>> 5
    this.masks = new Uint32Array(MOST_ROWS * this.words)
  }

  /** @param after the newest step before them */
  forEach(frames: readonly BoardFrame[], after: number, give: (chunk: StepChunk) => void): void {
    let before = after
    for (let from = 0; from < frames.length;) {
      const dense = frames[from].step === before + 1
      let count = 0
      while (count < MOST_ROWS && from + count < frames.length) {
        const frame = frames[from + count]
        if (dense !== (frame.step === before + 1)) break
        this.put(count++, frame)
        before = frame.step
      }
      give(this.chunk(frames[from].step, count, dense))
      from += count
    }
  }

  private put(row: number, { step, loss, mask }: BoardFrame): void {
    const { words, masks } = this
    this.loss[row] = loss
    this.steps[row] = step
    masks.fill(0, row * words, (row + 1) * words)
    mask.forEach((byte, i) => {
      masks[row * words + (i >> 2)] |= byte << (8 * (i & 3))
    })
  }

  private chunk(firstStep: number, count: number, dense: boolean): StepChunk {
    const { loss, words, masks } = this
    const at = this.steps.subarray(0, count)
    return { firstStep, count, loss, words, masks, ...(dense ? {} : { at }) }
  }
}
