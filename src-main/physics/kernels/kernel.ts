import { FrontKernel } from '../fronts/kernel'
import type { FrontPlan } from '../fronts/plan'
import { TapeKernel, type Kernel, type MarchTask, type Plan } from '../solver'
import { isSupported } from '../wasm/instance'
import { WebAssemblyKernel } from '../wasm/kernel'

/** Which code runs; the results have the same bits. */
export type KernelChoice = 'fastest' | 'typescript'

/**
 * The kernel for a plan and the task that it will mostly solve.
 * @param levels of the discrete rule; 0 for another.
 */
export function makeKernel(
  plan: Plan | FrontPlan,
  task: MarchTask,
  levels: number,
  choice: KernelChoice = 'fastest',
): Kernel {
  if (choice === 'fastest' && isSupported()) return new WebAssemblyKernel(plan, task, levels)
  return 'fronts' in plan ? new FrontKernel(plan) : new TapeKernel(plan)
}
