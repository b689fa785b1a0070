import type { KernelChoice } from '../kernels'
import { isSupported } from '../wasm/instance'
import { SpinRelaxer } from '../wasm/spinRelaxer'
import type { SpinGraph } from './graph'
import { PlainRelaxer, type Relaxer } from './relaxer'

/** @param mostPulled spins whose biases a state may add to */
export function makeRelaxer(
  graph: SpinGraph,
  mostPulled: number,
  choice: KernelChoice = 'fastest',
): Relaxer {
  return choice === 'fastest' && isSupported()
    ? new SpinRelaxer(graph, mostPulled)
    : new PlainRelaxer()
}
