/** Lags 1, 2, 4, ...: so many doublings reach beyond 10^9 steps. */
const MOST_LAGS = 31

export interface Displacement {
  /** L lags, steps. */
  lag: Float64Array
  /** L means over edges and origins of (k(t + lag) - k(t))^2. */
  meanSquare: Float64Array
  /** L numbers of origins. */
  origins: Float64Array
}

/**
 * Mean squared displacement of the conductances. Origins of a lag do not overlap, so that every
 * step is compared with one remembered state per lag that divides it: O(2 E) per step on average,
 * E numbers of memory per lag reached.
 */
export class MeanSquaredDisplacement {
  private steps = 0
  private readonly start: Float64Array
  private readonly origin: Float64Array[]
  private readonly sum = new Float64Array(MOST_LAGS)
  private readonly count = new Float64Array(MOST_LAGS)

  constructor(private readonly conductance: Float64Array) {
    this.start = conductance.slice()
    this.origin = [conductance.slice()]
  }

  /** After each step. */
  stepped(): void {
    const { conductance, origin } = this
    this.steps++
    let lag = 1
    for (let j = 0; j < MOST_LAGS && this.steps % lag === 0; j++, lag *= 2) {
      const from = origin[j]
      let sum = 0
      for (let e = 0; e < conductance.length; e++) {
        const moved = conductance[e] - from[e]
        sum += moved * moved
      }
      this.sum[j] += sum / conductance.length
      this.count[j]++
      // The next lag has the first state of all as its first origin.
      if (j + 1 === origin.length) origin.push(this.start.slice())
      from.set(conductance)
    }
  }

  /** Of the lags that were completed at least once. */
  snapshot(): Displacement {
    const lags = this.count.findIndex((n) => n === 0)
    const list = Array.from({ length: lags < 0 ? MOST_LAGS : lags }, (_, j) => j)
    return {
      lag: Float64Array.from(list, (j) => 2 ** j),
      meanSquare: Float64Array.from(list, (j) => this.sum[j] / this.count[j]),
      origins: Float64Array.from(list, (j) => this.count[j]),
    }
  }
}
