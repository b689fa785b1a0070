import { expect, test } from 'vitest'
import { makeTask, parseIdx, pictures } from './index'

const idx = (sizes: number[], values: number[]) =>
  Uint8Array.from([
    0,
    0,
    8,
    sizes.length,
    ...sizes.flatMap((n) => [0, 0, n >> 8, n & 255]),
    ...values,
  ])
const three = idx([3, 2, 2], [0, 255, 0, 255, 255, 0, 255, 0, 51, 51, 51, 51])
const labels = idx([3], [0, 1, 1])

test('pictures and labels of IDX files become examples with classes', () => {
  const both = pictures(parseIdx(three), parseIdx(labels))
  const task = makeTask(
    { kind: 'images', trainExamples: 3, testExamples: 2, lowV: 0, highV: 5 },
    { iris: { classes: [], rows: [] }, images: { train: both, test: both } },
    1,
  )
  expect([task.inputs, task.outputs]).toEqual([4, 2])
  expect([...(task.classes?.train ?? [])].sort()).toEqual([0, 1, 1])
  expect([...task.test.inputs]).toEqual([0, 5, 0, 5, 5, 0, 5, 0])
  expect(Math.max(...task.train.inputs)).toBe(5)
})

test.each([
  [Uint8Array.of(0x1f, 0x8b, 8), /packed/],
  [Uint8Array.of(1, 2, 3, 4), /no IDX file/],
  [Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 0), /type 0xd/],
  [three.subarray(0, 10), /ends in its header/],
  [three.subarray(0, 20), /12 values and has 4/],
])('%# a file that is none is refused', (bytes, message) => {
  expect(() => parseIdx(bytes)).toThrow(message)
})

test('images and labels that do not belong together are refused', () => {
  expect(() => pictures(parseIdx(three), parseIdx(idx([2], [0, 1])))).toThrow(/3 images and 2/)
  expect(() => pictures(parseIdx(labels), parseIdx(labels))).toThrow(/three dimensions/)
  const spec = { kind: 'images' as const, trainExamples: 3, testExamples: 2, lowV: 0, highV: 5 }
  expect(() => makeTask(spec, { iris: { classes: [], rows: [] } }, 1)).toThrow(/No pictures/)
})
