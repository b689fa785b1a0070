import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { MOST_INPUT_BYTES, type PackedPictures, type PackedSet } from '@contract'
import { PhysicsError } from '../../physics'
import type { Unpack } from '../../physics/tasks'
import type { PictureSet, PictureSets } from './pair'
import { refusePictures } from './refuse'
import { MOST_IDX_BYTES } from './read'

const sha256 = (...parts: Uint8Array[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

/** Strings of the configuration that may be as long as a file that is opened, with room for the rest. */
const MOST_PACKED = MOST_INPUT_BYTES - 5_000_000

const deflated = (bytes: Uint8Array): string => deflateRawSync(bytes).toString('base64')

/** At most so many of a set, at equal distances: files may be sorted by label. */
function some(set: PictureSet, most: number | null) {
  const { count, rows, columns, values, labels } = set
  if (most === null || most >= count) return { count, values, labels }
  const pixels = rows * columns
  const chosen = Array.from({ length: most }, (_, i) => Math.floor((i * count) / most))
  const kept = new Uint8Array(most * pixels)
  chosen.forEach((m, i) => kept.set(values.subarray(m * pixels, (m + 1) * pixels), i * pixels))
  return { count: most, values: kept, labels: Uint8Array.from(chosen, (m) => labels[m]) }
}

function packSet(set: PictureSet, most: number | null): PackedSet {
  const { count, values, labels } = some(set, most)
  return {
    images: set.images.name,
    labels: set.labelled.name,
    imagesSha256: sha256(set.images.bytes),
    labelsSha256: sha256(set.labelled.bytes),
    of: set.count,
    count,
    sha256: sha256(values, labels),
    pixels: deflated(values),
    classes: deflated(labels),
  }
}

/**
 * Pictures as a configuration holds them, so that a record of it needs no file.
 * @param most of each file; null: all
 * @throws ProblemError where they are too many
 */
export function packPictures({ train, test }: PictureSets, most: number | null): PackedPictures {
  const { rows, columns } = train
  const packed = {
    rows,
    columns,
    train: packSet(train, most),
    test: test === null ? null : packSet(test, most),
  }
  const length = packed.train.pixels.length + (packed.test?.pixels.length ?? 0)
  if (length <= MOST_PACKED) return packed
  throw refusePictures(
    'pictures-too-large',
    `Packed, the pictures take ${(length / 1e6).toFixed(0)} MB, and a configuration holds ${MOST_PACKED / 1e6} MB of them.`,
    train.images.name,
    'Take fewer of them.',
  )
}

const damaged = (set: Pick<PackedSet, 'images'>, why: string) =>
  new PhysicsError(
    'damaged-pictures',
    `The pictures of ${set.images} in the configuration are not those that were put there: ${why}.`,
    'Take the configuration or the bundle as it was written, or the files of pictures again.',
    'task.pictures',
  )

function inflated(set: Pick<PackedSet, 'images'>, text: string, length: number): Uint8Array {
  if (length > MOST_IDX_BYTES) throw damaged(set, `${length} bytes are more than there may be`)
  let bytes: Uint8Array
  try {
    bytes = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: length })
  } catch (thrown) {
    throw damaged(set, thrown instanceof Error ? thrown.message : String(thrown))
  }
  if (bytes.length !== length)
    throw damaged(set, `${length} bytes were announced, ${bytes.length} are there`)
  return bytes
}

/** The pictures that a configuration holds. @throws PhysicsError where a byte of them is another */
export const unpackPictures: Unpack = (set, rows, columns) => {
  const values = inflated(set, set.pixels, set.count * rows * columns)
  const labels = inflated(set, set.classes, set.count)
  if (sha256(values, labels) !== set.sha256) throw damaged(set, 'their SHA-256 is another')
  return { count: set.count, rows, columns, values, labels }
}
