import type { Drive } from './drive'
import type { Parts } from './parts'

/**
 * Whether a step is nothing but schedule, solution and rule as their parts have them, so that a
 * faster kernel may do it with the same bits.
 */
export function isPlain(parts: Parts, drive: Drive): boolean {
  const { readings, decay, rule, task, schedule } = parts
  const perfect = (readings ?? null) === null && rule.factor === null
  const steady = (decay?.kind ?? 'constant') === 'constant' && task.turns === undefined
  return perfect && steady && drive.solver === parts.solver && schedule.clock === undefined
}
