import type { MachineDescription, NodeRole } from '@contract'
import type { Learner } from '../physics'
import { livePaths } from './adjust'

/** What the window needs to know about a simulated machine before its first step. */
export function describe(run: string, learner: Learner): MachineDescription {
  const { parts, edges } = learner
  const { network, roles, task, rule, schedule } = parts
  const role = new Array<NodeRole>(network.names.length).fill('hidden')
  for (const node of roles.sources) role[node] = 'source'
  for (const node of roles.grounds) role[node] = 'ground'
  for (const node of roles.targets) role[node] = 'target'
  return {
    run,
    nodes: network.names.map((name, i) => ({
      name,
      x: network.x[i],
      y: network.y[i],
      role: role[i],
    })),
    edges: Array.from(network.a, (a, e) => [a, network.b[e]]),
    initialConductance: edges.observe(),
    conductanceUnit: rule.unit,
    levelConductance: rule.grid === null ? null : rule.grid.slice(),
    updateProbability: schedule.probability.slice(),
    ...(schedule.clock === undefined ? {} : { updateRate: schedule.clock.rate.slice() }),
    trainExamples: task.train.count,
    testExamples: task.test.count,
    outputs: Array.from(roles.targets, (node) => network.names[node]),
    classes: [...(task.classes?.names ?? [])],
    capabilities: {
      rules: ['ideal', 'discrete'],
      schedules: ['synchronous', 'bernoulli', 'rates', 'poisson', 'sweep', 'block'],
      live: livePaths(learner),
      edgeActions: ['cut', 'freeze', 'restore', 'stick'],
      maxStepsPerSecond: null,
    },
  }
}
