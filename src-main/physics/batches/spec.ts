import { PhysicsError } from '../error'

export interface BatchSpec {
  /** Examples per step, 1..M. */
  size: number
  /**
   * epoch: without replacement within an epoch; random: distinct examples drawn on every step;
   * replacement: independent examples drawn on every step.
   */
  draw: 'epoch' | 'random' | 'replacement'
}

/** @throws PhysicsError when a batch of so many of `total` examples cannot be. */
export function checkSize(size: number, total: number): number {
  if (Number.isInteger(size) && size >= 1 && size <= total) return size
  throw new PhysicsError(
    'batch-size-out-of-range',
    `A batch of ${size} was asked for, and the task has ${total} training examples.`,
    `Allowed: a whole number from 1 to ${total}.`,
    'batch.size',
  )
}
