import { backSubstitute, type EventFactor } from './factor'
import type { EventPlan } from './plan'

/**
 * O x S free output voltages per volt at each source, by back-substitution of the outputs alone:
 * O(S O (S + O)), whatever the size of the network.
 */
export function responseOf(plan: EventPlan, factor: Pick<EventFactor, 'lower'>): Float64Array {
  const { free, sources, outputs } = plan
  const response = new Float64Array(outputs * sources)
  const v = new Float64Array(sources)
  const x = new Float64Array(free)
  for (let s = 0; s < sources; s++) {
    v.fill(0)
    v[s] = 1
    backSubstitute(plan, factor, v, free - outputs, x)
    for (let o = 0; o < outputs; o++) response[o * sources + s] = x[free - outputs + o]
  }
  return response
}
