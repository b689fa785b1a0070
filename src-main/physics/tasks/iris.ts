import { Draws } from '../random'
import { classify } from './classify'
import type { Table } from './table'
import { examples, type Task } from './task'

export interface IrisSpec {
  kind: 'iris'
  /** Training flowers, one third of each class. */
  trainFlowers: number
  lowV: number
  highV: number
  /** Which part of the flowers tests, for cross-validation; left out: 0. */
  fold?: number | undefined
}

/** Numbers of the rows of each class in a random order. */
function shuffledByClass(table: Table, seed: number): Int32Array[] {
  const draws = new Draws(seed, 'split')
  return table.classes.map((_, c) => {
    const rows = table.rows.flatMap((row, i) => (row.class === c ? [i] : []))
    const order = Int32Array.from(rows)
    draws.shuffle(order)
    return order
  })
}

/**
 * Fisher's Iris data (1936): each feature scaled from its range over the training flowers to
 * [lowV, highV] (test flowers may lie a little outside). Split and scaling are ours.
 */
export function iris(spec: IrisSpec, table: Table, seed: number): Task {
  const perClass = spec.trainFlowers / table.classes.length
  const order = shuffledByClass(table, seed).map((rows) => {
    // The flowers that test come round in turn: with 120 to train on five folds share all out.
    const from = ((spec.fold ?? 0) * (rows.length - perClass)) % rows.length
    return [...rows.subarray(from), ...rows.subarray(0, from)]
  })
  const trainRows = order.flatMap((rows) => [...rows.slice(0, perClass)])
  const testRows = order.flatMap((rows) => [...rows.slice(perClass)])
  const inputs = table.rows[0].features.length
  const outputs = table.classes.length

  const low = new Float64Array(inputs).fill(Infinity)
  const high = new Float64Array(inputs).fill(-Infinity)
  for (const row of trainRows)
    table.rows[row].features.forEach((value, s) => {
      low[s] = Math.min(low[s], value)
      high[s] = Math.max(high[s], value)
    })
  const scaled = (rows: readonly number[]) => {
    const set = examples(rows.length, inputs, outputs)
    rows.forEach((row, m) =>
      table.rows[row].features.forEach((value, s) => {
        // A feature that is the same for every training flower says nothing: the middle.
        const part = high[s] > low[s] ? (value - low[s]) / (high[s] - low[s]) : 0.5
        set.inputs[m * inputs + s] = spec.lowV + (spec.highV - spec.lowV) * part
      }),
    )
    return set
  }
  const label = (rows: readonly number[]) => Int32Array.from(rows, (row) => table.rows[row].class)
  const train = scaled(trainRows)
  return {
    inputs,
    outputs,
    train,
    test: scaled(testRows),
    classes: classify(table.classes, train, inputs, outputs, label(trainRows), label(testRows)),
  }
}
