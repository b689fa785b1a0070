import { cosine, sine } from '../numeric'
import type { Field } from './field'

/** dphi_i/dt = -dE/dphi_i = - sum_j W_ij sin(phi_i - phi_j) - h_i x s_i; O(N + E) sines. */
function slope(
  { graph, rows, bias }: Field,
  order: Int32Array,
  phase: Float64Array,
  out: Float64Array,
  h = bias,
): void {
  const { start, neighbour } = graph
  for (const i of order) {
    let sum = h[2 * i + 1] * cosine(phase[i]) - h[2 * i] * sine(phase[i])
    for (let q = start[i]; q < start[i + 1]; q++)
      sum -= rows[q] * sine(phase[i] - phase[neighbour[q]])
    out[i] = sum
  }
}

/**
 * The overdamped gradient flow in the phases by the rule of Heun (1900), as a reference for `align`
 * and never part of a run. Changes the phases of `order` in place.
 * @param dt time step; explicit, stable below about 1 over the largest sum of |W| of a spin
 * @returns the largest torque at the end
 */
export function flow(
  field: Field,
  order: Int32Array,
  phase: Float64Array,
  time: number,
  dt: number,
  h = field.bias,
): number {
  const first = new Float64Array(phase.length)
  const second = new Float64Array(phase.length)
  const ahead = phase.slice()
  const steps = Math.ceil(time / dt)
  for (let step = 0; step < steps; step++) {
    slope(field, order, phase, first, h)
    for (const i of order) ahead[i] = phase[i] + dt * first[i]
    slope(field, order, ahead, second, h)
    for (const i of order) phase[i] += 0.5 * dt * (first[i] + second[i])
  }
  slope(field, order, phase, first, h)
  let largest = 0
  for (const i of order) largest = Math.max(largest, Math.abs(first[i]))
  return largest
}
