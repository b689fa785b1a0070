import { Batches } from '../../src-main/physics/batches'
import { LateSolver, type KernelChoice } from '../../src-main/physics/kernels'
import { Learner } from '../../src-main/physics/learner'
import { makeRule } from '../../src-main/physics/rules'
import { makeSchedule } from '../../src-main/physics/schedules'
import type { Task } from '../../src-main/physics/tasks'
import type { Problem } from '../networks'
import { rule, seed } from '../parameters'
import { arenaBytes, type Contestant } from './serve'

/** Steps between two looks at the budget, as the simulated machine has them. */
const CHUNK = 256

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

/** The learner that a run of the product would have. */
export function learnerOf(
  problem: Problem,
  probability: number,
  batch: number,
  examples: number,
  choice: KernelChoice,
): Learner {
  const { network, roles } = problem
  const edges = network.a.length
  const task = taskOf(problem, examples)
  return new Learner({
    network,
    roles,
    task,
    solver: new LateSolver(network, roles, task.train, 0, choice),
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

/** One stream as a run has it: loss and update mask of every step are recorded. */
export function streamOf(problem: Problem, learner: Learner): Contestant {
  const record = { loss: new Float64Array(CHUNK), masks: new Uint32Array(CHUNK * learner.words) }
  const { plan, kernel } = learner
  return {
    run: (count) => {
      let last = 0
      for (let done = 0; done < count; done += last) {
        last = Math.min(CHUNK, count - done)
        learner.advance(last, record)
      }
      return record.loss[last - 1] * problem.roles.targets.length
    },
    notes: (stepSeconds) => ({
      'GF/s': (2 * plan.products) / stepSeconds / 1e9,
      MB: arenaBytes(kernel) / 1e6,
    }),
  }
}
