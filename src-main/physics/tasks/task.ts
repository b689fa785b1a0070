/** Pairs of input voltages and desired output voltages. */
export interface Examples {
  readonly count: number
  /** count x S voltages, V. */
  readonly inputs: Float64Array
  /** count x O desired voltages V_D, V. */
  readonly targets: Float64Array
  /** Of pictures, instead of 8 bytes an input: count x S levels, and the voltage of each of the 256, V. */
  readonly grey?: { readonly levels: Uint8Array; readonly volts: Float64Array }
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

/**
 * Examples whose inputs have 256 grey levels. Their voltages take eight times the room, 376 MB for
 * 60,000 pictures of 28 x 28: they are written out when somebody first asks.
 * @param levels count x S
 * @param volts 256 voltages, V
 */
export function greyExamples(
  levels: Uint8Array,
  volts: Float64Array,
  count: number,
  inputs: number,
  outputs: number,
): Examples {
  let written: Float64Array | null = null
  return {
    count,
    get inputs() {
      written ??= Float64Array.from({ length: count * inputs }, (_, i) => volts[levels[i]])
      return written
    },
    targets: new Float64Array(count * outputs),
    grey: { levels, volts },
  }
}
