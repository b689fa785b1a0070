import { allostery, type AllosterySpec } from './allostery'
import { iris, type IrisSpec } from './iris'
import { regression, type RegressionSpec } from './regression'
import type { Table } from './table'
import type { Task } from './task'

export { nearestClass, refreshTargets, spreadTargets } from './classify'
export { parseTable, type Table } from './table'
export type { Classes, Examples, Task } from './task'
export type TaskSpec = AllosterySpec | RegressionSpec | IrisSpec

/** Measured data that tasks draw on. */
export interface Data {
  readonly iris: Table
}

export function makeTask(spec: TaskSpec, data: Data, seed: number): Task {
  switch (spec.kind) {
    case 'allostery':
      return allostery(spec, seed)
    case 'regression':
      return regression(spec, seed)
    case 'iris':
      return iris(spec, data.iris, seed)
  }
}
