import { ProblemError } from './problem'
import { runConfigSchema, type RunConfig } from './config'
import {
  allowedText,
  configShape,
  kindOf,
  listSettings,
  variantsOf,
  withoutNull,
  type Setting,
  type Shape,
} from './settings'
import { suggest } from './suggest'

type Section = Record<string, unknown>

/** A field of the configuration and what it is set to. */
export interface FieldChange {
  path: string
  /** Who asks, for the problem: an option, an axis. */
  where: string
  /** May throw a problem of its own where the setting does not take it. */
  value(setting: Setting): unknown
}

const refusal = (id: string, message: string, where: string, tip: string): ProblemError =>
  new ProblemError({ id, severity: 'error', message, where, tip })

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The section at a path, made on the way where the configuration leaves it out. */
function sectionAt(config: Section, keys: string[]): Section {
  let section = config
  for (const key of keys) {
    if (!isSection(section[key])) section[key] = {}
    section = section[key] as Section
  }
  return section
}

function shapeAt(keys: string[], config: Section): Shape | undefined {
  let shape: Shape | undefined = configShape()
  let value: unknown = config
  for (const key of keys) {
    const kind = isSection(value) ? value.kind : undefined
    const variants: Shape[] = shape ? variantsOf(shape) : []
    const present: Shape | undefined = variants.length
      ? variants.find((variant) => kindOf(variant) === kind)
      : shape
    shape = present?.properties?.[key]
    value = isSection(value) ? value[key] : undefined
  }
  return shape
}

/** A value for a required field: its default, or the first variant that stands by itself. */
function fill(shape: Shape): unknown {
  if (shape.default !== undefined) return structuredClone(shape.default)
  if (shape.const !== undefined) return shape.const
  for (const variant of variantsOf(shape)) {
    const filled = fill(variant)
    if (filled !== undefined) return filled
  }
  if (!shape.properties || variantsOf(shape).length > 0) return undefined
  const section: Section = {}
  for (const key of shape.required ?? []) {
    section[key] = fill(shape.properties[key])
    if (section[key] === undefined) return undefined
  }
  return section
}

/** A former value where the new kind's field is of that sort too; a count is not a list of names. */
function keeps(shape: Shape, value: unknown): unknown {
  return Array.isArray(value) === (withoutNull(shape).shape.type === 'array') ? value : undefined
}

/** Changes a section to another kind: fields that both kinds have stay, the rest is default. */
function chooseKind(config: Section, path: string, kind: unknown): void {
  const keys = path.split('.').slice(0, -1)
  const variant = variantsOf(shapeAt(keys, config) ?? {}).find((v) => kindOf(v) === kind)
  const former = sectionAt(config, keys)
  if (former.kind === kind || !variant) return
  const section: Section = { kind }
  for (const [key, shape] of Object.entries(variant.properties ?? {})) {
    if (key === 'kind') continue
    const value =
      keeps(shape, former[key]) ?? (variant.required?.includes(key) ? fill(shape) : undefined)
    if (value !== undefined) section[key] = value
  }
  sectionAt(config, keys.slice(0, -1))[keys[keys.length - 1]] = section
}

function find(path: string, config: Section, where: string): Setting {
  const settings = listSettings()
  const same = settings.filter((setting) => setting.path === path)
  if (same.length === 0) {
    const paths = [...new Set(settings.map((setting) => setting.path))]
    const near = suggest(path, paths)
    const guess = near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''
    throw refusal(
      'unknown-path',
      `there is no setting '${path}'`,
      where,
      `${guess}allowed: ${paths.join(', ')}`.slice(0, 2000),
    )
  }
  const fits = same.find(({ needs }) => needs.every((need) => holds(config, need)))
  if (fits) return fits
  // The nearest ways: a field of every network should not list all networks.
  const missing = same.map(({ needs }) => needs.filter((need) => !holds(config, need)))
  const fewest = Math.min(...missing.map(({ length }) => length))
  const ways = missing.filter(({ length }) => length === fewest).map((way) => way.join(' and '))
  throw refusal(
    'setting-of-other-kind',
    `'${path}' does not exist here`,
    where,
    `it needs ${[...new Set(ways)].join(', or ')}`,
  )
}

function holds(config: Section, need: string): boolean {
  const [path, kind] = need.split('=')
  const value = valueAt(config, path.split('.'))
  return value === kind || (value === undefined && kind === 'simulated')
}

/**
 * A configuration with fields changed; kinds first, so that order does not matter.
 * @param where who asks for what no change brought
 * @throws ProblemError on an unknown path or a value that is not allowed, listing what is
 */
export function setFields(
  config: unknown,
  changes: readonly FieldChange[],
  where: string,
): RunConfig {
  const draft = structuredClone(config) as Section
  const isKind = ({ path }: FieldChange) => path.endsWith('.kind')
  const depth = ({ path }: FieldChange) => path.split('.').length
  const kinds = changes.filter(isKind).sort((a, b) => depth(a) - depth(b))
  for (const { path, where: own, value } of kinds)
    chooseKind(draft, path, value(find(path, draft, own)))
  for (const { path, where: own, value } of changes.filter((one) => !isKind(one))) {
    const keys = path.split('.')
    sectionAt(draft, keys.slice(0, -1))[keys[keys.length - 1]] = value(find(path, draft, own))
  }
  const blamed = (at: string) =>
    changes.find(({ path }) => at === path || at.startsWith(`${path}.`))?.where
  return checkConfig(draft, (at) => blamed(at) ?? where)
}

function valueAt(config: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    config,
  )
}

/** @throws ProblemError that names the field and what it takes. */
export function checkConfig(
  config: unknown,
  where: string | ((path: string) => string),
): RunConfig {
  const parsed = runConfigSchema.safeParse(config)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const keys = issue.path.map(String)
  const shape = shapeAt(keys, isSection(config) ? config : {})
  const path = keys.join('.')
  const what = valueAt(config, keys) === undefined ? ' is missing' : `: ${issue.message}`
  const unknown = issue.code === 'unrecognized_keys' ? ` (${issue.keys.join(', ')})` : ''
  throw refusal(
    'bad-config',
    `${path || 'the configuration'}${what}${unknown}`,
    typeof where === 'string' ? where : where(path),
    shape && !shape.properties && variantsOf(shape).length === 0
      ? `allowed: ${allowedText(shape)}`
      : 'desynclab run --help-config lists every setting',
  )
}
