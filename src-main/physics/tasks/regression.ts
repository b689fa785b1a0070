import { PhysicsError } from '../error'
import { Draws } from '../random'
import { examples, type Examples, type Task } from './task'

export interface RegressionSpec {
  kind: 'regression'
  /** O rows of S coefficients. */
  matrix: readonly (readonly number[])[]
  /** Draws a matrix of this size instead. */
  drawMatrix?: { outputs: number; inputs: number } | null
  trainExamples: number
  testExamples: number
  lowV: number
  highV: number
  /** Standard deviation of the noise on the desired outputs, V. */
  noiseV: number
}

/** 0.05 + 0.55 + 0.3 + 0.1 is above 1 by the last bit; of 64 coefficients by 1e-14 at most. */
const ROUNDING = 1e-12

function check({ matrix, lowV, highV }: RegressionSpec): void {
  const columns = matrix[0].length
  const uneven = matrix.findIndex((row) => row.length !== columns)
  if (uneven >= 0)
    throw new PhysicsError(
      'uneven-matrix',
      `Row ${uneven} of the matrix has ${matrix[uneven].length} coefficients, the first has ${columns}.`,
      'Every row has one coefficient per input.',
      'task.matrix',
    )
  const heavy = matrix.findIndex((row) => row.reduce((a, b) => a + b, 0) > 1 + ROUNDING)
  if (heavy >= 0)
    throw new PhysicsError(
      'row-sum-above-one',
      `The coefficients of row ${heavy} add up to more than 1.`,
      'A network of conductances only averages: keep every row sum at 1 or below.',
      'task.matrix',
    )
  if (lowV > highV)
    throw new PhysicsError(
      'voltage-range',
      `The inputs' range starts at ${lowV} V and ends at ${highV} V.`,
      'lowV is at most highV.',
      'task',
    )
}

/**
 * Random A (ours): each row has a sum uniform in 0.2..0.9, split at random between its entries
 * (uniform numbers over their sum), so that a network of conductances can reach it.
 */
function drawnMatrix({ outputs, inputs }: { outputs: number; inputs: number }, seed: number) {
  const draws = new Draws(seed, 'task', 2)
  return Array.from({ length: outputs }, () => {
    const total = draws.between(0.2, 0.9)
    const parts = Array.from({ length: inputs }, () => 1 - draws.uniform())
    const sum = parts.reduce((a, b) => a + b, 0)
    return parts.map((part) => (total * part) / sum)
  })
}

/** V_D = A V_in + noise, inputs uniform in [lowV, highV]; this form is ours. */
export function regression(spec: RegressionSpec, seed: number): Task {
  const matrix = spec.drawMatrix ? drawnMatrix(spec.drawMatrix, seed) : spec.matrix
  check({ ...spec, matrix })
  const outputs = matrix.length
  const inputs = matrix[0].length
  const draw = (count: number, block: number): Examples => {
    const draws = new Draws(seed, 'task', block)
    const noise = new Draws(seed, 'noise', block)
    const set = examples(count, inputs, outputs)
    for (let m = 0; m < count; m++) {
      for (let s = 0; s < inputs; s++)
        set.inputs[m * inputs + s] = draws.between(spec.lowV, spec.highV)
      for (let o = 0; o < outputs; o++) {
        let sum = spec.noiseV > 0 ? spec.noiseV * noise.gaussian() : 0
        for (let s = 0; s < inputs; s++) sum += matrix[o][s] * set.inputs[m * inputs + s]
        set.targets[m * outputs + o] = sum
      }
    }
    return set
  }
  return {
    inputs,
    outputs,
    train: draw(spec.trainExamples, 0),
    test: draw(spec.testExamples, 1),
    classes: null,
  }
}
