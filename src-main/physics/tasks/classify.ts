import type { Classes, Examples, Task } from './task'

/** Classes with the mean input of each; their targets are not known before `refreshTargets`. */
export function classify(
  names: readonly string[],
  training: Examples,
  inputs: number,
  outputs: number,
  train: Int32Array,
  test: Int32Array,
): Classes {
  const meanInputs = new Float64Array(names.length * inputs)
  names.forEach((_, c) => {
    let members = 0
    for (let m = 0; m < training.count; m++) {
      if (train[m] !== c) continue
      members++
      for (let s = 0; s < inputs; s++) meanInputs[c * inputs + s] += training.inputs[m * inputs + s]
    }
    for (let s = 0; s < inputs; s++) meanInputs[c * inputs + s] /= members
  })
  return { names, train, test, meanInputs, targets: new Float64Array(names.length * outputs) }
}

/**
 * Targets of the classes = free response of the network to the class-mean inputs, as reported of
 * Dillavou et al. (2022); the protocol is second-hand.
 * @param response O x S output voltage per volt at each source.
 */
export function refreshTargets(task: Task, response: Float64Array): void {
  const { classes, inputs, outputs } = task
  if (classes === null) return
  const { meanInputs, targets } = classes
  for (let c = 0; c < classes.names.length; c++)
    for (let o = 0; o < outputs; o++) {
      let sum = 0
      for (let s = 0; s < inputs; s++) sum += response[o * inputs + s] * meanInputs[c * inputs + s]
      targets[c * outputs + o] = sum
    }
  spreadTargets(task)
}

/** Gives every example the target of its class. */
export function spreadTargets({ classes, outputs, train, test }: Task): void {
  if (classes === null) return
  const spread = (set: Examples, of: Int32Array): void => {
    for (let m = 0; m < set.count; m++)
      for (let o = 0; o < outputs; o++)
        set.targets[m * outputs + o] = classes.targets[of[m] * outputs + o]
  }
  spread(train, classes.train)
  spread(test, classes.test)
}

/** Class whose target is nearest to O output voltages from `at`; the first of equals. */
export function nearestClass(classes: Classes, outputs: Float64Array, at: number): number {
  const count = classes.names.length
  const width = classes.targets.length / count
  let best = 0
  let bestDistance = Infinity
  for (let c = 0; c < count; c++) {
    let distance = 0
    for (let o = 0; o < width; o++) {
      const miss = classes.targets[c * width + o] - outputs[at + o]
      distance += miss * miss
    }
    if (distance < bestDistance) {
      best = c
      bestDistance = distance
    }
  }
  return best
}
