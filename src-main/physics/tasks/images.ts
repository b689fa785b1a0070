import { PhysicsError } from '../error'
import { Draws } from '../random'
import { greyLevels, sizeOf, type Framing } from './grey'
import type { Pictures } from './idx'
import { greyExamples, type Examples, type Task } from './task'

/** Labelled pictures of a file as the configuration holds them; only `Data.unpack` reads the texts. */
export interface PackedSet {
  /** Names of the files that they are of. */
  readonly images: string
  readonly labels: string
  readonly count: number
  /** SHA-256 of the pixels and the labels, unpacked. */
  readonly sha256: string
  readonly pixels: string
  readonly classes: string
}

export interface PackedPictures {
  readonly rows: number
  readonly columns: number
  readonly train: PackedSet
  /** null: pictures to test on are drawn from the others. */
  readonly test: PackedSet | null
}

export interface ImagesSpec extends Framing {
  kind: 'images'
  pictures: PackedPictures | null
  /** Drawn from the pictures by the seed. */
  trainExamples: number
  testExamples: number
  /** Labels to tell apart; null: all that the training pictures have. */
  classes: readonly number[] | null
  /** Voltage of a pixel at 0 and at 255, V. */
  lowV: number
  highV: number
}

/** Unpacks a set of pictures of a size, and checks it. */
export type Unpack = (set: PackedSet, rows: number, columns: number) => Pictures

/** As many as a task may have. */
const MOST_CLASSES = 64

const refuse = (id: string, message: string, tip: string, where: string) =>
  new PhysicsError(id, message, tip, `task.${where}`)

/** Labels to tell apart, in their order. */
function labelsOf(spec: ImagesSpec, { labels }: Pictures): number[] {
  const all = [...new Set(spec.classes ?? labels)].sort((a, b) => a - b)
  if (all.length < 2 || all.length > MOST_CLASSES)
    throw refuse(
      'picture-classes',
      `The pictures have ${all.length} different labels, from ${all[0]} to ${all[all.length - 1]}.`,
      `Classes are 2 to ${MOST_CLASSES}: choose the labels to tell apart in task.classes.`,
      'classes',
    )
  return all
}

/** Numbers of the pictures whose label is one of some, in an order drawn from the seed. */
function drawn({ labels }: Pictures, wanted: readonly number[], draws: Draws): Int32Array {
  const asked = new Uint8Array(256)
  for (const label of wanted) asked[label] = 1
  const fit = Int32Array.from(labels.keys()).filter((m) => asked[labels[m]] !== 0)
  draws.shuffle(fit)
  return fit
}

function enough(asked: number, there: number, what: string, where: string): void {
  if (asked <= there) return
  throw refuse(
    'too-few-pictures',
    `${asked} pictures to ${what} were asked for, and there are ${there} of these classes.`,
    `Ask for ${there} at most, or put more pictures into the configuration.`,
    where,
  )
}

/**
 * Pictures with their labels as they come in files, for instance MNIST; one output per class, and a
 * pixel from 0 to 255 scaled linearly to the voltages (ours).
 * @throws PhysicsError without pictures, with fewer than asked for, or where a class has none
 */
export function images(spec: ImagesSpec, unpack: Unpack | undefined, seed: number): Task {
  const packed = spec.pictures
  if (packed === null || unpack === undefined)
    throw refuse(
      'no-pictures',
      'There are no pictures in the configuration.',
      'Drop the file of images and its file of labels on the window together, or name them with desynclab run --pictures.',
      'pictures',
    )
  const { rows, columns } = packed
  const size = sizeOf(spec, packed)
  const from = unpack(packed.train, rows, columns)
  const labels = labelsOf(spec, from)
  const draws = new Draws(seed, 'split')
  const order = drawn(from, labels, draws)
  enough(spec.trainExamples, order.length, 'train on', 'trainExamples')
  const rest = order.subarray(spec.trainExamples)
  const other = packed.test === null ? from : unpack(packed.test, rows, columns)
  const tests = packed.test === null ? rest : drawn(other, labels, draws.seek(2 ** 32))
  enough(spec.testExamples, tests.length, 'test on', 'testExamples')

  const volts = Float64Array.from(
    { length: 256 },
    (_, grey) => spec.lowV + ((spec.highV - spec.lowV) * grey) / 255,
  )
  const inputs = size.rows * size.columns
  const place = new Int32Array(256).fill(-1)
  labels.forEach((label, c) => (place[label] = c))
  const set = (of: Pictures, chosen: Int32Array) => ({
    examples: greyExamples(
      greyLevels(of, chosen, spec),
      volts,
      chosen.length,
      inputs,
      labels.length,
    ),
    classes: Int32Array.from(chosen, (m) => place[of.labels[m]]),
  })
  const train = set(from, order.subarray(0, spec.trainExamples))
  const test = set(other, tests.subarray(0, spec.testExamples))
  return {
    inputs,
    outputs: labels.length,
    train: train.examples,
    test: test.examples,
    classes: {
      names: labels.map(String),
      train: train.classes,
      test: test.classes,
      meanInputs: means(train.examples, train.classes, labels, inputs),
      targets: new Float64Array(labels.length * labels.length),
    },
  }
}

/** C x S mean voltages of the classes, by their mean grey levels. */
function means(
  { count, grey }: Examples,
  classes: Int32Array,
  labels: readonly number[],
  inputs: number,
): Float64Array {
  const sums = new Float64Array(labels.length * inputs)
  const members = new Int32Array(labels.length)
  if (grey === undefined) throw new Error('pictures are kept as grey levels')
  for (let m = 0; m < count; m++) {
    const c = classes[m]
    members[c]++
    for (let s = 0; s < inputs; s++) sums[c * inputs + s] += grey.volts[grey.levels[m * inputs + s]]
  }
  members.forEach((own, c) => {
    if (own === 0)
      throw refuse(
        'class-without-pictures',
        `None of the ${count} training pictures has the label ${labels[c]}.`,
        'Train on more pictures, or leave the label out of task.classes.',
        'classes',
      )
    for (let s = 0; s < inputs; s++) sums[c * inputs + s] /= own
  })
  return sums
}
