import type { BatchSpec } from '../batches'
import type { NetworkSpec, RolesSpec } from '../network'
import type { ScheduleSpec } from '../schedules'
import type { TaskSpec } from '../tasks'
import type { OptimiserSpec } from './optimiser'

/** How spins learn by equilibrium propagation. */
export interface XyRuleSpec {
  kind: 'xy'
  cost: 'log' | 'cosine'
  /** Both signs of the nudge, or one and the free state. */
  nudge: 'symmetric' | 'one-sided'
  beta: number
  optimiser: OptimiserSpec['kind']
  rate: number
  /** Largest weight of the log cost. */
  cap: number
  /** Free spins begin at random phases in every step, or where the example's last step left them. */
  phases: 'random' | 'continue'
  /** Initial conditions per example and step. */
  starts: number
  /** Initial conditions per example and evaluation. */
  evaluateStarts: number
  /** Examples of each set that an evaluation reads, the first of them; left out: all. */
  evaluateExamples?: number | undefined
  /** Couplings begin Gaussian around a mean; each component of a bias around 0. */
  couplingMean: number
  couplingSpread: number
  biasSpread: number
  relaxation: { tolerance: number; sweeps: number; omega: number }
}

/** What a trajectory of spins is a function of. */
export interface XySpec {
  network: NetworkSpec & { roles: RolesSpec }
  task: TaskSpec
  rule: XyRuleSpec
  schedule: ScheduleSpec
  batch: BatchSpec
  /** 0..2^32-1. */
  seed: number
}
