import type { Network, Roles } from '../network'
import type { Kernel, MarchTask } from '../solver'
import { makeKernel, type KernelChoice } from './kernel'
import { choosePlan, type FactorPlan } from './plan'

/** What solves for a network's states. */
export interface Solver {
  readonly plan: FactorPlan
  readonly kernel: Kernel
}

/** Its two parts are made when first asked for: Poisson clocks ring without them. */
export class LateSolver implements Solver {
  private analysed: FactorPlan | null = null
  private made: Kernel | null = null

  /** @param task that it will mostly solve @param levels of the discrete rule; 0 for another */
  constructor(
    private readonly network: Network,
    private readonly roles: Roles,
    private readonly task: MarchTask,
    private readonly levels: number,
    private readonly choice: KernelChoice = 'fastest',
  ) {}

  get plan(): FactorPlan {
    return (this.analysed ??= choosePlan(this.network, this.roles))
  }

  get kernel(): Kernel {
    return (this.made ??= makeKernel(this.plan, this.task, this.levels, this.choice))
  }
}
