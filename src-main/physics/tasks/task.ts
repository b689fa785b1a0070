/** Pairs of input voltages and desired output voltages. */
export interface Examples {
  readonly count: number
  /** count x S voltages, V. */
  readonly inputs: Float64Array
  /** count x O desired voltages V_D, V. */
  readonly targets: Float64Array
}

/** What makes a task a classification of C classes: the answer is the class of the nearest target. */
export interface Classes {
  readonly names: readonly string[]
  /** Class of each training and test example. */
  readonly train: Int32Array
  readonly test: Int32Array
  /** C x S: mean input of each class over the training examples, V. */
  readonly meanInputs: Float64Array
  /** C x O: target of each class, V; refreshed at every epoch. */
  readonly targets: Float64Array
}

export interface Task {
  /** S. */
  readonly inputs: number
  /** O. */
  readonly outputs: number
  readonly train: Examples
  readonly test: Examples
  readonly classes: Classes | null
  /** Where tasks take turns: all of them, this one's examples being those of the first. */
  readonly turns?: { readonly every: number; readonly tasks: readonly Task[] }
}

export function examples(count: number, inputs: number, outputs: number): Examples {
  return {
    count,
    inputs: new Float64Array(count * inputs),
    targets: new Float64Array(count * outputs),
  }
}
