import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedPictures } from '../../src-preload/contract'
import { packPictures, pairPictures, unpackPictures } from '../../src-main/machine/picture-files'
import { Draws } from '../../src-main/physics/random'
import { parseTable, type TaskSpec } from '../../src-main/physics/tasks'
import { makeXyLearner, read, type XyRuleSpec, type XySpec } from '../../src-main/physics/xy'
import { networkOf, recipe } from './recipe'

const csv = new URL('../../resources/datasets/iris.csv', import.meta.url)
const data = { iris: parseTable(readFileSync(csv, 'utf8')), unpack: unpackPictures }

/** The four files of MNIST, packed or not, from a folder of the user's. */
export function mnistIn(folder: string): PackedPictures {
  const given = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1']
  const files = given.map((stem) => {
    const name = existsSync(join(folder, `${stem}-ubyte.gz`)) ? `${stem}-ubyte.gz` : `${stem}-ubyte`
    return { name, content: readFileSync(join(folder, name)) }
  })
  return packPictures(pairPictures(files), null)
}

export interface Classified {
  /** Of the test set, over 10 fresh starts an example. */
  accuracy: number
  couplings: number
  biases: number
}

export interface ClassifyOptions {
  network: string
  task: TaskSpec
  rule: Partial<XyRuleSpec>
  schedule: XySpec['schedule']
  seed: number
  steps: number
  batch: number
}

const STARTS = 10

/** One run: so many steps, then the test set once; nothing is chosen on it. */
export function classifyRun(options: ClassifyOptions): Classified {
  const { network, task, rule, schedule, seed, steps, batch } = options
  const learner = makeXyLearner(
    {
      network: networkOf(network),
      task,
      rule: { ...recipe, ...rule },
      schedule,
      batch: { size: batch, draw: 'epoch' },
      seed,
    },
    data,
  )
  const record = { loss: new Float64Array(steps), masks: new Uint32Array(steps * learner.words) }
  // The rate falls to a tenth over the last half, so that the end is not a random place.
  const rate = learner.optimiser.rate
  const half = Math.floor(steps / 2)
  learner.advance(half, record)
  for (let left = steps - half; left > 0; left--) {
    learner.optimiser.rate = rate * (0.1 + (0.9 * left) / (steps - half))
    learner.advance(1, record)
  }
  const { test } = learner.parts.task
  const { confusion } = read(learner, test, STARTS, new Draws(seed ^ 0x5bd1e995, 'noise'))
  const classes = learner.parts.task.classNames.length
  let right = 0
  for (let c = 0; c < classes; c++) right += confusion[c * (classes + 1)]
  return {
    accuracy: right / (test.count * STARTS),
    couplings: learner.couplings.parameter.length,
    biases: learner.biased.length,
  }
}

/** Mean and half the width of its 95 % interval, by Student's t. */
export function interval(values: readonly number[]): { mean: number; half: number } {
  const n = values.length
  const mean = values.reduce((a, b) => a + b, 0) / n
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1)
  // Two-sided 95 % points for 1 to 20 degrees of freedom.
  const t = [
    12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12,
    2.11, 2.1, 2.09, 2.09,
  ]
  return { mean, half: (t[Math.min(n - 2, t.length - 1)] ?? NaN) * Math.sqrt(variance / n) }
}
