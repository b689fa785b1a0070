import type { Field } from './field'

/** How spins come to rest. */
export interface Relaxing {
  /** Stops when the largest torque of a sweep is below it. */
  tolerance: number
  /** At most so many sweeps. */
  sweeps: number
  /** 0.5 < omega < 2: beyond 1 a spin goes past its local minimum, which is faster. */
  omega: number
  /** First sweeps with omega 1, which take the worst of random phases away. */
  warm: number
}

export interface Rest {
  sweeps: number
  /** Largest torque met in the last sweep. */
  residual: number
}

/** A local field shorter than this has no direction that rounding has not made. */
const NO_FIELD = 1e-24

/**
 * Over-relaxed local alignment (ours; over-relaxation after Adler, 1981): spin by spin in a fixed
 * order s = normalised(omega f - (omega - 1) |f| s), f the local field. Omega 1 puts a spin into its
 * exact minimum; any omega in 0.5..2 never raises the energy. No angle is ever computed.
 * Changes the spins of `order` in `s` in place; O(sweeps (N + E)), nothing is allocated.
 * @param h 2N biases, of the field or nudged
 */
export function align(
  { graph, rows }: Field,
  order: Int32Array,
  h: Float64Array,
  s: Float64Array,
  how: Relaxing,
  rest: Rest,
): void {
  const { start, neighbour } = graph
  const count = order.length
  let residual = 0
  let sweep = 0
  while (sweep < how.sweeps) {
    sweep++
    residual = 0
    const omega = sweep <= how.warm ? 1 : how.omega
    const past = omega - 1
    for (let k = 0; k < count; k++) {
      const at = 2 * order[k]
      const end = start[order[k] + 1]
      let q = start[order[k]]
      // Four chains, so that a long row does not wait for one sum; summed in a fixed order.
      let fx = h[at]
      let fy = h[at + 1]
      if (end - q >= 8) {
        let x1 = 0
        let y1 = 0
        let x2 = 0
        let y2 = 0
        let x3 = 0
        let y3 = 0
        for (; q + 3 < end; q += 4) {
          const j0 = 2 * neighbour[q]
          const j1 = 2 * neighbour[q + 1]
          const j2 = 2 * neighbour[q + 2]
          const j3 = 2 * neighbour[q + 3]
          fx += rows[q] * s[j0]
          fy += rows[q] * s[j0 + 1]
          x1 += rows[q + 1] * s[j1]
          y1 += rows[q + 1] * s[j1 + 1]
          x2 += rows[q + 2] * s[j2]
          y2 += rows[q + 2] * s[j2 + 1]
          x3 += rows[q + 3] * s[j3]
          y3 += rows[q + 3] * s[j3 + 1]
        }
        fx = fx + x1 + (x2 + x3)
        fy = fy + y1 + (y2 + y3)
      }
      for (; q < end; q++) {
        const j = 2 * neighbour[q]
        fx += rows[q] * s[j]
        fy += rows[q] * s[j + 1]
      }
      const x = s[at]
      const y = s[at + 1]
      const torque = x * fy - y * fx
      if (torque > residual) residual = torque
      else if (-torque > residual) residual = -torque
      const square = fx * fx + fy * fy
      if (square < NO_FIELD) continue
      if (past !== 0) {
        const back = past * Math.sqrt(square)
        fx = omega * fx - back * x
        fy = omega * fy - back * y
      }
      const length = 1 / Math.sqrt(fx * fx + fy * fy)
      s[at] = fx * length
      s[at + 1] = fy * length
    }
    if (residual < how.tolerance) break
  }
  rest.sweeps = sweep
  rest.residual = residual
}
