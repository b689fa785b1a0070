import { Batches } from '../../src-main/physics/batches'
import { Learner } from '../../src-main/physics/learner'
import { makeRule } from '../../src-main/physics/rules'
import { makeSchedule } from '../../src-main/physics/schedules'
import { makePlan, TapeKernel } from '../../src-main/physics/solver'
import type { Task } from '../../src-main/physics/tasks'
import type { Problem } from '../networks'
import { rule, seed } from '../parameters'

/** The problem's example first, then M - 1 more, for batches; what they ask for is reachable. */
export function taskOf(problem: Problem, examples: number): Task {
  const inputs = problem.inputsV.length
  const outputs = problem.targetsV.length
  const train = {
    count: examples,
    inputs: new Float64Array(examples * inputs),
    targets: new Float64Array(examples * outputs),
  }
  for (let m = 0; m < examples; m++) {
    for (let s = 0; s < inputs; s++)
      train.inputs[m * inputs + s] = problem.inputsV[s] * (1 - 0.5 * ((m / 7 + s / 3) % 1))
    for (let o = 0; o < outputs; o++)
      train.targets[m * outputs + o] = problem.targetsV[o] * (1 - 0.3 * ((m / 5 + o / 2) % 1))
  }
  train.inputs.set(problem.inputsV)
  train.targets.set(problem.targetsV)
  const test = { count: 0, inputs: new Float64Array(0), targets: new Float64Array(0) }
  return { inputs, outputs, train, test, classes: null }
}

/** The learner that a run of the product would have, in TypeScript. */
export function learnerOf(
  problem: Problem,
  probability: number,
  batch: number,
  examples: number,
): Learner {
  const edges = problem.network.a.length
  const plan = makePlan(problem.network, problem.roles)
  return new Learner({
    network: problem.network,
    roles: problem.roles,
    task: taskOf(problem, examples),
    plan,
    kernel: new TapeKernel(plan),
    rule: makeRule(rule, edges, seed),
    schedule: makeSchedule(
      probability === 1
        ? { kind: 'synchronous' }
        : { kind: 'bernoulli', probability, compensate: false },
      edges,
      seed,
    ),
    batches: new Batches(examples, { size: batch, draw: 'epoch' }, seed),
    eta: rule.eta,
    probability,
    compensate: false,
  })
}
