import { cosine, logarithm, sine } from '../numeric'
import { Draws, RandomStream } from '../random'
import type { ImperfectionsSpec } from './imperfections'

const TWO_PI = 6.283185307179586

/** Voltages by position, as a kernel leaves them, and the positions of each edge's ends. */
export interface Reading {
  freeV: Float64Array
  differenceV: Float64Array
  edgeA: Int32Array
  edgeB: Int32Array
}

/**
 * What an edge makes of its two voltage drops. A comparator of offset o decides whether |dV_C| is
 * larger than |dV_F| + o; each drop is read with Gaussian noise of its own. With F and C what it
 * reads, the contrast is F|F| - C|C|: its sign is the comparator's answer, and without offset and
 * noise it is (dV_F)^2 - (dV_C)^2. The learning bias is added to it. Ours in form.
 */
export class Readings {
  /** Whether drops are read one by one: otherwise only the bias is added. */
  readonly exact: boolean
  /** E offsets, V. */
  readonly offsetV: Float64Array
  private readonly noiseV: number
  /** Whether readings differ from step to step. */
  readonly noisy: boolean
  /** Added to the contrast of every example, V^2. */
  readonly bias: number
  private readonly stream: RandomStream

  constructor(spec: ImperfectionsSpec, edges: number, seed: number) {
    const draws = new Draws(seed, 'parts', 1)
    const { comparatorOffsetV, readNoiseV, learningBiasV2 } = spec
    this.offsetV = Float64Array.from({ length: edges }, () => comparatorOffsetV * draws.gaussian())
    this.noiseV = readNoiseV
    this.noisy = readNoiseV > 0
    this.bias = learningBiasV2
    this.exact = comparatorOffsetV === 0 && readNoiseV === 0
    this.stream = new RandomStream(seed, 'readings')
  }

  /** Adds the bias of `examples` examples to the contrasts of the first `count` edges. */
  addBias(count: number, examples: number, contrast: Float64Array): void {
    const bias = this.bias * examples
    for (let i = 0; i < count; i++) contrast[i] += bias
  }

  /**
   * Adds what the edges make of one example. @param example its number within the batch: with the
   * step and the edge it says which random numbers are drawn.
   */
  add(
    { freeV, differenceV, edgeA, edgeB }: Reading,
    step: number,
    example: number,
    edges: Int32Array,
    count: number,
    contrast: Float64Array,
  ): void {
    this.seek(step)
    for (let i = 0; i < count; i++) {
      const a = edgeA[edges[i]]
      const b = edgeB[edges[i]]
      const drop = freeV[a] - freeV[b]
      const clamped = drop + differenceV[a] - differenceV[b]
      contrast[i] += this.contrast(drop, clamped, example, edges[i], edgeA.length)
    }
  }

  /** Goes to the random numbers of a step. */
  seek(step: number): void {
    if (this.noisy) this.stream.seek(step)
  }

  /**
   * What an edge makes of its free and clamped drop, V, after `seek`.
   * @param example its number within the batch; @param edges how many the network has
   */
  contrast(drop: number, dropC: number, example: number, edge: number, edges: number): number {
    const { offsetV, noiseV, stream } = this
    let free = Math.abs(drop) + offsetV[edge]
    let clamped = Math.abs(dropC)
    if (noiseV > 0) {
      // Two normal numbers from two words (Box and Muller, 1958).
      const at = 2 * (example * edges + edge)
      const u = (stream.word(at) + 0.5) / 4294967296
      const angle = (TWO_PI * stream.word(at + 1)) / 4294967296
      const radius = noiseV * Math.sqrt(-2 * logarithm(u))
      free += radius * cosine(angle)
      clamped += radius * sine(angle)
    }
    return free * Math.abs(free) - clamped * Math.abs(clamped)
  }
}

/** Null where drops are read perfectly. */
export function makeReadings(
  spec: ImperfectionsSpec,
  edges: number,
  seed: number,
): Readings | null {
  const { comparatorOffsetV, readNoiseV, learningBiasV2 } = spec
  const none = comparatorOffsetV === 0 && readNoiseV === 0 && learningBiasV2 === 0
  return none ? null : new Readings(spec, edges, seed)
}
