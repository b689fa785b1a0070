import { gzipSync } from 'node:zlib'
import { Draws } from '../../physics/random'
import { drawDigit } from '../../physics/tasks/digits'
import type { GivenFile } from './read'

/** A file in the IDX format of unsigned bytes. */
export function idxFile(sizes: readonly number[], values: ArrayLike<number>, type = 8): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * sizes.length + values.length)
  bytes.set([0, 0, type, sizes.length])
  sizes.forEach((size, d) => new DataView(bytes.buffer).setUint32(4 + 4 * d, size))
  bytes.set(values, 4 + 4 * sizes.length)
  return bytes
}

export interface DigitFiles {
  images: GivenFile
  labels: GivenFile
}

const strokes = { kind: 'digits', trainExamples: 0, testExamples: 0, lowV: 0, highV: 1 } as const

/**
 * Two files as those of MNIST are, with drawn digits in them instead of handwriting.
 * @param packed as gzip, with its ending
 */
export function digitFiles(
  count: number,
  { side = 28, seed = 1, name = 'train', packed = false, noise = 0.05 } = {},
): DigitFiles {
  const shape = { shift: side / 14, thickness: side / 8, thicknessVariation: 0.3, noise }
  const pixels = new Uint8Array(count * side * side)
  const labels = Uint8Array.from({ length: count }, (_, m) => (m * 7 + seed) % 10)
  const draws = new Draws(seed, 'task')
  labels.forEach((digit, m) => {
    const drawn = drawDigit(digit, { ...strokes, side, ...shape }, draws.seek(m))
    pixels.set(
      drawn.map((ink) => Math.floor(255 * ink)),
      m * side * side,
    )
  })
  const file = (stem: string, content: Uint8Array): GivenFile =>
    packed
      ? { name: `${name}-${stem}-ubyte.gz`, content: gzipSync(content, { level: 6 }) }
      : { name: `${name}-${stem}-ubyte`, content }
  return {
    images: file('images-idx3', idxFile([count, side, side], pixels)),
    labels: file('labels-idx1', idxFile([count], labels)),
  }
}
