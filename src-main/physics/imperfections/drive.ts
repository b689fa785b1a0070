import type { Task } from '../tasks'
import type { ImperfectionsSpec } from './imperfections'

/** The nearest voltage that a converter of 2^bits - 1 steps makes; at most its full scale. */
export function quantised(voltage: number, bits: number, fullScaleV: number): number {
  const step = fullScaleV / (2 ** bits - 1)
  const nearest = step * Math.floor(voltage / step + 0.5)
  return Math.min(fullScaleV, Math.max(-fullScaleV, nearest))
}

/** Rounds all source voltages of a task, in place: what is not driven exactly is seen nowhere. */
export function quantiseDrive(task: Task, spec: ImperfectionsSpec): void {
  const { driveBits, driveFullScaleV } = spec
  if (driveBits === null) return
  const sets = [task.train.inputs, task.test.inputs, task.classes?.meanInputs ?? null]
  for (const voltages of sets)
    voltages?.forEach((v, i) => (voltages[i] = quantised(v, driveBits, driveFullScaleV)))
  for (const turn of task.turns?.tasks ?? []) if (turn !== task) quantiseDrive(turn, spec)
}
