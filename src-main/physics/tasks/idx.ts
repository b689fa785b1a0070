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
    'Take an IDX file of unsigned bytes, unpacked, such as train-images-idx3-ubyte.',
  )

/** Type 0x08 of the format: unsigned bytes. */
const UNSIGNED_BYTE = 8
const HEADER = 4

/**
 * Reads the IDX format of the MNIST files (LeCun, Cortes and Burges): two zero bytes, the type, the
 * number of dimensions, each size as a big-endian 32-bit number, then the values.
 * @throws PhysicsError for another format or a length that does not fit
 */
export function parseIdx(bytes: Uint8Array): IdxBytes {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw refuse('The file is still packed (gzip).')
  if (bytes.length < HEADER || bytes[0] !== 0 || bytes[1] !== 0)
    throw refuse('This is no IDX file.')
  if (bytes[2] !== UNSIGNED_BYTE)
    throw refuse(`The values of the IDX file have the type 0x${bytes[2].toString(16)}.`)
  const dimensions = bytes[3]
  const start = HEADER + 4 * dimensions
  if (dimensions === 0 || bytes.length < start) throw refuse('The IDX file ends in its header.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sizes = Array.from({ length: dimensions }, (_, d) => view.getUint32(HEADER + 4 * d))
  const count = sizes.reduce((a, b) => a * b, 1)
  if (bytes.length - start !== count)
    throw refuse(`The IDX file should have ${count} values and has ${bytes.length - start}.`)
  return { sizes, values: bytes.subarray(start) }
}

/** Labelled pictures: M of rows x columns pixels from 0 to 255. */
export interface Pictures {
  readonly count: number
  readonly pixels: number
  readonly values: Uint8Array
  /** M classes. */
  readonly labels: Uint8Array
}

/** @throws PhysicsError where the two files do not belong together */
export function pictures(images: IdxBytes, labels: IdxBytes): Pictures {
  const [count, rows, columns] = images.sizes
  if (images.sizes.length !== 3) throw refuse('The file of images has not three dimensions.')
  if (labels.sizes.length !== 1 || labels.sizes[0] !== count)
    throw refuse(`There are ${count} images and ${labels.values.length} labels.`)
  return { count, pixels: rows * columns, values: images.values, labels: labels.values }
}
