import { makeRelaxer, randomise, spinsOf, States } from '../../src-main/physics/xy'
import { spinProblem, type SpinNetwork, type SpinProblem } from '../spins'
import type { Contestant } from './serve'

/** Four orders of magnitude below what the flow leaves after T = 100, at worst. */
const tolerance: Record<SpinNetwork, number> = { all100: 1e-6, lattice30: 1e-6, lattice100: 1e-5 }

/**
 * A free and a nudged state from fresh random phases, over and over, by alignment: one after the
 * other, as the nudged one begins where the free one is at rest.
 */
export function spinsContestant(name: SpinNetwork): Contestant {
  const { field, order, heldPhase, output, beta, draws } = spinProblem(name)
  const how = { tolerance: tolerance[name], sweeps: 5000, omega: 1.7, warm: 10 }
  const states = new States(heldPhase.length, 1)
  const s = states.of(0)
  s.set(spinsOf(heldPhase))
  const nudge = { spins: Int32Array.of(output), vectors: Float64Array.of(0, beta) }
  const relaxer = makeRelaxer(field.graph, 1)
  let residual = 0
  return {
    run(count) {
      for (let i = 0; i < count; i++) {
        randomise(order, draws, s)
        relaxer.relax(field, order, how, states, 1, null)
        residual = Math.max(residual, states.residual[0])
        relaxer.relax(field, order, { ...how, warm: 0 }, states, 1, nudge)
      }
      return states.residual[0]
    },
    notes: () => ({ residual }),
  }
}

/** dphi/dt, a sine for every bond and spin. */
function slope(
  { field, order }: SpinProblem,
  h: Float64Array,
  phase: Float64Array,
  out: Float64Array,
) {
  const { graph, rows } = field
  const { start, neighbour } = graph
  let largest = 0
  for (const i of order) {
    let sum = h[2 * i + 1] * Math.cos(phase[i]) - h[2 * i] * Math.sin(phase[i])
    for (let q = start[i]; q < start[i + 1]; q++)
      sum -= rows[q] * Math.sin(phase[i] - phase[neighbour[q]])
    out[i] = sum
    largest = Math.max(largest, Math.abs(sum))
  }
  return largest
}

const DT = 0.1
/** Time of one unit of work in each of the two phases: 1 % of a pair. */
const UNIT = 1

/** The same by the gradient flow in the phases, Heun with dt = 0.1; counted in hundredths of a pair. */
export function flowContestant(name: SpinNetwork): Contestant {
  const problem = spinProblem(name)
  const { order, heldPhase, field, output, beta, draws } = problem
  const phase = heldPhase.slice()
  const ahead = phase.slice()
  const [first, second] = [new Float64Array(phase.length), new Float64Array(phase.length)]
  const nudged = field.bias.slice()
  nudged[2 * output + 1] += beta
  let residual = 0
  const flow = (h: Float64Array, time: number): void => {
    for (let step = 0; step < time / DT; step++) {
      slope(problem, h, phase, first)
      for (const i of order) ahead[i] = phase[i] + DT * first[i]
      slope(problem, h, ahead, second)
      for (const i of order) phase[i] += 0.5 * DT * (first[i] + second[i])
    }
  }
  return {
    run(count) {
      for (const i of order) phase[i] = draws.between(-Math.PI, Math.PI)
      flow(field.bias, count * UNIT)
      // What is left after T = 100, as far as it was measured that long.
      residual = slope(problem, field.bias, phase, first)
      flow(nudged, count * UNIT)
      return residual
    },
    notes: () => ({ residual }),
  }
}
