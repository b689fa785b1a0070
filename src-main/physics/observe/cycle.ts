export interface Cycle {
  /** Steps after which the state comes back, the least such number. */
  period: number
  /** The state was on the cycle at this step, and maybe before. */
  from: number
}

/**
 * Exact detection of cycles (Brent, 1980) of a step that is a function of the conductances alone
 * and of the step number modulo `modulus`: one remembered state, replaced at powers of two. The
 * first return to it is the least period; it is found within three times the steps before the
 * cycle and twice its period. O(1) per step but for near misses, as a comparison ends at the first
 * difference.
 */
export class CycleDetector {
  private readonly kept: Float64Array
  private keptAt: number
  private power = 1
  private found: Cycle | null = null

  constructor(
    private readonly conductance: Float64Array,
    private readonly modulus: number,
    step: number,
  ) {
    this.kept = conductance.slice()
    this.keptAt = step
  }

  /** After each step. */
  stepped(step: number): void {
    if (this.found !== null) return
    const ago = step - this.keptAt
    if (ago % this.modulus === 0 && this.same()) {
      this.found = { period: ago, from: this.keptAt }
      return
    }
    if (ago !== this.power) return
    this.kept.set(this.conductance)
    this.keptAt = step
    this.power *= 2
  }

  private same(): boolean {
    const { kept, conductance } = this
    for (let e = 0; e < kept.length; e++) if (kept[e] !== conductance[e]) return false
    return true
  }

  /** Null: none so far. */
  snapshot(): Cycle | null {
    return this.found
  }
}
