import type { Parts } from '../learner'
import { Block } from '../schedules/block'
import { Synchronous } from '../schedules/synchronous'

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/**
 * Number of steps after which a step does the same with the same conductances; null where it
 * depends on random numbers of its own: a random schedule, a batch that is not all examples, read
 * noise, or a learning rate that falls.
 */
export function stepPeriod({ schedule, batches, task, readings, decay }: Parts): number | null {
  const turns = task.turns === undefined ? 1 : task.turns.every * task.turns.tasks.length
  const random = batches.size < task.train.count || batches.random
  const noisy = (readings?.noisy ?? false) || decay !== undefined
  if (random || noisy) return null
  if (schedule instanceof Synchronous) return turns
  if (schedule instanceof Block) return (turns / gcd(turns, schedule.blocks)) * schedule.blocks
  return null
}
