import { beforeAll, expect, test } from 'vitest'
import { solveNetwork } from '../../physics/circuit'
import { FrontKernel } from '../../physics/fronts/kernel'
import { makeFrontPlan } from '../../physics/fronts/plan'
import type { FactorPlan } from '../../physics/kernels'
import { makePlan, TapeKernel, type Kernel } from '../../physics/solver'
import { circuit, heldIn } from './circuits'
import { ngspice, requireNgspice } from './ngspice'

beforeAll(requireNgspice)

const ETA = 0.5

/** Free and clamped voltages of a circuit by the kernels that learn: of small and of large networks. */
function statesOf(made: ReturnType<typeof circuit>) {
  const { network, roles } = made
  const tape = makePlan(network, roles)
  const fronts = makeFrontPlan(network, roles)
  return [
    solvedBy(new TapeKernel(tape), tape, made),
    solvedBy(new FrontKernel(fronts), fronts, made),
  ]
}

function solvedBy(kernel: Kernel, plan: FactorPlan, made: ReturnType<typeof circuit>) {
  kernel.solve(made.conductance, made.inputs, 0, made.targets, 0, ETA)
  const { freeV: x, differenceV: d } = kernel
  return {
    free: Array.from(plan.position, (i) => x[i]),
    clamped: Array.from(plan.position, (i) => x[i] + d[i]),
  }
}

/** Largest difference, relative to the largest voltage. */
function miss(ours: readonly number[], theirs: readonly number[]): number {
  const largest = Math.max(...theirs.map(Math.abs))
  return Math.max(...ours.map((volt, i) => Math.abs(volt - theirs[i]))) / largest
}

test('ngspice agrees to 1e-9 on 200 networks of every generator, over six decades', async () => {
  const worst = { free: 0, clamped: 0, residual: 0 }
  for (let n = 0; n < 200; n++) {
    const made = circuit(n, 6)
    const { network, roles, conductance, targets, ends } = made
    const states = statesOf(made)
    const held = heldIn(made)
    const resistanceOhm = Array.from(conductance, (k) => 1 / k)
    const common = { nodes: network.names.length, ends, resistanceOhm }
    const free = await ngspice({ ...common, held })
    const clamped = new Map(held)
    roles.targets.forEach((node, o) =>
      clamped.set(node, (1 - ETA) * states[0].free[node] + ETA * targets[o]),
    )
    const theirs = await ngspice({ ...common, held: clamped })
    for (const ours of states) {
      worst.free = Math.max(worst.free, miss(ours.free, free))
      worst.clamped = Math.max(worst.clamped, miss(ours.clamped, theirs))
    }
    const solution = solveNetwork(network, conductance, {
      nodes: Int32Array.from(held.keys()),
      voltageV: Float64Array.from(held.values()),
    })
    const flow = Math.max(...solution.current.map(Math.abs))
    worst.residual = Math.max(worst.residual, solution.residual / flow)
  }
  expect(worst.free).toBeLessThan(1e-9)
  expect(worst.clamped).toBeLessThan(1e-9)
  expect(worst.residual).toBeLessThan(1e-9)
  console.info(
    `ngspice, 200 networks: free ${worst.free.toExponential(1)}, clamped ${worst.clamped.toExponential(1)} of the largest voltage; Kirchhoff residual ${worst.residual.toExponential(1)} of the largest current`,
  )
})
