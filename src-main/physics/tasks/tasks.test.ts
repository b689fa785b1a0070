import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeTask, nearestClass, parseTable, refreshTargets, type TaskSpec } from './index'

const csv = new URL('../../../resources/datasets/iris.csv', import.meta.url)
const data = { iris: parseTable(readFileSync(csv, 'utf8')) }
const irisSpec: TaskSpec = { kind: 'iris', trainFlowers: 30, lowV: 0, highV: 5 }
const regressionSpec = {
  kind: 'regression' as const,
  matrix: [
    [0.2, 0.3],
    [0.1, 0.5],
  ],
  trainExamples: 20,
  testExamples: 100,
  lowV: 1,
  highV: 5,
  noiseV: 0,
}

test('the Iris table has 50 flowers of each species and the published means', () => {
  const { classes, rows } = data.iris
  expect(classes).toEqual(['setosa', 'versicolor', 'virginica'])
  const published = [
    [5.006, 3.428, 1.462, 0.246],
    [5.936, 2.77, 4.26, 1.326],
    [6.588, 2.974, 5.552, 2.026],
  ]
  published.forEach((means, c) => {
    const flowers = rows.filter((row) => row.class === c)
    expect(flowers).toHaveLength(50)
    means.forEach((mean, s) =>
      expect(flowers.reduce((sum, { features }) => sum + features[s], 0) / 50).toBeCloseTo(
        mean,
        10,
      ),
    )
  })
})

test('a table that cannot be read is refused with its line', () => {
  expect(() => parseTable('a,b,class\n1,2,x\n1,y,x\n')).toThrow(/Line 3/)
  expect(() => parseTable('a,b,class\n1,2\n')).toThrow(/Line 2/)
})

test('Iris splits 10 flowers of each species off and scales by their range', () => {
  const task = makeTask(irisSpec, data, 3)
  expect([task.train.count, task.test.count, task.inputs, task.outputs]).toEqual([30, 120, 4, 3])
  for (const c of [0, 1, 2]) {
    expect(task.classes?.train.filter((x) => x === c)).toHaveLength(10)
    expect(task.classes?.test.filter((x) => x === c)).toHaveLength(40)
  }
  for (let s = 0; s < 4; s++) {
    const values = Array.from({ length: 30 }, (_, m) => task.train.inputs[m * 4 + s])
    expect(Math.min(...values)).toBe(0)
    expect(Math.max(...values)).toBe(5)
  }
})

test('training and test flowers together are the 150 of the table', () => {
  const task = makeTask(irisSpec, data, 5)
  const ascending = (values: number[]) => values.sort((a, b) => a - b)
  /** Undoes any scaling: 0 for the smallest, 1 for the largest. */
  const relative = (values: number[]) =>
    values.map((v) => (v - values[0]) / (values[149] - values[0]))
  for (let s = 0; s < 4; s++) {
    const column = (inputs: Float64Array) => [...inputs].filter((_, i) => i % 4 === s)
    const both = ascending([...column(task.train.inputs), ...column(task.test.inputs)])
    const table = ascending(data.iris.rows.map(({ features }) => features[s]))
    const expected = relative(table)
    relative(both).forEach((v, i) => expect(v).toBeCloseTo(expected[i], 12))
  }
})

test('the split follows from the seed, and 147 flowers leave one of each species', () => {
  const [a, b, c] = [1, 1, 2].map((seed) => makeTask(irisSpec, data, seed))
  expect(a.train.inputs).toEqual(b.train.inputs)
  expect(a.train.inputs).not.toEqual(c.train.inputs)
  const { train, classes } = makeTask({ ...irisSpec, trainFlowers: 147 }, data, 1)
  expect(train.count).toBe(147)
  expect([...(classes?.test ?? [])]).toEqual([0, 1, 2])
})

test('five folds share the flowers out: each tests once', () => {
  const tested = [0, 1, 2, 3, 4].flatMap((fold) => {
    const { test: set } = makeTask({ ...irisSpec, trainFlowers: 120, fold }, data, 4)
    expect(set.count).toBe(30)
    return [...set.inputs]
  })
  const whole = makeTask({ ...irisSpec, trainFlowers: 120 }, data, 4)
  expect(tested.slice(0, 120)).toEqual([...whole.test.inputs])
  // Scaled from 120 flowers each: the sums of all five folds lie near the mean of the whole set.
  const petal = (values: number[]) => values.filter((_, i) => i % 4 === 2)
  expect(petal(tested)).toHaveLength(150)
  const spreadOf = (values: number[]) => [...values].sort((a, b) => a - b)
  const all = [...whole.train.inputs, ...whole.test.inputs]
  spreadOf(petal(tested)).forEach((v, i) =>
    expect(Math.abs(v - spreadOf(petal(all))[i])).toBeLessThan(0.4),
  )
})

test('targets of the classes are the response to their mean inputs', () => {
  const task = makeTask(irisSpec, data, 3)
  const response = Float64Array.from({ length: 12 }, (_, i) => 0.05 * (i % 5) + 0.02)
  refreshTargets(task, response)
  const m = 12 // of the second class
  for (let o = 0; o < 3; o++) {
    let expected = 0
    for (let s = 0; s < 4; s++) {
      let mean = 0
      for (let i = 10; i < 20; i++) mean += task.train.inputs[i * 4 + s] / 10
      expected += response[o * 4 + s] * mean
    }
    expect(task.train.targets[m * 3 + o]).toBeCloseTo(expected, 13)
    expect(task.test.targets[50 * 3 + o]).toBeCloseTo(expected, 13)
  }
})

test('the answer is the class of the nearest target', () => {
  const task = makeTask(irisSpec, data, 3)
  if (task.classes === null) throw new Error('no classes')
  task.classes.targets.set([0, 0, 0, 1, 1, 1, 2, 2, 2])
  expect(nearestClass(task.classes, Float64Array.of(9, 1.4, 1.2, 0.9), 1)).toBe(1)
})

test('regression examples lie in the range and obey the matrix', () => {
  const task = makeTask(regressionSpec, data, 1)
  for (const set of [task.train, task.test])
    for (let m = 0; m < set.count; m++) {
      const [v, w] = set.inputs.subarray(2 * m, 2 * m + 2)
      expect(Math.min(v, w)).toBeGreaterThanOrEqual(1)
      expect(Math.max(v, w)).toBeLessThan(5)
      expect(set.targets[2 * m]).toBeCloseTo(0.2 * v + 0.3 * w, 14)
      expect(set.targets[2 * m + 1]).toBeCloseTo(0.1 * v + 0.5 * w, 14)
    }
  expect(task.train.inputs[0]).not.toBe(task.test.inputs[0])
})

test('noise changes the targets by its standard deviation, and no input', () => {
  const clean = makeTask({ ...regressionSpec, trainExamples: 4000 }, data, 1).train
  const noisy = makeTask({ ...regressionSpec, trainExamples: 4000, noiseV: 0.2 }, data, 1).train
  expect(noisy.inputs).toEqual(clean.inputs)
  const squares = noisy.targets.reduce((sum, t, i) => sum + (t - clean.targets[i]) ** 2, 0)
  expect(Math.sqrt(squares / 8000)).toBeCloseTo(0.2, 2)
})

test('a matrix that no network of conductances reaches is refused', () => {
  expect(() => makeTask({ ...regressionSpec, matrix: [[0.7, 0.4]] }, data, 1)).toThrow(/row 0/)
  const one = [[0.05, 0.55, 0.3, 0.1]]
  expect(makeTask({ ...regressionSpec, matrix: one }, data, 1).inputs).toBe(4)
  expect(() => makeTask({ ...regressionSpec, matrix: [[0.1, 0.2], [0.3]] }, data, 1)).toThrow(
    /Row 1/,
  )
  expect(() => makeTask({ ...regressionSpec, lowV: 6 }, data, 1)).toThrow(/6 V/)
})

test('random allostery draws its targets from the range', () => {
  const targets = { kind: 'random' as const, count: 3, lowV: 1, highV: 4 }
  const draw = (seed: number) =>
    makeTask({ kind: 'allostery', sourceVoltagesV: [5], targets }, data, seed).train.targets
  for (let seed = 0; seed < 200; seed++)
    for (const v of draw(seed)) {
      expect(v).toBeGreaterThanOrEqual(1)
      expect(v).toBeLessThan(4)
    }
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

const rows = [
  [0, 10, 5],
  [1, 20, 6],
  [2, 30, 7],
  [4, 40, 9],
]
const tableSpec = {
  kind: 'table' as const,
  columns: ['time', 'load', 'yield'],
  rows,
  inputs: [
    { column: 'time', low: 0, high: 4 },
    { column: 'load', low: 0, high: 40 },
  ],
  targets: [{ column: 'yield', low: 5, high: 9 }],
  lowV: 0,
  highV: 5,
  targetLowV: 1,
  targetHighV: 3,
  trainExamples: null as number | null,
}

test('a table is scaled from its stated ranges', () => {
  const task = makeTask(tableSpec, data, 1)
  expect([...task.train.inputs]).toEqual([0, 1.25, 1.25, 2.5, 2.5, 3.75, 5, 5])
  expect([...task.train.targets]).toEqual([1, 1.5, 2, 3])
  expect(task.test.count).toBe(0)
})

test('a table splits into training and test rows by the seed', () => {
  const split = (seed: number) => makeTask({ ...tableSpec, trainExamples: 3 }, data, seed)
  const { train, test } = split(1)
  expect([...train.targets, ...test.targets].sort()).toEqual([1, 1.5, 2, 3])
  expect([train.count, test.count]).toEqual([3, 1])
  const tests = new Set(Array.from({ length: 30 }, (_, seed) => split(seed).test.targets[0]))
  expect(tests.size).toBe(4)
})

test.each([
  [{ rows: [[1, 2]] }, /Row 1 has 2 numbers, and there are 3/],
  [{ rows: [...rows, [9, 1, 6]] }, /Row 5 has 9 in the column time, whose range is 0 to 4/],
  [{ targets: [{ column: 'fruit', low: 0, high: 1 }] }, /no column fruit/],
  [{ targets: [{ column: 'time', low: 0, high: 4 }] }, /time is used twice/],
  [{ inputs: [{ column: 'time', low: 4, high: 4 }] }, /from 4 to 4/],
  [{ trainExamples: 9 }, /9 training examples.*4 rows/],
  [{ columns: ['a', 'a', 'b'] }, /Two columns are named a/],
])('the table with %j is refused', (changes, message) => {
  expect(() => makeTask({ ...tableSpec, ...changes }, data, 1)).toThrow(message)
})

test('a matrix drawn from the seed is one that a network can reach', () => {
  const spec = {
    kind: 'regression' as const,
    matrix: [[0.5]],
    drawMatrix: { outputs: 3, inputs: 4 },
    trainExamples: 200,
    testExamples: 0,
    lowV: 0,
    highV: 5,
    noiseV: 0,
  }
  const { inputs, outputs, train } = makeTask(spec, data, 8)
  expect([inputs, outputs]).toEqual([4, 3])
  for (let m = 0; m < 200; m++) {
    const volts = train.inputs.subarray(4 * m, 4 * m + 4)
    for (const target of train.targets.subarray(3 * m, 3 * m + 3))
      expect(target >= 0 && target <= 0.9 * Math.max(...volts)).toBe(true)
  }
  expect(makeTask(spec, data, 9).train.targets).not.toEqual(train.targets)
})
