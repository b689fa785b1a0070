import { parseJson, ProblemError, runConfigSchema, runFileSchema, type RunConfig } from '@contract'
import type { z } from 'zod'

const known = new Set<unknown>([
  runFileSchema.shape.format.value,
  runConfigSchema.shape.format.unwrap().value,
])

/**
 * The configuration in a `run.json` or in a configuration file.
 * @param name of the file, for the message
 * @throws ProblemError `unreadable-run` that says which field is wrong
 */
export function readRunText(text: string, name: string): RunConfig {
  const data = jsonOf(text, name)
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw unreadable(name, name, 'it holds no object')
  if ('format' in data && !known.has(data.format)) throw otherVersion(name, data.format)
  if ('result' in data) return checked(runFileSchema.safeParse(data), name).config
  return withPictures(checked(runConfigSchema.safeParse(data), name), name)
}

/** What somebody else wrote shall not choose the files that are read here. */
function withPictures(config: RunConfig, name: string): RunConfig {
  const { task } = config
  if (task.kind !== 'images' || task.files === null) return config
  const { images, labels, testImages, testLabels } = task.files
  const files = [images, labels, testImages, testLabels].filter((file) => file !== null)
  throw new ProblemError({
    id: 'pictures-in-files',
    severity: 'error',
    message: `${name} names files of pictures, and the window reads no files that it was not given.`,
    where: 'task.files',
    kept: 'The present run is as it was.',
    tip: `Drop ${files.join(', ')} on the window together, or run it with npx desynclab run --config ${name} --report OUT and open the run.json of its report, which has the pictures in it.`,
  })
}

function jsonOf(text: string, name: string): unknown {
  try {
    return parseJson(text)
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw unreadable(name, name, `it is no JSON. ${printable(why)}`)
  }
}

/** The parser quotes the file, which may be anything. */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n]|\ufffd/gu, '·')
}

/** Made by a version that writes another format, or by another program. */
function otherVersion(name: string, format: unknown): ProblemError {
  const found = JSON.stringify(format).slice(0, 60)
  return new ProblemError({
    id: 'unreadable-run',
    severity: 'error',
    message: `${name} has the format ${found}, which this version of Desynclab does not read.`,
    where: 'format',
    kept: 'The present run is as it was.',
    tip: 'Open it with the version that wrote it; the report beside it names that version.',
  })
}

function checked<T>(parsed: z.ZodSafeParseResult<T>, name: string): T {
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue.path.map(String).join('.')
  // A file of another program: what is missing says more than the type that it would have.
  const missing = /received undefined$/.test(issue.message) && where !== ''
  throw unreadable(name, where || name, missing ? `it has no ${where}` : issue.message)
}

function unreadable(name: string, where: string, why: string): ProblemError {
  return new ProblemError({
    id: 'unreadable-run',
    severity: 'error',
    message: `${name} is not a run that can be opened: ${why}`.slice(0, 4000),
    where: where.slice(0, 500),
    kept: 'The present run is as it was.',
    tip: 'What can be opened: a run.json, a configuration, a network (.json, .csv, .graphml, .cir), a data set (.csv) or a bundle (.zip).',
  })
}
