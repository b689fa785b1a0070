import { PhysicsError } from '../error'
import { Draws } from '../random'
import { examples, type Task } from './task'

export interface AllosterySpec {
  kind: 'allostery'
  sourceVoltagesV: readonly number[]
  targets:
    | { kind: 'given'; voltagesV: readonly number[] }
    | { kind: 'random'; count: number; lowV: number; highV: number }
}

/** One example: fixed source voltages, desired voltages on the targets (Dillavou et al., 2022). */
export function allostery(spec: AllosterySpec, seed: number): Task {
  const { targets } = spec
  if (targets.kind === 'random' && targets.lowV > targets.highV)
    throw new PhysicsError(
      'voltage-range',
      `The targets' range starts at ${targets.lowV} V and ends at ${targets.highV} V.`,
      'lowV is at most highV.',
      'task.targets',
    )
  const draws = new Draws(seed, 'task')
  const voltages =
    targets.kind === 'given'
      ? targets.voltagesV
      : Array.from({ length: targets.count }, () => draws.between(targets.lowV, targets.highV))
  const train = examples(1, spec.sourceVoltagesV.length, voltages.length)
  train.inputs.set(spec.sourceVoltagesV)
  train.targets.set(voltages)
  return {
    inputs: spec.sourceVoltagesV.length,
    outputs: voltages.length,
    train,
    test: examples(0, 0, 0),
    classes: null,
  }
}
