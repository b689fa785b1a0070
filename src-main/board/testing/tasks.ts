import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeTask, parseTable } from '../../physics/tasks'
import type { BoardProgram, BoardTask } from '../program'
import { allostery } from './penn16'

const file = resolve(import.meta.dirname, '../../../resources/datasets/iris.csv')

/** 30 training flowers and 120 test flowers, features scaled to 0..5 V. */
export function irisTask(seed = 1): BoardTask {
  const data = { iris: parseTable(readFileSync(file, 'utf8')) }
  const task = makeTask({ kind: 'iris', trainFlowers: 30, lowV: 0, highV: 5 }, data, seed)
  const { train, test, classes } = task
  if (classes === null) throw new Error('Iris has classes')
  return {
    train: train.count,
    test: test.count,
    inputsV: [...train.inputs, ...test.inputs],
    desired: { kind: 'classes', count: 3, labels: [...classes.train, ...classes.test] },
  }
}

/** Iris on the laboratory network, ideal rule, one flower at a time. */
export const iris: BoardProgram = {
  ...allostery,
  sources: [3, 6, 5, 8],
  grounds: [1],
  targets: [0, 2, 7],
  task: irisTask(),
  rule: { kind: 'ideal', eta: 0.1, alpha: 0.003, minConductance: 1e-6, maxConductance: 1e6 },
  schedule: { kind: 'bernoulli', probability: 0.5, compensate: false },
  seed: 1,
}

/** Two inputs, one output: V_D = 0.3 V_1 + 0.4 V_2, 40 examples to learn from and 20 to test. */
export function regressionTask(seed = 1): BoardTask {
  const spec = {
    kind: 'regression' as const,
    matrix: [[0.3, 0.4]],
    trainExamples: 40,
    testExamples: 20,
    lowV: 1,
    highV: 5,
    noiseV: 0,
  }
  const { train, test } = makeTask(spec, { iris: { classes: [], rows: [] } }, seed)
  return {
    train: train.count,
    test: test.count,
    inputsV: [...train.inputs, ...test.inputs],
    desired: { kind: 'targets', voltagesV: [...train.targets, ...test.targets] },
  }
}

/** Regression on the laboratory network, ideal rule, batches of 4. */
export const regression: BoardProgram = {
  ...iris,
  sources: [0, 4],
  grounds: [7],
  targets: [2],
  task: regressionTask(),
  rule: { kind: 'ideal', eta: 0.1, alpha: 0.003, minConductance: 1e-6, maxConductance: 1e6 },
  batch: { size: 4, draw: 'EPOC' },
  seed: 3,
}

/** A square lattice of rows x columns nodes. */
export function lattice(rows: number, columns: number): [number, number][] {
  const edges: [number, number][] = []
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const node = r * columns + c
      if (c + 1 < columns) edges.push([node, node + 1])
      if (r + 1 < rows) edges.push([node, node + columns])
    }
  return edges
}

/** Iris on 36 nodes and 60 edges, batches of 5, every edge at its own rate: the largest promise. */
export const largest: BoardProgram = {
  ...iris,
  nodes: 36,
  edges: lattice(6, 6),
  sources: [0, 5, 30, 35],
  grounds: [14],
  targets: [2, 17, 27],
  schedule: {
    kind: 'rate',
    thresholds: Array.from({ length: 60 }, (_, e) => Math.floor(((e + 1) / 60) * 4294967296)),
  },
  batch: { size: 5, draw: 'EPOC' },
}
