import { RandomStream, threshold } from '../../../physics/random'

/** Moments that chance chooses. `DESYNCLAB_SEED`, as a failed test printed it, chooses them again. */
export class Moments {
  private readonly stream: RandomStream
  private drawn = 0

  constructor(readonly seed = Number(process.env.DESYNCLAB_SEED ?? Date.now() % 1_000_000)) {
    this.stream = new RandomStream(seed, 'noise')
  }

  /** Evenly between 0 and `most`, ms. */
  next(most: number): number {
    return (this.stream.word(this.drawn++) / threshold(1)) * most
  }
}
