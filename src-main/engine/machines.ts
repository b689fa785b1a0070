import type { RunConfig } from '@contract'
import type { Machine } from '../machine/machine'
import { SimulatedMachine } from '../machine/simulated'

/** An unconfigured machine of that kind. */
export function createMachine(kind: RunConfig['machine']['kind']): Machine {
  switch (kind) {
    case 'simulated':
      return new SimulatedMachine()
  }
}
