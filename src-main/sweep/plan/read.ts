import { ProblemError, sweepPlanSchema, type SweepPlan } from '@contract'
import type { z } from 'zod'

/** The words of the schema's own message, and for a choice what there is to choose from. */
function placeOf({ path }: z.core.$ZodIssue): string {
  return path.map(String).join('.')
}

/**
 * A plan as a file or the window has it, with its defaults.
 * @param where the file, for the problem
 * @throws ProblemError that names the field
 */
export function readPlan(value: unknown, where: string): SweepPlan {
  const parsed = sweepPlanSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place = placeOf(issue)
  throw new ProblemError({
    id: 'bad-plan',
    severity: 'error',
    message: `The plan cannot be used: ${place ? `${place}: ` : ''}${issue.message}`.slice(0, 4000),
    where,
    kept: 'Nothing was run.',
    tip: place.startsWith('base')
      ? 'base is a configuration as in a run.json: desynclab run --help-config lists its settings.'
      : 'docs/sweeps.md shows a plan with every field.',
  })
}
