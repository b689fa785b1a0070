import { arctangent2, cosine, sine } from '../numeric'
import type { Draws } from '../random'

/**
 * Puts the spins of a list at random phases, uniform on the circle, without an angle (rejection: von
 * Neumann, 1951).
 */
export function randomise(order: Int32Array, draws: Draws, s: Float64Array): void {
  for (const i of order) {
    for (;;) {
      const x = draws.between(-1, 1)
      const y = draws.between(-1, 1)
      const square = x * x + y * y
      if (square > 1 || square < 1e-6) continue
      const length = 1 / Math.sqrt(square)
      s[2 * i] = x * length
      s[2 * i + 1] = y * length
      break
    }
  }
}

/** 2N spins of N phases, rad. */
export function spinsOf(phase: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const s = new Float64Array(2 * phase.length)
  for (let i = 0; i < phase.length; i++) {
    s[2 * i] = cosine(phase[i])
    s[2 * i + 1] = sine(phase[i])
  }
  return s
}

/** N phases of 2N spins, rad, in (-pi, pi]; for display. */
export function phasesOf(s: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: s.length / 2 }, (_, i) => arctangent2(s[2 * i + 1], s[2 * i]))
}
