import { Batches } from '../batches'
import { PhysicsError } from '../error'
import type { KernelChoice } from '../kernels'
import { checkGraph, makeNetwork } from '../network'
import { makeSchedule } from '../schedules'
import { makeTask, type Data } from '../tasks'
import { spinTask } from './examples'
import { makeGraph } from './graph'
import { XyLearner } from './learner'
import { assignSpins } from './roles'
import type { XySpec } from './spec'

/** 10^6 bonds relax in seconds; beyond that a step takes minutes. */
const MOST_BONDS = 1_000_000

/** @throws PhysicsError when the parts do not fit together, with what is allowed */
export function makeXyLearner(
  spec: XySpec,
  data: Data,
  kernel: KernelChoice = 'fastest',
): XyLearner {
  const { seed, rule } = spec
  const network = makeNetwork(spec.network, seed)
  if (spec.network.kind === 'given') checkGraph(network)
  const bonds = network.a.length
  if (bonds > MOST_BONDS)
    throw new PhysicsError(
      'network-too-large',
      `The network has ${bonds} bonds.`,
      `Spins take up to ${MOST_BONDS} bonds.`,
      'network',
    )
  const plain = makeTask(spec.task, data, seed)
  const task = spinTask(spec.task, plain)
  const graph = makeGraph(network.names.length, network.a, network.b)
  const roles = assignSpins(network, graph, spec.network.roles, plain, seed)
  const groups = network.shared?.reduce((most, g) => Math.max(most, g + 1), 0) ?? bonds
  const elements = groups + network.names.length - roles.inputs.length
  return new XyLearner({
    network,
    roles,
    task,
    rule,
    schedule: makeSchedule(spec.schedule, elements, seed),
    batches: new Batches(task.train.count, spec.batch, seed),
    probability: 'probability' in spec.schedule ? spec.schedule.probability : 1,
    compensate: spec.schedule.compensate ?? false,
    seed,
    kernel,
  })
}
