import { expect, test } from 'vitest'
import { makeTask, type TaskSpec } from './index'

const data = { iris: { classes: [], rows: [] } }
const spec: Extract<TaskSpec, { kind: 'digits' }> = {
  kind: 'digits',
  side: 8,
  trainExamples: 200,
  testExamples: 50,
  shift: 0.5,
  thickness: 1.3,
  thicknessVariation: 0.3,
  noise: 0.05,
  lowV: -1,
  highV: 1,
}

test('digits come equally often, in the range, and differ between training and test', () => {
  const { train, test: tested, classes, inputs, outputs } = makeTask(spec, data, 1)
  expect([inputs, outputs, train.count, tested.count]).toEqual([64, 10, 200, 50])
  expect(train.inputs.every((v) => v >= -1 && v <= 1)).toBe(true)
  expect(classes?.train.filter((c) => c === 7)).toHaveLength(20)
  expect(train.inputs.subarray(0, 640)).not.toEqual(tested.inputs.subarray(0, 640))
  expect(makeTask(spec, data, 1).train.inputs).toEqual(train.inputs)
})

test('the nearest mean of the training digits tells most test digits', () => {
  const { test: tested, classes } = makeTask({ ...spec, trainExamples: 1000 }, data, 2)
  if (classes === null) throw new Error('no classes')
  let right = 0
  for (let m = 0; m < tested.count; m++) {
    const distance = classes.names.map((_, c) => {
      let sum = 0
      for (let s = 0; s < 64; s++)
        sum += (tested.inputs[64 * m + s] - classes.meanInputs[64 * c + s]) ** 2
      return sum
    })
    if (distance.indexOf(Math.min(...distance)) === classes.test[m]) right++
  }
  expect(right / tested.count).toBeGreaterThan(0.7)
})

test('without shift, variation and noise only the slant differs', () => {
  const plain = { ...spec, shift: 0, thicknessVariation: 0, noise: 0 }
  const { train } = makeTask(plain, data, 3)
  // The middle row of a slanted digit hardly moves.
  const middle = (m: number) => train.inputs.subarray(64 * m + 24, 64 * m + 32)
  const [a, b] = [middle(0), middle(10)]
  a.forEach((v, i) => expect(Math.abs(v - b[i])).toBeLessThan(0.3))
})

test('exclusive or has four rows', () => {
  const task = makeTask({ kind: 'xor', lowV: 0, highV: 5, targetLowV: 1, targetHighV: 4 }, data, 1)
  expect([...task.train.inputs]).toEqual([0, 0, 0, 5, 5, 0, 5, 5])
  expect([...task.train.targets]).toEqual([1, 4, 4, 1])
})
