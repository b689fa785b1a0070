import type { Network, Roles } from '../network'

// The second implementation: dense, straightforward, in the network's own node order, sharing no
// code with the kernels. Free and clamped states are solved on their own, by elimination with
// partial pivoting, and subtracted only then.

export function solveDense(matrix: number[][], right: number[]): number[] {
  const n = right.length
  const a = matrix.map((row, i) => [...row, right[i]])
  for (let j = 0; j < n; j++) {
    let pivot = j
    for (let i = j + 1; i < n; i++) if (Math.abs(a[i][j]) > Math.abs(a[pivot][j])) pivot = i
    ;[a[j], a[pivot]] = [a[pivot], a[j]]
    for (let i = j + 1; i < n; i++) {
      const factor = a[i][j] / a[j][j]
      for (let k = j; k <= n; k++) a[i][k] -= factor * a[j][k]
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let sum = a[i][n]
    for (let k = i + 1; k < n; k++) sum -= a[i][k] * x[k]
    x[i] = sum / a[i][i]
  }
  return x
}

/** Node voltages with some nodes held: N values by Kirchhoff's current law. */
export function voltages(
  network: Network,
  conductance: ArrayLike<number>,
  held: Map<number, number>,
): number[] {
  const n = network.names.length
  const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(0))
  const right = new Array<number>(n).fill(0)
  for (let e = 0; e < network.a.length; e++) {
    const [a, b, k] = [network.a[e], network.b[e], conductance[e]]
    matrix[a][a] += k
    matrix[b][b] += k
    matrix[a][b] -= k
    matrix[b][a] -= k
  }
  for (const [node, voltage] of held) {
    matrix[node].fill(0)
    matrix[node][node] = 1
    right[node] = voltage
  }
  return solveDense(matrix, right)
}

export interface States {
  free: number[]
  clamped: number[]
}

/** Free and clamped state of one example. */
export function states(
  network: Network,
  roles: Roles,
  conductance: ArrayLike<number>,
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  eta: number,
): States {
  const held = new Map<number, number>()
  roles.sources.forEach((node, s) => held.set(node, inputs[s]))
  roles.grounds.forEach((node) => held.set(node, 0))
  const free = voltages(network, conductance, held)
  roles.targets.forEach((node, o) => held.set(node, (1 - eta) * free[node] + eta * targets[o]))
  return { free, clamped: voltages(network, conductance, held) }
}

/** (dV_F)^2 - (dV_C)^2 of every edge. */
export function contrasts(network: Network, { free, clamped }: States): number[] {
  return Array.from(network.a, (a, e) => {
    const b = network.b[e]
    return (free[a] - free[b]) ** 2 - (clamped[a] - clamped[b]) ** 2
  })
}
