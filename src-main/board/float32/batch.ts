import { RandomStream } from '../../physics/random'
import type { BoardConfig } from './config'

/** Which examples a step sees: order[from .. from + count - 1]. */
export class BoardBatch {
  epoch = 0
  seen = 0
  from = 0
  count = 0
  readonly order: Uint8Array

  constructor(private readonly total: number) {
    this.order = new Uint8Array(total)
  }

  reset(): void {
    this.epoch = this.seen = this.from = this.count = 0
  }

  /** @returns whether it begins an epoch. */
  next(config: BoardConfig, step: number): boolean {
    const begins = this.seen === 0
    if (config.draw === 'REPL') {
      const draw = integers(config.seed, step)
      for (let i = 0; i < config.batchSize; i++) this.order[i] = draw(this.total)
      this.from = 0
      this.count = config.batchSize
    } else {
      if (begins) this.orderEpoch(config)
      this.from = this.seen
      this.count = Math.min(config.batchSize, this.total - this.seen)
    }
    this.seen += this.count
    if (this.seen >= this.total) {
      this.seen = 0
      this.epoch++
    }
    return begins
  }

  private orderEpoch({ batchSize, seed }: BoardConfig): void {
    const { order, total } = this
    for (let i = 0; i < total; i++) order[i] = i
    if (total === 1 || batchSize >= total) return
    const draw = integers(seed, this.epoch)
    for (let i = 0; i + 1 < total; i++) {
      const j = i + draw(total - i)
      const kept = order[i]
      order[i] = order[j]
      order[j] = kept
    }
  }
}

/** r(n) = floor((high 2^26 + low) n / 2^53), exactly; n at most 255. */
function integers(seed: number, block: number): (n: number) => number {
  const stream = new RandomStream(seed, 'batch').seek(block)
  let index = 0
  return (n) => {
    const high = stream.word(index++) >>> 5
    const low = stream.word(index++) >>> 6
    return Math.floor((high * n + Math.floor((low * n) / 67108864)) / 134217728)
  }
}
