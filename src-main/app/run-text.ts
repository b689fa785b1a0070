import { ProblemError, runConfigSchema, runFileSchema, type RunConfig } from '@contract'
import type { z } from 'zod'

/**
 * The configuration in a `run.json` or in a configuration file.
 * @param name of the file, for the message
 * @throws ProblemError `unreadable-run` that says which field is wrong
 */
export function readRunText(text: string, name: string): RunConfig {
  const data = parseJson(text, name)
  const isRecord = typeof data === 'object' && data !== null && 'result' in data
  if (isRecord) return checked(runFileSchema.safeParse(data), name).config
  return checked(runConfigSchema.safeParse(data), name)
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw unreadable(name, name, thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function checked<T>(parsed: z.ZodSafeParseResult<T>, name: string): T {
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw unreadable(name, issue.path.map(String).join('.') || name, issue.message)
}

function unreadable(name: string, where: string, why: string): ProblemError {
  return new ProblemError({
    id: 'unreadable-run',
    severity: 'error',
    message: `${name} is not a run that can be opened: ${why}`.slice(0, 4000),
    where: where.slice(0, 500),
    kept: 'The present run is as it was.',
    tip: 'Open a run.json of a report, or a configuration.',
  })
}
