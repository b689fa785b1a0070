import { ProblemError, type RunConfig } from '@contract'
import { noBoard } from './noBoard'
import type { Machine } from '../machine/machine'
import { SimulatedMachine } from '../machine/simulated'

/** An unconfigured machine of that kind. */
export function createMachine(kind: RunConfig['machine']['kind']): Machine {
  switch (kind) {
    case 'simulated':
      return new SimulatedMachine()
    case 'board':
      throw new ProblemError(noBoard)
  }
}
