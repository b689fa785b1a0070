import { nearestClass, type Examples, type Task } from '../tasks'

/** Errors over all examples; M training examples, O outputs, C classes. */
export interface Errors {
  /** Mean over examples and outputs of (V_D - V_F)^2, V^2. */
  trainError: number
  testError: number | null
  trainAccuracy: number | null
  testAccuracy: number | null
  /** M x O free-state output voltages, V, and what is desired. */
  outputs: Float64Array<ArrayBuffer>
  targets: Float64Array<ArrayBuffer>
  /** C x C counts over the test (else the training) examples: row true class, column answer. */
  confusion: Uint32Array<ArrayBuffer> | null
}

/** Output voltages of a set: count x O. O(count O S). */
function outputsOf(task: Task, set: Examples, response: Float64Array): Float64Array<ArrayBuffer> {
  const { inputs, outputs } = task
  const result = new Float64Array(set.count * outputs)
  for (let m = 0; m < set.count; m++)
    for (let o = 0; o < outputs; o++) {
      let sum = 0
      for (let s = 0; s < inputs; s++) sum += response[o * inputs + s] * set.inputs[m * inputs + s]
      result[m * outputs + o] = sum
    }
  return result
}

function meanSquare(set: Examples, outputs: Float64Array): number {
  let sum = 0
  for (let i = 0; i < outputs.length; i++) {
    const miss = set.targets[i] - outputs[i]
    sum += miss * miss
  }
  return sum / outputs.length
}

function confusionOf(
  task: Task,
  outputs: Float64Array,
  of: Int32Array,
): Uint32Array<ArrayBuffer> | null {
  if (task.classes === null || of.length === 0) return null
  const count = task.classes.names.length
  const confusion = new Uint32Array(count * count)
  for (let m = 0; m < of.length; m++)
    confusion[of[m] * count + nearestClass(task.classes, outputs, m * task.outputs)]++
  return confusion
}

function accuracyOf(confusion: Uint32Array | null, task: Task): number | null {
  if (confusion === null || task.classes === null) return null
  const count = task.classes.names.length
  let right = 0
  let all = 0
  confusion.forEach((n, i) => {
    all += n
    if (i % (count + 1) === 0) right += n
  })
  return right / all
}

/** @param response O x S output voltage per volt at each source. */
export function evaluate(task: Task, response: Float64Array): Errors {
  return errorsOf(task, outputsOf(task, task.train, response), outputsOf(task, task.test, response))
}

/**
 * Errors of measured outputs against the present targets of the task.
 * @param outputs M x O of the training examples, V. @param testOutputs the same of the test set.
 */
export function errorsOf(
  task: Task,
  outputs: Float64Array<ArrayBuffer>,
  testOutputs: Float64Array,
): Errors {
  const { train, test, classes } = task
  const trained = confusionOf(task, outputs, classes?.train ?? new Int32Array(0))
  const tested = confusionOf(task, testOutputs, classes?.test ?? new Int32Array(0))
  return {
    trainError: meanSquare(train, outputs),
    testError: test.count > 0 ? meanSquare(test, testOutputs) : null,
    trainAccuracy: accuracyOf(trained, task),
    testAccuracy: accuracyOf(tested, task),
    outputs,
    targets: train.targets.slice(),
    confusion: tested ?? trained,
  }
}
