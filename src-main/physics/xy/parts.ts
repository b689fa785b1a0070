import type { Batches } from '../batches'
import type { KernelChoice } from '../kernels'
import type { Network } from '../network'
import type { Schedule } from '../schedules'
import type { SpinTask } from './examples'
import type { SpinRoles } from './roles'
import type { XyRuleSpec } from './spec'

/** What a learner of spins is made of. */
export interface XyParts {
  readonly network: Network
  readonly roles: SpinRoles
  readonly task: SpinTask
  readonly rule: XyRuleSpec
  /** Over G couplings, then the biases of the F spins that are free from the start. */
  readonly schedule: Schedule
  readonly batches: Batches
  /** p of the schedule; 1 where it has none. */
  readonly probability: number
  /** Scale changes by 1 over the mean update probability. */
  readonly compensate: boolean
  readonly seed: number
  readonly kernel: KernelChoice
}
