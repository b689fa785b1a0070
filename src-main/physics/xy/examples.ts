import { PhysicsError } from '../error'
import type { Examples, Task, TaskSpec } from '../tasks'
import { spinsOf } from './phases'

/**
 * The phases of M x S inputs, from -pi/2 to pi/2: input i points as the spin number `place[i]`, or i
 * where there are no places, of `spins`, two numbers each. Pictures have places: their grey levels.
 */
export interface SpinInputs {
  readonly place: Uint8Array | null
  readonly spins: Float64Array
}

/** Examples as spins: M of them. */
export interface SpinExamples {
  readonly count: number
  readonly inputs: SpinInputs
  /** M x 2O. */
  readonly targets: Float64Array
  /** M x O desired phases, rad. */
  readonly targetPhases: Float64Array<ArrayBuffer>
  /** M classes; empty where the task is no classification. */
  readonly classes: Int32Array
}

export interface SpinTask {
  readonly inputs: number
  readonly outputs: number
  readonly train: SpinExamples
  readonly test: SpinExamples
  readonly classNames: readonly string[]
}

const QUARTER = 1.5707963267948966

interface Range {
  low: number
  high: number
}

/** From a range of voltages to -pi/2 .. pi/2, as the authors scale; what lies outside goes on. */
const scaled = (volt: Float64Array, { low, high }: Range): Float64Array<ArrayBuffer> =>
  Float64Array.from(volt, (v) => (high > low ? QUARTER * ((2 * (v - low)) / (high - low) - 1) : 0))

function rangesOf(spec: TaskSpec): { input: Range; target: Range } {
  switch (spec.kind) {
    case 'xor':
    case 'table':
      return {
        input: { low: spec.lowV, high: spec.highV },
        target: { low: spec.targetLowV, high: spec.targetHighV },
      }
    case 'iris':
    case 'digits':
    case 'images': {
      const input = { low: spec.lowV, high: spec.highV }
      return { input, target: input }
    }
    case 'regression': {
      // Outputs are averages of the inputs, and may be averages with 0 V.
      const low = Math.min(0, spec.lowV)
      return { input: { low: spec.lowV, high: spec.highV }, target: { low, high: spec.highV } }
    }
    default:
      throw new PhysicsError(
        'task-not-for-spins',
        `Spins cannot learn the task ${spec.kind}: its voltages have no range to scale from.`,
        'Take xor, iris, digits, images, table or regression.',
        'task.kind',
      )
  }
}

/** One-hot: the output of the class at pi/2, the others at -pi/2. */
function oneHot(classes: Int32Array, outputs: number): Float64Array<ArrayBuffer> {
  const phases = new Float64Array(classes.length * outputs).fill(-QUARTER)
  classes.forEach((own, m) => {
    phases[m * outputs + own] = QUARTER
  })
  return phases
}

const spinInputs = (of: Examples, range: Range): SpinInputs =>
  of.grey === undefined
    ? { place: null, spins: spinsOf(scaled(of.inputs, range)) }
    : { place: of.grey.levels, spins: spinsOf(scaled(of.grey.volts, range)) }

/** The examples of a task as phases of held inputs and desired outputs. @throws PhysicsError */
export function spinTask(spec: TaskSpec, task: Task): SpinTask {
  const { input, target } = rangesOf(spec)
  const { inputs, outputs, classes } = task
  const set = (of: Examples, labels: Int32Array): SpinExamples => {
    const phases = classes === null ? scaled(of.targets, target) : oneHot(labels, outputs)
    return {
      count: of.count,
      inputs: spinInputs(of, input),
      targets: spinsOf(phases),
      targetPhases: phases,
      classes: labels,
    }
  }
  const none = new Int32Array(0)
  return {
    inputs,
    outputs,
    train: set(task.train, classes?.train ?? none),
    test: set(task.test, classes?.test ?? none),
    classNames: classes?.names ?? [],
  }
}
