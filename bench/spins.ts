import { makeNetwork } from '../src-main/physics/network'
import { Draws } from '../src-main/physics/random'
import { makeField, makeGraph, setCouplings, sweepOrder, type Field } from '../src-main/physics/xy'

/** Spins at random couplings and biases: what every program of these benchmarks is given. */
export interface SpinProblem {
  field: Field
  /** E. */
  coupling: Float64Array
  /** N flags and phases of the held spins, rad. */
  held: Uint8Array
  heldPhase: Float64Array
  order: Int32Array
  /** Nudged towards pi/2 with this strength. */
  output: number
  beta: number
  draws: Draws
}

const networks = {
  all100: { spec: { kind: 'complete', nodes: 100 }, spread: 0.1 },
  lattice30: { spec: { kind: 'square', rows: 30, columns: 30, periodic: false }, spread: 1 },
  lattice100: { spec: { kind: 'square', rows: 100, columns: 100, periodic: false }, spread: 1 },
} as const
export type SpinNetwork = keyof typeof networks

/** Gaussian couplings, two inputs in the corners at +-pi/2, an output at the other end. */
export function spinProblem(name: SpinNetwork): SpinProblem {
  const { spec, spread } = networks[name]
  const { names, a, b } = makeNetwork(spec, 1)
  const draws = new Draws(5, 'initial')
  const field = makeField(makeGraph(names.length, a, b))
  const coupling = Float64Array.from(a, () => spread * draws.gaussian())
  setCouplings(field, coupling)
  const held = new Uint8Array(names.length)
  const heldPhase = new Float64Array(names.length)
  const second = spec.kind === 'square' ? spec.columns - 1 : 1
  held[0] = held[second] = 1
  heldPhase[0] = Math.PI / 2
  heldPhase[second] = -Math.PI / 2
  const order = sweepOrder(field.graph, held)
  for (const i of order)
    for (const at of [2 * i, 2 * i + 1]) field.bias[at] = 0.5 * draws.gaussian()
  return { field, coupling, held, heldPhase, order, output: names.length - 1, beta: 0.1, draws }
}

/** For a reference program: counts, bonds, couplings, held spins and biases as text. */
export function spinProblemText({
  field,
  coupling,
  held,
  heldPhase,
  output,
  beta,
}: SpinProblem): string {
  const { spins, a, b } = field.graph
  return [
    `${spins} ${a.length} ${output} ${beta}`,
    ...[a, b, coupling, held, heldPhase, field.bias].map((values) => values.join(' ')),
    '',
  ].join('\n')
}
