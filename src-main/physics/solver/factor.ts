import type { Plan } from './plan'

/**
 * Assembles the reduced Laplacian, factors it (LDL^T along the tape, right-looking) and carries
 * the right-hand side of the held voltages in x[free..] through the forward pass, all in one sweep.
 * @param values n diagonal entries, then the entries of the columns: left as D and L.
 * @param x by position: held voltages in, D^-1 L^-1 b in the free places out.
 */
export function assembleAndFactor(
  plan: Plan,
  conductance: Float64Array,
  values: Float64Array,
  x: Float64Array,
): void {
  const { free, innerEdge, innerA, innerB, innerSlot, columnStart, rowOf, tape } = plan
  values.fill(0)
  for (let i = 0; i < innerEdge.length; i++) {
    const k = conductance[innerEdge[i]]
    values[innerA[i]] += k
    values[innerB[i]] += k
    values[innerSlot[i]] = -k
  }
  const { boundaryEdge, boundaryFree, boundaryHeld } = plan
  x.fill(0, 0, free)
  for (let i = 0; i < boundaryEdge.length; i++) {
    const k = conductance[boundaryEdge[i]]
    const a = boundaryFree[i]
    values[a] += k
    x[a] += k * x[boundaryHeld[i]]
  }
  let t = 0
  let p = free
  for (let j = 0; j < free; j++) {
    const inverse = 1 / values[j]
    const xj = x[j]
    const end = free + columnStart[j + 1]
    for (; p < end; p++) {
      const entry = values[p]
      const l = entry * inverse
      const row = rowOf[p - free]
      values[row] -= l * entry
      x[row] -= l * xj
      // Two products at a time: they go to different slots, so that no sum changes its order.
      let r = p + 1
      for (; r < end - 1; r += 2, t += 2) {
        values[tape[t]] -= l * values[r]
        values[tape[t + 1]] -= l * values[r + 1]
      }
      if (r < end) values[tape[t++]] -= l * values[r]
      values[p] = l
    }
    x[j] = xj * inverse
  }
}

/** Another right-hand side through the forward pass of a finished factor; as above. */
export function forward(
  plan: Plan,
  conductance: Float64Array,
  values: Float64Array,
  x: Float64Array,
): void {
  const { free, boundaryEdge, boundaryFree, boundaryHeld, columnStart, rowOf } = plan
  for (let i = 0; i < free; i++) x[i] = 0
  for (let i = 0; i < boundaryEdge.length; i++)
    x[boundaryFree[i]] += conductance[boundaryEdge[i]] * x[boundaryHeld[i]]
  let q = 0
  for (let j = 0; j < free; j++) {
    const xj = x[j]
    for (const end = columnStart[j + 1]; q < end; q++) x[rowOf[q]] -= values[free + q] * xj
    // As in assembleAndFactor: the product with 1/D, not the quotient, so that columns agree in bits.
    x[j] = xj * (1 / values[j])
  }
}

/** Back-substitution of the positions below `from`: those at and above it hold their voltages. */
export function backward(plan: Plan, values: Float64Array, x: Float64Array, from: number): void {
  const { free, columnStart, rowOf } = plan
  for (let j = from - 1; j >= 0; j--) {
    let s = x[j]
    for (let q = columnStart[j + 1] - 1; q >= columnStart[j]; q--)
      s -= values[free + q] * x[rowOf[q]]
    x[j] = s
  }
}
