import type { Evaluation } from '@contract'

/**
 * Mean squared error of each output over the training examples, V^2: the train error is their
 * mean. O(examples x outputs).
 */
export function outputErrors(
  { outputs, targets }: Pick<Evaluation, 'outputs' | 'targets'>,
  count: number,
): Float64Array {
  const errors = new Float64Array(count)
  const examples = count === 0 ? 0 : outputs.length / count
  for (let at = 0; at < outputs.length; at++) {
    const difference = targets[at] - outputs[at]
    errors[at % count] += (difference * difference) / examples
  }
  return errors
}
