import { Draws } from '../random'
import { makeField, setCouplings, type Field } from '../xy/field'
import { makeGraph, sweepOrder } from '../xy/graph'
import { randomise, spinsOf } from '../xy/phases'
import type { XyRuleSpec } from '../xy/spec'

const HALF = Math.PI / 2

export interface Drawn {
  field: Field
  coupling: Float64Array
  order: Int32Array
  s: Float64Array
}

/** A random graph of N spins with Gaussian couplings and biases, the first two held at +-pi/2. */
export function drawn(seed: number, spins = 12, density = 0.5): Drawn {
  const draws = new Draws(seed, 'initial')
  const a: number[] = []
  const b: number[] = []
  for (let i = 0; i < spins; i++)
    for (let j = 0; j < i; j++)
      if (draws.uniform() < density || j === i - 1) {
        a.push(j)
        b.push(i)
      }
  const field = makeField(makeGraph(spins, Int32Array.from(a), Int32Array.from(b)))
  const coupling = Float64Array.from(a, () => draws.gaussian())
  setCouplings(field, coupling)
  for (let i = 0; i < 2 * spins; i++) field.bias[i] = 0.5 * draws.gaussian()
  const held = new Uint8Array(spins)
  held[0] = held[1] = 1
  const order = sweepOrder(field.graph, held)
  const s = spinsOf([HALF, -HALF, ...new Array<number>(spins - 2).fill(0)])
  randomise(order, draws, s)
  return { field, coupling, order, s }
}

/** A recipe that learns small tasks within some hundred steps. */
export const xyRule: XyRuleSpec = {
  kind: 'xy',
  cost: 'log',
  nudge: 'symmetric',
  beta: 0.02,
  optimiser: 'rms',
  rate: 0.03,
  cap: 20,
  phases: 'random',
  starts: 1,
  evaluateStarts: 10,
  couplingMean: 0,
  couplingSpread: 0.5,
  biasSpread: 0.1,
  relaxation: { tolerance: 1e-5, sweeps: 300, omega: 1.5 },
}
