import type { SpinGraph } from './graph'

/**
 * Couplings, biases and what they do to spins. Spins and fields are unit and plain vectors in the
 * plane, two numbers each: x of spin i at 2i, y at 2i + 1. The energy is
 * E = - sum over bonds W_ij s_i.s_j - sum h_i.s_i (Wang, Wanjura and Marquardt, arXiv:2402.08579,
 * with h_i the vector of their bias h and psi).
 */
export interface Field {
  readonly graph: SpinGraph
  /** 2E couplings in the order of the graph's rows. */
  readonly rows: Float64Array
  /** 2N. */
  readonly bias: Float64Array
}

export function makeField(graph: SpinGraph): Field {
  return {
    graph,
    rows: new Float64Array(graph.neighbour.length),
    bias: new Float64Array(2 * graph.spins),
  }
}

/** Copies E couplings into the rows. */
export function setCouplings({ graph, rows }: Field, coupling: Float64Array): void {
  const { bond } = graph
  for (let q = 0; q < rows.length; q++) rows[q] = coupling[bond[q]]
}

/** Energy of 2N spins, with the given 2N biases in the place of the field's. O(N + E). */
export function energy({ graph, rows, bias }: Field, s: Float64Array, h = bias): number {
  const { spins, start, neighbour } = graph
  let sum = 0
  for (let i = 0; i < spins; i++) {
    let x = 0
    let y = 0
    for (let q = start[i]; q < start[i + 1]; q++) {
      const j = 2 * neighbour[q]
      x += rows[q] * s[j]
      y += rows[q] * s[j + 1]
    }
    sum -= s[2 * i] * (0.5 * x + h[2 * i]) + s[2 * i + 1] * (0.5 * y + h[2 * i + 1])
  }
  return sum
}

/**
 * Largest torque |s x f| on a spin of a list, f its local field: the exact slope of the energy in
 * its phase. O(N + E).
 */
export function largestTorque(
  { graph, rows, bias }: Field,
  order: Int32Array,
  s: Float64Array,
  h = bias,
): number {
  const { start, neighbour } = graph
  let largest = 0
  for (const i of order) {
    let x = h[2 * i]
    let y = h[2 * i + 1]
    for (let q = start[i]; q < start[i + 1]; q++) {
      const j = 2 * neighbour[q]
      x += rows[q] * s[j]
      y += rows[q] * s[j + 1]
    }
    largest = Math.max(largest, Math.abs(s[2 * i] * y - s[2 * i + 1] * x))
  }
  return largest
}
