import type { KernelChoice } from '../kernels'
import { isSupported } from '../wasm/instance'
import { WebAssemblyIntervals } from '../wasm/intervals'
import type { IntervalCounter } from './counter'
import { TypeScriptIntervals } from './typescript'

/** A counter without steps; whichever code runs, it counts the same. */
export function makeIntervalCounter(
  edges: number,
  choice: KernelChoice = 'fastest',
): IntervalCounter {
  return choice === 'fastest' && isSupported()
    ? new WebAssemblyIntervals(edges)
    : new TypeScriptIntervals(edges)
}
