import { expect, test } from 'vitest'
import { Draws } from '../random'
import { drawn } from '../testing/spins'
import { randomise } from '../xy/phases'
import type { Relaxing } from '../xy/align'
import type { Field } from '../xy/field'
import { PlainRelaxer, States, type Pulls } from '../xy/relaxer'
import { SpinRelaxer } from './spinRelaxer'

const how: Relaxing = { tolerance: 1e-7, sweeps: 500, omega: 1.5, warm: 10 }
const bits = ({ spins, residual }: States): BigUint64Array[] =>
  [spins, residual].map((values) => new BigUint64Array(values.buffer))

/** States at random phases, all of them of one graph. */
function startsOf(s: Float64Array, order: Int32Array, count: number, seed: number): States {
  const draws = new Draws(seed, 'phases')
  const states = new States(s.length / 2, count)
  for (let k = 0; k < count; k++) {
    states.of(k).set(s)
    randomise(order, draws, states.of(k))
  }
  return states
}

interface Case {
  field: Field
  order: Int32Array
  s: Float64Array
  count: number
  pulls?: Pulls
  by?: Partial<Relaxing>
}

/** Both ways from the same starts. @returns sweeps of each state */
function compared({ field, order, s, count, pulls, by }: Case): Int32Array {
  const [wanted, got] = [0, 1].map(() => startsOf(s, order, count, 11))
  const relaxing = { ...how, ...by }
  new PlainRelaxer().relax(field, order, relaxing, wanted, count, pulls ?? null)
  const relaxer = new SpinRelaxer(field.graph, pulls?.spins.length ?? 0)
  relaxer.relax(field, order, relaxing, got, count, pulls ?? null)
  expect(got.sweeps).toEqual(wanted.sweeps)
  expect(bits(got)).toEqual(bits(wanted))
  return got.sweeps
}

// Rows of less than eight bonds, and of more, which are summed in four chains.
const graphs = [
  { spins: 5, density: 0.3 },
  { spins: 12, density: 0.5 },
  { spins: 30, density: 0.9 },
]
const cases = graphs.flatMap((graph) => [1, 2, 3, 7, 70].map((count) => ({ ...graph, count })))

test.each(cases)(
  '$count states of $spins spins come to rest with the same bits in lanes as one after the other',
  ({ spins, density, count }) => {
    for (let seed = 1; seed <= 5; seed++) {
      const sweeps = compared({ ...drawn(seed, spins, density), count })
      // Lanes end at different sweeps, so that the next state comes in beside one under way.
      if (count > 2 && spins > 5) expect(new Set(sweeps).size).toBeGreaterThan(1)
    }
  },
)

test('a lane keeps its bits under fields of its own', () => {
  const { field, order, s } = drawn(3)
  const draws = new Draws(4, 'noise')
  const pulls = {
    spins: Int32Array.of(9, 11),
    vectors: Float64Array.from({ length: 4 * 9 }, () => draws.gaussian()),
  }
  compared({ field, order, s, count: 9, pulls })
  compared({ field, order, s, count: 1, pulls })
})

test.each<[string, Partial<Relaxing>]>([
  ['no sweep goes past the minimum', { omega: 1 }],
  ['no sweep is warm', { warm: 0, omega: 1.9 }],
  ['states end at the limit of sweeps, some of them warm', { tolerance: 1e-14, sweeps: 7 }],
  ['states end at the limit of sweeps', { tolerance: 1e-14, sweeps: 23 }],
])('lanes have the same bits where %s', (_, by) => {
  for (let seed = 1; seed <= 5; seed++) compared({ ...drawn(seed), count: 5, by })
})

test('a spin without a field stays where it is in a lane, too', () => {
  const { field, order, s } = drawn(2)
  field.rows.fill(0)
  field.bias.fill(0)
  field.bias[2 * order[0]] = 1
  for (const count of [1, 4]) compared({ field, order, s, count })
})

test('what a relaxer did before leaves no trace', () => {
  const { field, order, s } = drawn(6)
  const relaxer = new SpinRelaxer(field.graph, 1)
  const pulls = { spins: Int32Array.of(11), vectors: Float64Array.of(3, 4, 5, 6) }
  const [first, again] = [0, 1].map(() => startsOf(s, order, 2, 5))
  relaxer.relax(field, order, how, first, 2, null)
  relaxer.relax(field, order, how, startsOf(s, order, 2, 8), 2, pulls)
  relaxer.relax(field, order, how, again, 2, null)
  expect(bits(again)).toEqual(bits(first))
})
