import type { MachineDescription, RunConfig } from '@contract'
import { makeTask, type Data, type Task } from '../../physics'

const rows = (task: Task, turn: number, set: 'train' | 'test'): (string | number)[][] => {
  const { count, inputs, targets } = task[set]
  const classes = task.classes
  return Array.from({ length: count }, (_, i) => [
    turn,
    set,
    ...inputs.subarray(i * task.inputs, (i + 1) * task.inputs),
    // Targets of classes follow the network: the class is what the example says.
    ...(classes === null
      ? targets.subarray(i * task.outputs, (i + 1) * task.outputs)
      : [classes.names[classes[set][i]]]),
  ])
}

/**
 * The examples of a run's task as a table, header first: one row each, training examples before test
 * examples, voltages in V; the class instead of desired voltages where there are classes. Tasks that
 * take turns follow one another.
 */
export function examplesTable(
  config: RunConfig,
  { nodes, outputs, classes }: MachineDescription,
  data: Data,
): (string | number)[][] {
  const task = makeTask(config.task, data, config.seed)
  const { roles } = config.network
  const sources =
    roles.kind === 'given'
      ? roles.sources
      : nodes.filter(({ role }) => role === 'source').map((_, i) => String(i + 1))
  const header = [
    'task (index)',
    'set (name)',
    ...sources.map((name) => `source ${name} (V)`),
    ...(classes.length > 0 ? ['class (name)'] : outputs.map((name) => `target ${name} (V)`)),
  ]
  const turns = task.turns?.tasks ?? [task]
  return [
    header,
    ...turns.flatMap((one, turn) => [...rows(one, turn, 'train'), ...rows(one, turn, 'test')]),
  ]
}
