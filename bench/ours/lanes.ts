import { Lanes, LANES } from '../../src-main/physics/lanes'
import { RandomStream, threshold } from '../../src-main/physics/random'
import { makeRule } from '../../src-main/physics/rules'
import { makePlan } from '../../src-main/physics/solver'
import type { Problem } from '../networks'
import { rule, seed } from '../parameters'
import { taskOf } from './learner'
import type { Contestant } from './serve'

const CHUNK = 1024

/** Four replicas with seeds of their own; the count is of replica-steps, all lanes together. */
export function lanesContestant(problem: Problem, probability: number): Contestant {
  const edges = problem.network.a.length
  const lanes = new Lanes(makePlan(problem.network, problem.roles), taskOf(problem, 1).train, null)
  lanes.load(
    Array.from({ length: LANES }, (_, lane) => {
      const { key0, key1 } = new RandomStream(seed + lane, 'schedule')
      return {
        conductance: makeRule(rule, edges, seed + lane).conductance,
        level: null,
        key0,
        key1,
        limit: new Float64Array(edges).fill(threshold(probability)),
        eta: rule.eta,
        alpha: rule.alpha,
        low: rule.minConductance,
        high: rule.maxConductance,
      }
    }),
  )
  const loss = new Float64Array(LANES * CHUNK)
  let step = 0
  const run = (count: number): number => {
    const steps = Math.ceil(count / LANES)
    let last = 0
    for (let done = 0; done < steps; done += last) {
      last = Math.min(CHUNK, steps - done)
      lanes.march(step + 1, last, null, loss)
      step += last
    }
    return loss[LANES * (last - 1)] * problem.roles.targets.length
  }
  return { run }
}
