import type { KernelChoice } from '../kernels'
import type { MarchTask } from '../solver/march'
import { isSupported } from '../wasm/instance'
import type { PoissonClocks } from './clocks'
import { EventKernel } from './kernel'
import { EventMarcher } from './marcher'
import type { EventEdges, EventMarching } from './marching'
import type { EventPlan } from './plan'

/**
 * What rings the events of a plan. WebAssembly, where the runtime has it; TypeScript with the same
 * bits where drops are read with noise, which WebAssembly does not draw.
 * @param learns E flags, looked at on each call. @param levels of the discrete rule, else 0
 */
export function makeEvents(
  plan: EventPlan,
  task: MarchTask,
  clocks: PoissonClocks,
  learns: Uint8Array,
  levels: number,
  edges: EventEdges,
  choice: KernelChoice,
): EventMarching {
  const noisy = edges.readings?.noisy ?? false
  return choice === 'fastest' && !noisy && isSupported()
    ? new EventMarcher(plan, task, clocks, learns, levels, edges)
    : new EventKernel(plan, task, clocks, learns, edges)
}
