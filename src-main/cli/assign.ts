import { setFields, type RunConfig, type Setting } from '@contract'
import { usageError } from './fail'
import { parseValue } from './parse-value'

/** One `--set path=value`. */
export interface Assignment {
  path: string
  text: string
}

/** @throws ProblemError without an equals sign. */
export function parseAssignment(argument: string): Assignment {
  const at = argument.indexOf('=')
  if (at < 1) {
    const example = 'schedule.probability=0.25'
    throw usageError(
      'bad-set',
      `'${argument}' is not path=value`,
      '--set',
      `write --set ${example}`,
    )
  }
  return { path: argument.slice(0, at).trim(), text: argument.slice(at + 1).trim() }
}

/**
 * A configuration with settings changed; the order does not matter.
 * @throws ProblemError on an unknown path or a value that is not allowed, listing what is
 */
export function assign(config: unknown, assignments: readonly Assignment[]): RunConfig {
  const changes = assignments.map(({ path, text }) => ({
    path,
    where: '--set',
    value: (setting: Setting) => parseValue(setting, text),
  }))
  return setFields(config, changes, '--set')
}
