import { PhysicsError } from '../error'
import { mix } from '../random/stream'
import type { Task } from './task'

/** Seed of the i-th of several tasks: two random ones are not the same. */
export function seedOf(seed: number, i: number): number {
  return i === 0 ? seed : (seed ^ mix(i)) >>> 0
}

const shape = ({ inputs, outputs, train, test }: Task): string =>
  `${inputs} inputs, ${outputs} outputs, ${train.count} training and ${test.count} test examples`

/**
 * Tasks that take turns, each for `every` steps (ours).
 * @throws PhysicsError unless all have the same numbers of inputs, outputs and examples
 */
export function switching(every: number, tasks: readonly Task[]): Task {
  const [first, ...others] = tasks
  const odd = others.find((task) => shape(task) !== shape(first))
  if (odd !== undefined)
    throw new PhysicsError(
      'tasks-of-different-shape',
      `Task ${tasks.indexOf(odd)} has ${shape(odd)}; task 0 has ${shape(first)}.`,
      'Tasks that take turns have the same numbers of all of these.',
      'task.tasks',
    )
  return { ...first, turns: { every, tasks } }
}

/** The task of a step 1, 2, ...; before the first step that of the first. */
export function turnAt(task: Task, step: number): number {
  const { turns } = task
  if (turns === undefined) return 0
  return Math.floor(Math.max(0, step - 1) / turns.every) % turns.tasks.length
}
