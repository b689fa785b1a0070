import { z } from 'zod'

/**
 * What went wrong, as data: one place in the window shows problems, and a solved one is cleared
 * by its id.
 */
export const problemSchema = z.strictObject({
  /** Stable, kebab-case, per cause: `batch-larger-than-task`. */
  id: z.string().min(1).max(80),
  severity: z.enum(['info', 'warning', 'error']),
  /** What happened, one sentence. */
  message: z.string().max(4000),
  /** Where: a configuration path, a file and line, an edge. */
  where: z.string().max(500).optional(),
  /** What was kept, so that nobody fears for data. */
  kept: z.string().max(1000).optional(),
  /** What to do now. */
  tip: z.string().max(2000).optional(),
})

export type Problem = z.infer<typeof problemSchema>

/** What was kept when something that was opened is refused. The command line has no present run. */
export const PRESENT_RUN_KEPT = 'The present run is as it was.'

/** An error that carries its problem over a process boundary. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = fitted(problem)
  }
}

/** Texts quote files and boards, which may be of any length: a problem that is too long cannot cross. */
function fitted(problem: Problem): Problem {
  const most = { message: 4000, where: 500, kept: 1000, tip: 2000 }
  const short: Problem = { ...problem }
  for (const key of ['message', 'where', 'kept', 'tip'] as const) {
    const text = problem[key]
    if (text !== undefined && text.length > most[key])
      short[key] = `${text.slice(0, most[key] - 1)}…`
  }
  return short
}

/**
 * Any thrown value as a problem; an unexpected one keeps its message and gets the given id.
 */
export function toProblem(thrown: unknown, id: string): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { id, severity: 'error', message: message.slice(0, 4000) }
}
