import { readFile } from 'node:fs/promises'
import { checkConfig, parseJson, runFileSchema, type RunConfig } from '@contract'
import { networkConfig } from '../machine/network-files'
import { assign, parseAssignment, type Assignment } from './assign'
import { usageError } from './fail'
import { loadNetwork } from './network-file'
import { withTable } from './table'
import { besideConfig, pictureConfig, withPictures } from './pictures'
import { findPreset } from './presets'
import { whyUnreadable } from './unreadable'

export interface ConfigOptions {
  preset?: string
  config?: string
  /** Replaces the network, not its roles. */
  network?: string
  /** A CSV whose columns become the task; the columns that drive sources, and the desired ones. */
  table?: string
  inputs?: string
  targets?: string
  /** IDX files of images and their labels, which become the task. */
  pictures?: string[]
  set: string[]
  seed?: string
  steps?: string
}

/**
 * The configuration that the options ask for.
 * @throws ProblemError that says which option is wrong and what it takes
 */
export async function chooseConfig(options: ConfigOptions): Promise<RunConfig> {
  if (options.preset !== undefined && options.config !== undefined) {
    throw usageError(
      'two-sources',
      'a run starts from a preset or from a file',
      '--preset and --config',
      'leave one of them out',
    )
  }
  const base =
    options.config === undefined
      ? findPreset(options.preset ?? 'iris-penn16').config
      : await readConfig(options.config)
  const seen = options.pictures === undefined ? base : await pictureConfig(base, options.pictures)
  const wired = options.network === undefined ? seen : await withNetwork(seen, options.network)
  const chosen = await withTable(wired, options)
  const assignments: Assignment[] = options.set.map(parseAssignment)
  if (options.seed !== undefined) assignments.push({ path: 'seed', text: options.seed })
  if (options.steps !== undefined) assignments.push({ path: 'stop.steps', text: options.steps })
  const set = await withPictures(assign(chosen, assignments))
  const config = named(set, checkConfig(base, 'the start'), assignments)
  if (config.stop.steps === null) {
    throw usageError(
      'no-end',
      'this run has no end',
      'stop.steps',
      'say how long it goes with --steps N',
    )
  }
  return config
}

/** Another task or network than that of the start is another experiment: it loses the name. */
function named(config: RunConfig, start: RunConfig, assignments: Assignment[]): RunConfig {
  const same = config.task.kind === start.task.kind && config.network.kind === start.network.kind
  if (same || assignments.some(({ path }) => path === 'name')) return config
  return { ...config, name: `${config.task.kind} on ${config.network.kind}` }
}

/** The configuration with the network of a file in it, so that a record of it needs no file. */
async function withNetwork(base: unknown, path: string): Promise<RunConfig> {
  const config = checkConfig(base, path)
  const network = networkConfig(await loadNetwork(path), config.network.roles, path)
  return { ...config, network }
}

/** The configuration in a run.json or in a file of its own. */
async function readConfig(path: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (thrown) {
    const why = `cannot read the file: ${whyUnreadable(thrown)}`
    throw usageError('unreadable-config', why, path, 'check its name')
  }
  const data = jsonOf(text, path)
  const isRecord = typeof data === 'object' && data !== null && 'result' in data
  if (!isRecord) return checkConfig(besideConfig(data, path), path)
  const parsed = runFileSchema.safeParse(data)
  if (parsed.success) return parsed.data.config
  const issue = parsed.error.issues[0]
  throw usageError(
    'bad-record',
    `this is no run that can be repeated: ${issue.message}`,
    `${path}, ${issue.path.map(String).join('.')}`,
    'take the run.json of a report as it was written',
  )
}

function jsonOf(text: string, path: string): unknown {
  try {
    return parseJson(text)
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw usageError(
      'not-json',
      `this is not JSON: ${why}`,
      path,
      'give a run.json or a configuration',
    )
  }
}
