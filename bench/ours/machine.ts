import { runConfigSchema } from '../../src-preload/contract'
import { SimulatedMachine } from '../../src-main/machine/simulated'
import { Telemetry } from '../../src-main/run/telemetry'
import { rule, seed } from '../parameters'
import type { Contestant } from './serve'

export const config = runConfigSchema.parse({
  network: {
    kind: 'penn16',
    roles: { kind: 'given', sources: ['A', 'D'], grounds: ['I'], targets: ['C', 'G'] },
  },
  task: {
    kind: 'allostery',
    sourceVoltagesV: [5, 3],
    targets: { kind: 'given', voltagesV: [2, 1.5] },
  },
  rule,
  schedule: { kind: 'bernoulli', probability: 0.5 },
  evaluate: { every: 1_000_000 },
  seed,
})

/** penn16 through the simulated machine, with or without everything that a run records. */
export async function machineContestant(recorded: boolean): Promise<Contestant> {
  const machine = new SimulatedMachine()
  const description = await machine.configure('bench', config)
  const ignore = (): void => undefined
  const telemetry = new Telemetry(machine, description, { adjusted: ignore, problem: ignore })
  const nothing = { steps: ignore, evaluated: ignore, adjusted: ignore, problem: ignore }
  return {
    run: async (count) => {
      await machine.advance({ steps: count, expired: () => false }, recorded ? telemetry : nothing)
      return machine.evaluate().trainError
    },
  }
}
