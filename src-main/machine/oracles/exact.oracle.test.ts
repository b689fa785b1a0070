import { expect, test } from 'vitest'
import { Condition, solveNetwork } from '../../physics/circuit'
import { choosePlan } from '../../physics/kernels'
import { exactVoltages } from '../../physics/testing/rational'
import { circuit, heldIn } from './circuits'

const COUNT = 200
const EPSILON = 2 ** -52

/** Largest error of a voltage against exact rationals, relative to the largest source voltage. */
function errorOf(n: number, decades: number) {
  const made = circuit(n, decades)
  const { network, roles, conductance, ends } = made
  const held = heldIn(made)
  const { voltageV } = solveNetwork(network, conductance, {
    nodes: Int32Array.from(held.keys()),
    voltageV: Float64Array.from(held.values()),
  })
  const exact = exactVoltages(ends, [...conductance], held, network.names.length)
  const largest = Math.max(...held.values())
  const miss = Math.max(...Array.from(voltageV, (volt, i) => Math.abs(exact.miss(i, volt))))
  return {
    error: miss / largest,
    condition: new Condition(choosePlan(network, roles)).of(conductance),
  }
}

test.each([
  [6, 'six'],
  [9, 'nine'],
])(
  'over %i decades voltages agree with exact rationals, in units of the condition',
  (decades, word) => {
    let [worst, ratio, largest] = [0, 0, 0]
    for (let n = 0; n < COUNT; n++) {
      const { error, condition } = errorOf(n, decades)
      worst = Math.max(worst, error)
      ratio = Math.max(ratio, error / condition)
      largest = Math.max(largest, condition)
    }
    console.info(
      `exact rationals, ${COUNT} networks over ${word} decades: error at most ${worst.toExponential(1)}, divided by the condition number (up to ${largest.toExponential(1)}) ${ratio.toExponential(1)}`,
    )
    // Backward stability: a small multiple of the rounding unit times the condition number.
    expect(ratio).toBeLessThan(4 * EPSILON)
    if (decades === 6) expect(worst).toBeLessThan(1e-9)
  },
)
