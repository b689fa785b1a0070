import { PhysicsError } from '../error'
import { Draws } from '../random'
import { classify } from './classify'
import type { Pictures } from './idx'
import { examples, type Task } from './task'

export interface ImagesSpec {
  kind: 'images'
  /** Drawn from the training pictures by the seed; the test pictures are the first so many. */
  trainExamples: number
  testExamples: number
  /** Voltage of a black and of a white pixel, V. */
  lowV: number
  highV: number
}

/** Pictures with their classes as they come in files, for instance MNIST; one output per class. */
export interface ImageSets {
  readonly train: Pictures
  readonly test: Pictures
}

/** @throws PhysicsError without pictures, or with fewer than asked for */
export function images(spec: ImagesSpec, sets: ImageSets | undefined, seed: number): Task {
  if (sets === undefined)
    throw new PhysicsError('no-pictures', 'No pictures were given.', 'Name the files.', 'task')
  const { train, test } = sets
  if (spec.trainExamples > train.count || spec.testExamples > test.count)
    throw new PhysicsError(
      'too-few-pictures',
      `${spec.trainExamples} and ${spec.testExamples} pictures were asked for, and there are ${train.count} and ${test.count}.`,
      'Ask for fewer.',
      'task.trainExamples',
    )
  const classes = train.labels.reduce((most, label) => Math.max(most, label + 1), 0)
  const order = Int32Array.from({ length: train.count }, (_, i) => i)
  new Draws(seed, 'split').shuffle(order, spec.trainExamples)
  const set = (from: Pictures, chosen: Int32Array) => {
    const made = examples(chosen.length, from.pixels, classes)
    chosen.forEach((picture, m) => {
      for (let s = 0; s < from.pixels; s++)
        made.inputs[m * from.pixels + s] =
          spec.lowV + ((spec.highV - spec.lowV) * from.values[picture * from.pixels + s]) / 255
    })
    return { made, labels: Int32Array.from(chosen, (picture) => from.labels[picture]) }
  }
  const learned = set(train, order.subarray(0, spec.trainExamples))
  const tested = set(
    test,
    Int32Array.from({ length: spec.testExamples }, (_, i) => i),
  )
  const names = Array.from({ length: classes }, (_, c) => String(c))
  return {
    inputs: train.pixels,
    outputs: classes,
    train: learned.made,
    test: tested.made,
    classes: classify(names, learned.made, train.pixels, classes, learned.labels, tested.labels),
  }
}
