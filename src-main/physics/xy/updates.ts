import type { Slopes } from './batchStates'
import type { Couplings } from './couplings'
import { setCouplings, type Field } from './field'
import { Optimiser } from './optimiser'
import type { XyParts } from './parts'

/** What the schedule draws: couplings and bias vectors that update on a step, each on its own. */
export class Updates {
  readonly optimiser: Optimiser
  /** 32-bit words of a step's mask. */
  readonly words: number
  /** Parameters whose turn it is, as the schedule writes them: couplings, then biases. */
  private readonly chosen: Int32Array
  private readonly slope: Float64Array
  /** Bonds of each parameter, where they are shared: E bonds, and G + 1 places where each begins. */
  private readonly membersOf: Int32Array
  private readonly membersFrom: Int32Array

  /** @param biased F spins that have a bias */
  constructor(
    private readonly parts: XyParts,
    private readonly couplings: Couplings,
    private readonly field: Field,
    private readonly biased: Int32Array,
  ) {
    const { rule, schedule } = parts
    const { group, members, parameter } = couplings
    const groups = parameter.length
    this.optimiser = new Optimiser(
      { kind: rule.optimiser, rate: rule.rate },
      groups + 2 * biased.length,
    )
    this.words = (group.length + 31) >>> 5
    this.chosen = new Int32Array(groups + biased.length)
    if (schedule.probability.length !== this.chosen.length)
      throw new Error('the schedule does not draw among couplings and biases')
    this.slope = new Float64Array(groups)
    this.membersFrom = new Int32Array(groups + 1)
    members.forEach((count, g) => {
      this.membersFrom[g + 1] = this.membersFrom[g] + count
    })
    this.membersOf = new Int32Array(group.length)
    const next = this.membersFrom.slice()
    group.forEach((g, e) => {
      this.membersOf[next[g]++] = e
    })
  }

  /** Draws whose turn it is. @returns how many: what `make` updates */
  draw(step: number): number {
    return this.parts.schedule.select(step, this.chosen)
  }

  /** Updates those drawn, and marks the bonds that learn from word `at` of the masks on. */
  make(drawn: number, slopes: Slopes, masks: Uint32Array, at: number): void {
    const { chosen, couplings, optimiser, slope, biased, field } = this
    const gain = this.parts.compensate ? 1 / this.parts.schedule.mean : 1
    slope.fill(0)
    couplings.gather(slopes.bonds, slope)
    const groups = slope.length
    for (let c = 0; c < drawn; c++) {
      const k = chosen[c]
      if (k >= groups) {
        const i = 2 * biased[k - groups]
        const parameter = groups + 2 * (k - groups)
        field.bias[i] += optimiser.change(parameter, slopes.biases[i], gain)
        field.bias[i + 1] += optimiser.change(parameter + 1, slopes.biases[i + 1], gain)
        continue
      }
      if (!this.mark(k, masks, at)) continue
      couplings.parameter[k] += optimiser.change(k, slope[k], gain)
    }
    couplings.spread()
    setCouplings(field, couplings.value)
  }

  /** Sets the bits of the bonds of a parameter that learn. @returns whether there is one */
  private mark(parameter: number, masks: Uint32Array, at: number): boolean {
    const { membersOf, membersFrom, couplings } = this
    let learns = false
    for (let q = membersFrom[parameter]; q < membersFrom[parameter + 1]; q++) {
      const e = membersOf[q]
      if (couplings.state[e] !== 0) continue
      masks[at + (e >>> 5)] |= 1 << (e & 31)
      learns = true
    }
    return learns
  }
}
