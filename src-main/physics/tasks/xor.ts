import { examples, type Task } from './task'

export interface XorSpec {
  kind: 'xor'
  /** Voltages of the inputs 0 and 1, V; the same of the desired output. */
  lowV: number
  highV: number
  targetLowV: number
  targetHighV: number
}

/** Exclusive or of two inputs, all four rows. No network of linear resistors can learn it. */
export function xor({ lowV, highV, targetLowV, targetHighV }: XorSpec): Task {
  const train = examples(4, 2, 1)
  for (let m = 0; m < 4; m++) {
    const bits = [m >> 1, m & 1]
    train.inputs.set(
      bits.map((bit) => (bit === 1 ? highV : lowV)),
      2 * m,
    )
    train.targets[m] = bits[0] === bits[1] ? targetLowV : targetHighV
  }
  return { inputs: 2, outputs: 1, train, test: examples(0, 2, 1), classes: null }
}
