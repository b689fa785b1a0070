import type { MachineDescription, NodeRole } from '@contract'
import { distancesFrom, type XyLearner } from '../physics/xy'
import { liveSpinPaths } from './adjustSpins'

/** What the window needs to know about spins before their first step. */
export function describeSpins(run: string, learner: XyLearner): MachineDescription {
  const { network, roles, task, schedule } = learner.parts
  const { couplings } = learner
  const role = new Array<NodeRole>(network.names.length).fill('hidden')
  for (const node of roles.inputs) role[node] = 'source'
  for (const node of roles.outputs) role[node] = 'target'
  const { clock } = schedule
  return {
    run,
    model: 'xy',
    nodes: network.names.map((name, i) => ({
      name,
      x: network.x[i],
      y: network.y[i],
      role: role[i],
    })),
    edges: Array.from(network.a, (a, e) => [a, network.b[e]]),
    initialConductance: couplings.observe(),
    conductanceUnit: 'a.u.',
    levelConductance: null,
    updateProbability: learner.edgeProbability(),
    ...(clock === undefined
      ? {}
      : { updateRate: Float64Array.from(couplings.group, (g) => clock.rate[g]) }),
    distances: {
      input: bondsFrom(learner, roles.inputs),
      output: bondsFrom(learner, roles.outputs),
    },
    trainExamples: task.train.count,
    testExamples: task.test.count,
    ...(network.shared === undefined ? {} : { edgeParameters: couplings.parameter.length }),
    outputs: Array.from(roles.outputs, (node) => network.names[node]),
    classes: [...task.classNames],
    capabilities: {
      rules: ['xy'],
      schedules: ['synchronous', 'bernoulli', 'rates', 'poisson', 'sweep', 'block'],
      live: liveSpinPaths(learner),
      edgeActions: ['cut', 'freeze', 'restore', 'stick'],
      maxStepsPerSecond: null,
    },
  }
}

/** N bonds to the nearest of some spins; no way leads over a held one. */
function bondsFrom({ parts, field }: XyLearner, from: Int32Array): Float64Array<ArrayBuffer> {
  const held = new Uint8Array(field.graph.spins)
  for (const i of parts.roles.inputs) held[i] = 1
  for (const i of from) held[i] = 0
  return Float64Array.from(distancesFrom(field.graph, from, held).distance)
}
