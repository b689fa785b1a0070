import type { Batches } from '../batches'
import type { BrokenEdges, Readings } from '../imperfections'
import type { Network, Roles } from '../network'
import type { DecaySpec, Rule } from '../rules'
import type { KernelChoice, Solver } from '../kernels'
import type { Schedule } from '../schedules'
import type { Task } from '../tasks'

/** What a learner is made of. */
export interface Parts {
  readonly network: Network
  readonly roles: Roles
  readonly task: Task
  readonly solver: Solver
  readonly rule: Rule
  readonly schedule: Schedule
  readonly batches: Batches
  readonly eta: number
  /** p of the schedule; 1 where it has none. */
  readonly probability: number
  /** Scale continuous changes by 1/p. */
  readonly compensate: boolean
  /** How the learning rate falls with the steps; left out: not at all. */
  readonly decay?: DecaySpec
  /** Imperfect readings of the voltage drops; left out or null: perfect. */
  readonly readings?: Readings | null
  /** Edges that are broken from the start. */
  readonly broken?: BrokenEdges
  /** Which code runs; left out: the fastest. */
  readonly choice?: KernelChoice
}

/** Where the steps of a call are written. */
export interface Record {
  /** Error of each step's batch before its update, V^2. */
  readonly loss: Float64Array
  /** `words` 32-bit words per step: bit e % 32 of word e >> 5 is set if edge e updated. */
  readonly masks: Uint32Array
  /** Simulated time after each step, s; written where steps are events in time. */
  readonly time?: Float64Array
}
