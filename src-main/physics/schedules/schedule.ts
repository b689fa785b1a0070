/** Which edges update on which step. All forms are ours, after Wycoff et al. (2022). */
export interface Schedule {
  /** E values: expected updates per step. */
  readonly probability: Float64Array
  /**
   * Writes the numbers of the edges that update on a step; a function of the step alone.
   * @param step 1, 2, ... @param edges E places. @returns how many.
   */
  select(step: number, edges: Int32Array): number
  /** Present where a probability p can be changed while it runs. */
  setProbability?(probability: number): void
}
