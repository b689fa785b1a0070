import { PRESENT_RUN_KEPT, ProblemError, type Problem } from '@contract'

/** What was asked cannot be done: ends the command with exit code 2 and one line. */
export function usageError(id: string, message: string, where: string, tip: string): ProblemError {
  return new ProblemError({ id, severity: 'error', message, where, tip })
}

/** `desynclab: <what> — <where> — <what to do>` on one line, and what was kept. */
export function problemLine(problem: Problem): string {
  const parts = [problem.message, problem.where, kept(problem), problem.tip]
  const trimmed = parts
    .filter((part) => part)
    .map((part) => String(part).replace(/\s+/g, ' ').trim())
  return `desynclab: ${trimmed.map((part) => part.replace(/(?<=[^./])\.$/, '')).join(' — ')}`
}

const kept = ({ kept }: Problem): string | undefined =>
  kept === PRESENT_RUN_KEPT ? 'no run was begun' : kept && `kept: ${kept}`
