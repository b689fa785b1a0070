import { ProblemError, type Problem } from '@contract'

/** What a call refuses. @throws whatever else it throws, and where it refuses nothing */
export function refused(call: () => unknown): Problem {
  try {
    call()
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem
    throw thrown
  }
  throw new Error('nothing was refused')
}
