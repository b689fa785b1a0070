import { ProblemError } from '@contract'
import { PhysicsError } from '../physics'

/** Calls, and hands what physics refuses on as a problem; anything else is a defect and passes. */
export function asProblem<T>(call: () => T): T {
  try {
    return call()
  } catch (thrown) {
    if (!(thrown instanceof PhysicsError)) throw thrown
    throw new ProblemError({
      id: thrown.id,
      severity: 'error',
      message: thrown.message,
      tip: thrown.tip,
      ...(thrown.where === undefined ? {} : { where: thrown.where }),
    })
  }
}
