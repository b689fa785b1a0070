import { PhysicsError } from '../error'

/** Unsigned bytes of an IDX file: `sizes` says how many along each dimension. */
export interface IdxBytes {
  readonly sizes: readonly number[]
  readonly values: Uint8Array
}

const refuse = (message: string) =>
  new PhysicsError(
    'bad-idx-file',
    message,
    'Take an IDX file of unsigned bytes, such as train-images-idx3-ubyte, whole and as it was published.',
  )

/** Type 0x08 of the format: unsigned bytes. */
const UNSIGNED_BYTE = 8
const HEADER = 4

/**
 * Reads the IDX format of the MNIST files (LeCun, Cortes and Burges): two zero bytes, the type, the
 * number of dimensions, each size as a big-endian 32-bit number, then the values. Nothing is
 * allocated by what the header says.
 * @throws PhysicsError for another format or a length that does not fit
 */
export function parseIdx(bytes: Uint8Array): IdxBytes {
  if (bytes.length === 0) throw refuse('The file is empty.')
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw refuse('The file is still packed (gzip).')
  if (bytes.length < HEADER || bytes[0] !== 0 || bytes[1] !== 0)
    throw refuse('This is no IDX file: it does not begin with two zero bytes.')
  if (bytes[2] !== UNSIGNED_BYTE)
    throw refuse(
      `The values of the IDX file have the type 0x${bytes[2].toString(16)}, and not 0x8, unsigned bytes.`,
    )
  const dimensions = bytes[3]
  const start = HEADER + 4 * dimensions
  if (dimensions === 0 || bytes.length < start) throw refuse('The IDX file ends in its header.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sizes = Array.from({ length: dimensions }, (_, d) => view.getUint32(HEADER + 4 * d))
  const count = sizes.reduce((a, b) => a * b, 1)
  if (bytes.length - start !== count)
    throw refuse(
      `The header of the IDX file announces ${sizes.join(' x ')} values, ${count}, and ${bytes.length - start} follow.`,
    )
  return { sizes, values: bytes.subarray(start) }
}

/** Labelled pictures: M of rows x columns pixels from 0 (background) to 255. */
export interface Pictures {
  readonly count: number
  readonly rows: number
  readonly columns: number
  readonly values: Uint8Array
  /** M labels. */
  readonly labels: Uint8Array
}

/** @throws PhysicsError where the two files do not belong together, or are empty */
export function pictures(images: IdxBytes, labels: IdxBytes): Pictures {
  const [count, rows, columns] = images.sizes
  if (images.sizes.length !== 3)
    throw refuse(
      `The file of images has ${images.sizes.length} dimensions, and not three: pictures, rows, columns.`,
    )
  if (labels.sizes.length !== 1 || labels.sizes[0] !== count)
    throw refuse(`There are ${count} images and ${labels.values.length} labels.`)
  if (images.values.length === 0) throw refuse('There is no picture in the file of images.')
  return { count, rows, columns, values: images.values, labels: labels.values }
}
