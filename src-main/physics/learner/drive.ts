import { PhysicsError } from '../error'
import { connectionFault, type Network, type Roles } from '../network'
import { LateSolver, type Solver } from '../kernels'
import type { Examples, Task } from '../tasks'

/** How the sources that work drive the network. */
export interface Drive {
  readonly roles: Roles
  readonly solver: Solver
  /** The tasks that take turns, one where there is one, with the inputs of working sources only. */
  readonly tasks: readonly Task[]
}

/** The columns of some inputs of a count x S array. */
function columnsOf(values: Float64Array, width: number, keep: readonly number[]): Float64Array {
  const count = values.length / width
  const kept = new Float64Array(count * keep.length)
  for (let m = 0; m < count; m++)
    keep.forEach((s, i) => (kept[m * keep.length + i] = values[m * width + s]))
  return kept
}

/** The task as the working sources see it; desired voltages are shared with the whole one. */
function partOf(task: Task, keep: readonly number[]): Task {
  const { inputs, train, test, classes } = task
  const part = (set: Examples): Examples => ({
    ...set,
    inputs: columnsOf(set.inputs, inputs, keep),
  })
  const means = classes && { ...classes, meanInputs: columnsOf(classes.meanInputs, inputs, keep) }
  return { ...task, inputs: keep.length, train: part(train), test: part(test), classes: means }
}

/**
 * The drive with some sources failed: a source that is driven no more floats, so that its node is
 * solved for like a hidden one.
 * @throws PhysicsError when that leaves nodes without a defined voltage, or targets undriven
 */
export function failedDrive(
  network: Network,
  roles: Roles,
  task: Task,
  failed: Uint8Array,
  cut: Uint8Array,
): Drive {
  const keep = [...roles.sources.keys()].filter((s) => !failed[s])
  const live: Roles = { ...roles, sources: Int32Array.from(keep, (s) => roles.sources[s]) }
  const fault = connectionFault(network, live, cut)
  if (fault !== null)
    throw new PhysicsError(
      'source-failure-disconnects',
      `The sources stay as they are: ${fault.message}`,
      'Restore another source or an edge first.',
      'source',
    )
  const tasks = (task.turns?.tasks ?? [task]).map((turn) => partOf(turn, keep))
  return { roles: live, solver: new LateSolver(network, live, tasks[0].train, 0), tasks }
}
