import type { MachineDescription, RunConfig, RunFile } from '@contract'

const networks: Record<RunConfig['network']['kind'], string> = {
  penn16: 'the 16-edge laboratory network',
  square: 'a square lattice',
  triangular: 'a triangular lattice',
  geometric: 'a random geometric network',
  'erdos-renyi': 'a random network',
  'small-world': 'a small-world network',
  layered: 'a layered network',
  complete: 'a network in which every node is joined to every other',
  stacked: 'a stack of lattices with local windows',
  planar: 'a disordered planar network',
  given: 'a network given edge by edge',
}

const schedules: Record<RunConfig['schedule']['kind'], string> = {
  synchronous: 'every edge updates on every step',
  bernoulli: 'each edge updates at random and independently of the others',
  rates: 'each edge updates at random at a rate of its own',
  poisson: 'each edge updates whenever its own random clock rings',
  sweep: 'the edges update one at a time in random order',
  block: 'blocks of edges update in turn',
}

function taskText({ task }: RunConfig): string {
  switch (task.kind) {
    case 'allostery':
      return 'hold desired voltages at its targets'
    case 'regression':
      return 'compute a linear function of its input voltages'
    case 'table':
      return 'give the desired outputs of a table of examples'
    case 'switching':
      return `do ${task.tasks.length} tasks in turn`
    case 'xor':
      return 'give the exclusive or of two inputs'
    case 'digits':
      return `read synthetic digits of ${task.side} by ${task.side} pixels`
    case 'images':
      return `read pictures of ${task.pictures?.train.images ?? 'a data set'}`
    case 'iris':
      return `tell three species of iris from ${task.trainFlowers} flowers`
  }
}

/** What the run asks, in one sentence. */
export function question(config: RunConfig): string {
  return `Does ${networks[config.network.kind]} learn to ${taskText(config)} when ${schedules[config.schedule.kind]}?`
}

/** What the network had to learn, in a sentence or two. */
export function taskDescription(config: RunConfig, description: MachineDescription): string {
  const { trainExamples, testExamples, outputs, classes } = description
  const sets =
    testExamples > 0
      ? `${trainExamples} training and ${testExamples} test examples`
      : `${trainExamples} training example${trainExamples === 1 ? '' : 's'} and no test set`
  const kinds = classes.length > 0 ? ` Classes: ${classes.join(', ')}.` : ''
  return `The network is to ${taskText(config)}: ${sets}, read at ${outputs.join(', ')}.${kinds}`
}

/** What learned, with its size. */
export function learnerText({ board }: RunFile, { nodes, edges }: MachineDescription): string {
  const size = `a network of ${nodes.length} nodes and ${edges.length} edges`
  if (board === undefined)
    return `A simulated network of ${nodes.length} nodes and ${edges.length} edges.`
  const { model, serialNumber, firmware, backend } = board.device
  const made = /rig/i.test(backend) ? 'made of parts' : 'computed on the board itself'
  return `A board that learned by itself (${model}, number ${serialNumber}, firmware ${firmware}): ${size}, ${made}.`
}
