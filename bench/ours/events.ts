import { EventMarcher, makeEventPlan, PoissonClocks } from '../../src-main/physics/events'
import { makeRule } from '../../src-main/physics/rules'
import type { Problem } from '../networks'
import { rule, seed } from '../parameters'
import { taskOf } from './learner'
import type { Contestant } from './serve'

/** Events of a call, as a run has them: see Rings. */
const CHUNK = 256

/** Poisson clocks of equal rates; time, edge and error of every event are recorded. */
export function eventsContestant(problem: Problem): Contestant {
  const edges = problem.network.a.length
  const k = makeRule(rule, edges, seed).conductance
  const marcher = new EventMarcher(
    makeEventPlan(problem.network, problem.roles),
    taskOf(problem, 1).train,
    new PoissonClocks(new Float64Array(edges).fill(1), seed),
    new Uint8Array(edges).fill(1),
    0,
  )
  const order = {
    first: 0,
    count: 0,
    time: 0,
    examples: new Int32Array(CHUNK),
    counts: new Int32Array(CHUNK).fill(1),
    eta: rule.eta,
    times: new Float64Array(CHUNK),
    edges: new Int32Array(CHUNK),
    loss: new Float64Array(CHUNK),
  }
  const march = {
    kind: 'ideal' as const,
    alpha: rule.alpha,
    low: rule.minConductance,
    high: rule.maxConductance,
  }
  const run = (count: number): number => {
    for (let done = 0; done < count; done += order.count) {
      order.count = Math.min(CHUNK, count - done)
      order.time = marcher.march(order, march, k)
      order.first += order.count
    }
    return order.loss[order.count - 1] * problem.roles.targets.length
  }
  return { run }
}
