import { ProblemError, type Problem } from '@contract'
import type { NetworkFile } from './networkFile'

/** What a call refuses. @throws whatever else it throws */
export function problemOf(call: () => unknown): Problem {
  try {
    call()
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem
    throw thrown
  }
  throw new Error('nothing was refused')
}

/** Ends and conductance of each edge. */
export const edges = ({ edges }: NetworkFile) =>
  edges.map(({ a, b, conductance }) => [a, b, conductance])
