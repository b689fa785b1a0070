/** What real parts do (ours in form, sized after the raw data of Dillavou, Guzman et al., 2025). */
export interface ImperfectionsSpec {
  /** Standard deviation between edges of the comparator's offset, V. */
  comparatorOffsetV: number
  /** Standard deviation of each reading of a voltage drop, V. */
  readNoiseV: number
  /** Source voltages are rounded to 2^bits - 1 equal steps of the full scale; null: exact. */
  driveBits: number | null
  driveFullScaleV: number
  /** Resistances are off by a factor uniform in 1 - tolerance .. 1 + tolerance. */
  tolerance: number
  /** Edges that conduct nothing from the start. */
  deadEdges: number
  /** Edges that conduct and never learn. */
  stuckEdges: number
  /** Added to the contrast of every edge and example, V^2. */
  learningBiasV2: number
}

/** A perfect network. */
export const perfect: ImperfectionsSpec = {
  comparatorOffsetV: 0,
  readNoiseV: 0,
  driveBits: null,
  driveFullScaleV: 5,
  tolerance: 0,
  deadEdges: 0,
  stuckEdges: 0,
  learningBiasV2: 0,
}
