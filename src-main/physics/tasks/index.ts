import { allostery, type AllosterySpec } from './allostery'
import { columns, type ColumnsSpec } from './columns'
import { digits, type DigitsSpec } from './digits'
import { images, type ImagesSpec, type Unpack } from './images'
import { iris, type IrisSpec } from './iris'
import { regression, type RegressionSpec } from './regression'
import { seedOf, switching } from './switching'
import type { Table } from './table'
import type { Task } from './task'
import { xor, type XorSpec } from './xor'

export { nearestClass, refreshTargets, spreadTargets } from './classify'
export { turnAt } from './switching'
export { parseIdx, pictures, type IdxBytes, type Pictures } from './idx'
export type { PackedPictures, PackedSet, Unpack } from './images'
export { parseTable, type Table } from './table'
export type { Classes, Examples, Task } from './task'
/** A task that can take turns with others. */
export type SingleSpec = AllosterySpec | RegressionSpec | ColumnsSpec
export interface SwitchingSpec {
  kind: 'switching'
  /** Steps of a turn. */
  every: number
  tasks: readonly SingleSpec[]
}
export type TaskSpec = SingleSpec | IrisSpec | XorSpec | DigitsSpec | ImagesSpec | SwitchingSpec

/** Measured data that tasks draw on. */
export interface Data {
  readonly iris: Table
  /** Reads the pictures that a configuration holds; left out: there are none. */
  readonly unpack?: Unpack
}

export function makeTask(spec: TaskSpec, data: Data, seed: number): Task {
  switch (spec.kind) {
    case 'allostery':
      return allostery(spec, seed)
    case 'regression':
      return regression(spec, seed)
    case 'table':
      return columns(spec, seed)
    case 'iris':
      return iris(spec, data.iris, seed)
    case 'xor':
      return xor(spec)
    case 'digits':
      return digits(spec, seed)
    case 'images':
      return images(spec, data.unpack, seed)
    case 'switching':
      return switching(
        spec.every,
        spec.tasks.map((task, i) => makeTask(task, data, seedOf(seed, i))),
      )
  }
}
