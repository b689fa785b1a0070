import { makeFrontPlan } from '../../src-main/physics/fronts/plan'
import { RandomStream, threshold } from '../../src-main/physics/random'
import { makeRule } from '../../src-main/physics/rules'
import { Marcher } from '../../src-main/physics/wasm/marcher'
import type { Problem } from '../networks'
import { rule, seed } from '../parameters'
import { taskOf } from './learner'
import type { Job } from './serve'

/** Full training steps of a large network: assembly, factorisation, three solves, update. */
export function frontsJob(problem: Problem, probability: number): Job {
  const edges = problem.network.a.length
  const k = makeRule(rule, edges, seed).conductance
  const marcher = new Marcher(
    makeFrontPlan(problem.network, problem.roles),
    taskOf(problem, 1).train,
    0,
  )
  const { key0, key1 } = new RandomStream(seed, 'schedule')
  const limit = new Float64Array(edges).fill(threshold(probability))
  marcher.select(probability === 1 ? { kind: 'all' } : { kind: 'drawn', key0, key1, limit }, null)
  const chunk = marcher.capacity(1)
  const order = {
    firstStep: 1,
    count: 0,
    examples: new Int32Array(chunk),
    counts: new Int32Array(chunk).fill(1),
    eta: rule.eta,
    gain: 1,
    loss: new Float64Array(chunk),
    masks: new Uint32Array(chunk * marcher.words),
    at: 0,
  }
  const march = {
    kind: 'ideal' as const,
    alpha: rule.alpha,
    low: rule.minConductance,
    high: rule.maxConductance,
  }
  return (count) => {
    for (let done = 0; done < count; done += order.count) {
      order.count = Math.min(chunk, count - done)
      marcher.march(order, march, k)
      order.firstStep += order.count
    }
    return order.loss[order.count - 1] * problem.roles.targets.length
  }
}
