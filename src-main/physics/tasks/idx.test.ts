import { expect, test } from 'vitest'
import { makeTask, parseIdx, pictures, type Pictures } from './index'
import type { ImagesSpec } from './images'

const idx = (sizes: number[], values: number[], type = 8) =>
  Uint8Array.from([
    0,
    0,
    type,
    sizes.length,
    ...sizes.flatMap((n) => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]),
    ...values,
  ])
const three = idx([3, 2, 2], [0, 255, 0, 255, 255, 0, 255, 0, 51, 51, 51, 51])
const labels = idx([3], [0, 1, 1])

test('images and labels of IDX files belong together', () => {
  const { count, rows, columns, values } = pictures(parseIdx(three), parseIdx(labels))
  expect([count, rows, columns]).toEqual([3, 2, 2])
  expect([...values.subarray(8)]).toEqual([51, 51, 51, 51])
})

test.each([
  [new Uint8Array(0), /empty/],
  [Uint8Array.of(0x1f, 0x8b, 8), /packed/],
  [Uint8Array.of(1, 2, 3, 4), /no IDX file/],
  [Uint8Array.of(0, 0), /no IDX file/],
  [idx([1], [0], 13), /type 0xd/],
  [three.subarray(0, 10), /ends in its header/],
  [three.subarray(0, 20), /3 x 2 x 2 values, 12, and 4 follow/],
  // Nothing is allocated by such a claim: it would be 3e38 bytes.
  [idx([2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1], [0]), /and 1 follow/],
])('%# a file that is none is refused', (bytes, message) => {
  expect(() => parseIdx(bytes)).toThrow(message)
})

test('images and labels that do not belong together, and no pictures, are refused', () => {
  expect(() => pictures(parseIdx(three), parseIdx(idx([2], [0, 1])))).toThrow(/3 images and 2/)
  expect(() => pictures(parseIdx(labels), parseIdx(labels))).toThrow(/1 dimensions, and not three/)
  const none = () => pictures(parseIdx(idx([0, 28, 28], [])), parseIdx(idx([0], [])))
  expect(none).toThrow(/no picture/)
})

const some = (from: Partial<Pictures> = {}): Pictures => ({
  ...{ count: 6, rows: 2, columns: 2, labels: Uint8Array.of(3, 5, 3, 5, 3, 5) },
  values: Uint8Array.from({ length: 24 }, (_, i) => (i % 4 === 0 ? 255 : 51)),
  ...from,
})
const packed = { images: 'i', labels: 'l', count: 6, sha256: '', pixels: '', classes: '' }
const spec: ImagesSpec = {
  ...{ kind: 'images', pictures: { rows: 2, columns: 2, train: packed, test: null } },
  ...{ trainExamples: 4, testExamples: 2, classes: null, margin: 0, height: null, width: null },
  ...{ lowV: 0, highV: 5 },
}
const taskOf = (change: Partial<ImagesSpec>, seed = 1, from = some()) =>
  makeTask({ ...spec, ...change }, { iris: { classes: [], rows: [] }, unpack: () => from }, seed)

test('pictures become examples with a target per label, and no picture trains and tests', () => {
  const numbered = Uint8Array.from({ length: 24 }, (_, i) => Math.floor(i / 4) * 51)
  const task = taskOf({}, 1, some({ values: numbered }))
  expect([task.inputs, task.outputs, task.classes?.names]).toEqual([4, 2, ['3', '5']])
  const firsts = [task.train, task.test].flatMap(({ count, inputs }) =>
    Array.from({ length: count }, (_, m) => inputs[4 * m]),
  )
  expect([...firsts].sort()).toEqual([0, 1, 2, 3, 4, 5])
  // Voltages are those of their labels still: pictures 0, 2, 4 have a 3.
  task.classes?.train.forEach((c, m) => expect(firsts[m] % 2).toBe(c))
  const other = taskOf({}, 2, some({ values: numbered }))
  expect([...other.train.inputs]).not.toEqual([...task.train.inputs])
})

test('a smaller picture has the mean over the area of each pixel, a margin is left out', () => {
  const values = Uint8Array.from({ length: 6 * 9 }, (_, i) => [0, 90, 180][i % 3])
  const from = some({ rows: 3, columns: 3, values })
  const pictures = { rows: 3, columns: 3, train: packed, test: null }
  const small = taskOf({ pictures, height: 1, width: 2, highV: 255 }, 1, from)
  // Columns 0 and half of 90; half of 90 and 180: (0 + 45) / 1.5 and (45 + 180) / 1.5.
  expect([...small.train.inputs.subarray(0, 2)]).toEqual([30, 150])
  expect(taskOf({ pictures, margin: 1, highV: 255 }, 1, from).train.inputs[0]).toBe(90)
  expect(() => taskOf({ pictures, margin: 2 }, 1, from)).toThrow(/leaves nothing/)
  expect(() => taskOf({ pictures, width: 4 }, 1, from)).toThrow(/cannot become 3 x 4/)
})

test('labels that are not there, too many, and pictures that do not suffice are refused', () => {
  expect(() => taskOf({ classes: [3, 7] })).toThrow(/3 of these classes/)
  expect(() => taskOf({ classes: [3, 7], trainExamples: 2, testExamples: 0 })).toThrow(/label 7/)
  expect(() => taskOf({ testExamples: 3 })).toThrow(/3 pictures to test on .* there are 2/)
  expect(() => taskOf({}, 1, some({ labels: new Uint8Array(6) }))).toThrow(/1 different labels/)
  expect(() => taskOf({ pictures: null })).toThrow(/no pictures/)
})
