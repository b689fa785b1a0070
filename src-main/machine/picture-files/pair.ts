import { PhysicsError } from '../../physics'
import { pictures, type Pictures } from '../../physics/tasks'
import { readIdx, type GivenFile, type IdxFile } from './read'
import { refusePictures } from './refuse'

/** A file of images and the file of its labels. */
export interface PictureSet extends Pictures {
  images: IdxFile
  labelled: IdxFile
}

export interface PictureSets {
  train: PictureSet
  /** null: pictures to test on are drawn from the others. */
  test: PictureSet | null
}

const IMAGES = 3
const LABELS = 1
const together =
  'Give a file of images and its file of labels together, and those to test on if there are any.'

/** Of the file names that are in use: t10k-images-idx3-ubyte, emnist-balanced-test-images-idx3-ubyte. */
const forTests = ({ name }: IdxFile): boolean => /t10k|test/i.test(name)

/** What two names begin with alike, characters. */
function alike(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/** @throws PhysicsError as a problem that names the file */
function setOf(images: IdxFile, labelled: IdxFile): PictureSet {
  try {
    return { ...pictures(images, labelled), images, labelled }
  } catch (thrown) {
    if (!(thrown instanceof PhysicsError)) throw thrown
    throw refusePictures(thrown.id, thrown.message, images.name, thrown.tip)
  }
}

function labelsOf(images: IdxFile, labels: readonly IdxFile[]): IdxFile {
  const [found] = labels
    .filter(({ sizes }) => sizes[0] === images.sizes[0])
    .sort((a, b) => alike(b.name, images.name) - alike(a.name, images.name))
  if (found !== undefined) return found
  const others = labels.map(({ name, sizes }) => `${name} has ${sizes[0]}`).join(', ')
  throw refusePictures(
    'pictures-without-labels',
    labels.length === 0
      ? `The labels of its ${images.sizes[0]} pictures are missing.`
      : `No file has labels for its ${images.sizes[0]} pictures: ${others}.`,
    images.name,
    together,
  )
}

/**
 * Finds out which of two or four files are images and which are their labels, by what they hold.
 * @throws ProblemError that says which is missing
 */
export function pairPictures(given: readonly GivenFile[]): PictureSets {
  const files = given.map(readIdx)
  const images = files.filter(({ sizes }) => sizes.length === IMAGES)
  const labels = files.filter(({ sizes }) => sizes.length === LABELS)
  const neither = files.find(({ sizes }) => ![IMAGES, LABELS].includes(sizes.length))
  if (neither !== undefined)
    throw refusePictures(
      'neither-images-nor-labels',
      `The file has ${neither.sizes.length} dimensions: images have three, labels one.`,
      neither.name,
      together,
    )
  if (images.length === 0)
    throw refusePictures(
      'labels-without-pictures',
      'There are labels here, and no file of images.',
      files.map(({ name }) => name).join(', '),
      together,
    )
  if (images.length > 2 || labels.length > images.length)
    throw refusePictures(
      'too-many-picture-files',
      `There are ${images.length} files of images and ${labels.length} of labels.`,
      files.map(({ name }) => name).join(', '),
      together,
    )
  const sets = images.map((file) => setOf(file, labelsOf(file, labels)))
  const [first, second] = sets
  if (second === undefined) return { train: first, test: null }
  if (first.labelled === second.labelled)
    throw refusePictures(
      'pictures-without-labels',
      `${first.images.name} and ${second.images.name} have as many pictures, and there is one file of labels.`,
      first.labelled.name,
      together,
    )
  // By name, else the larger one trains.
  const swapped =
    forTests(first.images) === forTests(second.images)
      ? first.count < second.count
      : forTests(first.images)
  return ofOneSize(swapped ? second : first, swapped ? first : second)
}

function ofOneSize(train: PictureSet, test: PictureSet): PictureSets {
  if (train.rows === test.rows && train.columns === test.columns) return { train, test }
  throw refusePictures(
    'pictures-of-two-sizes',
    `Its pictures have ${test.rows} x ${test.columns} pixels, and those of ${train.images.name} ${train.rows} x ${train.columns}.`,
    test.images.name,
    'Give files of one data set.',
  )
}
