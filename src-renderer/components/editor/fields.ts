import { parameterNotes } from '@contract'
import { itemMeaning, meaningOf } from '../../i18n/parameters'
import {
  allowed,
  configShape,
  isOf,
  kindsOf,
  nullable,
  shapeAt,
  shapeOf,
  type Shape,
} from './shape'

/** One row of the form. */
export interface Field {
  path: readonly string[]
  name: string
  meaning: string
  unit: string
  /** What may stand there. */
  range: string
  kind: 'number' | 'text' | 'choice' | 'flag' | 'numbers' | 'names' | 'list' | 'presence' | 'json'
  choices: readonly string[]
  nullable: boolean
  /** As it stands in the text; undefined: the default holds. */
  value: unknown
  fallback: unknown
  /** What stands in a new entry of a list, or in a section that may be left out. */
  fresh?: unknown
  /** Entries of a list: so many at least and at most. */
  entries?: { least: number; most: number }
}

/** Longer lists are not for a form: they come from files. */
const MOST_NAMES = 1024
const MOST_NUMBERS = 65_536
const MOST_ENTRIES = 64

export interface Section {
  name: string
  fields: readonly Field[]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (shape: Shape): Field['kind'] => {
  if (shape.enum !== undefined) return 'choice'
  if (shape.type === 'number' || shape.type === 'integer') return 'number'
  if (shape.type === 'boolean') return 'flag'
  if (shape.type === 'string') return 'text'
  if (shape.type !== 'array') return 'json'
  const most = shape.maxItems ?? Infinity
  const of = shape.items?.type
  if ((of === 'number' || of === 'integer') && most <= MOST_NUMBERS) return 'numbers'
  if (of === 'string' && most <= MOST_NAMES) return 'names'
  return shape.items?.properties !== undefined && most <= MOST_ENTRIES ? 'list' : 'json'
}

/** What a section is where nothing is said of its members. */
const defaultsOf = ({ properties }: Shape): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties ?? {}).flatMap(([name, shape]) =>
      shape.default === undefined ? [] : [[name, shape.default]],
    ),
  )

function fieldsAt(shape: Shape, value: unknown, path: readonly string[]): Field[] {
  const present = value === undefined ? shape.default : value
  const kinds = kindsOf(shape)
  const one = shapeOf(shape, present)
  const about = {
    path,
    name: path.at(-1) ?? '',
    meaning: meaningOf(path.join('.')),
    unit: parameterNotes[path.join('.')]?.unit ?? '',
    range: allowed(shape),
    nullable: nullable(shape),
    value,
    fallback: shape.default,
  }
  if (kinds.length > 0) {
    const kind = isRecord(present) ? present['kind'] : undefined
    const kindPath = [...path, 'kind']
    const choice: Field = {
      ...about,
      path: kindPath,
      name: 'kind',
      meaning: meaningOf(kindPath.join('.')) || about.meaning,
      kind: 'choice',
      choices: kinds,
      nullable: false,
      value: kind,
    }
    return [choice, ...members(one, present, path)]
  }
  if (one.properties !== undefined && !about.nullable) return members(one, present, path)
  const choices = (one.enum ?? []).map(String)
  const kind = about.nullable && one.properties ? 'json' : kindOf(one)
  const field: Field = { ...about, kind, choices }
  return kind === 'list' ? listed(field, one, present) : [field]
}

/** A list of sections: itself, and the members of each entry. */
function listed(field: Field, { items = {}, minItems = 0, maxItems }: Shape, value: unknown) {
  const present: unknown[] = Array.isArray(value) ? value : []
  const entries = { least: minItems, most: maxItems ?? MOST_ENTRIES }
  const inner = present.flatMap((entry, i) =>
    members(items, entry, [...field.path, String(i)]).map((one) => ({
      ...one,
      meaning: itemMeaning([...field.path, one.name].join('.')) || field.meaning,
    })),
  )
  return [{ ...field, entries, fresh: present.at(-1) ?? defaultsOf(items) }, ...inner]
}

/** A section that may be left out, and its members where it is not. */
function optional(shape: Shape, value: unknown, path: readonly string[]): Field[] {
  const inner = members(shape, value, path)
  const presence: Field = {
    path,
    name: path.at(-1) ?? '',
    meaning: itemMeaning(path.join('.')),
    unit: '',
    range: '',
    kind: 'presence',
    choices: [],
    nullable: false,
    value: value !== undefined,
    fallback: false,
    fresh: defaultsOf(shape),
  }
  return value === undefined ? [presence] : [presence, ...inner]
}

function members(shape: Shape, value: unknown, path: readonly string[]): Field[] {
  return Object.entries(shape.properties ?? {})
    .filter(([name]) => name !== 'kind')
    .flatMap(([name, inner]) => {
      const own = isRecord(value) ? value[name] : undefined
      const at = [...path, name]
      const left = inner.properties !== undefined && !('default' in inner)
      if (left && shape.required?.includes(name) !== true) return optional(inner, own, at)
      return fieldsAt(inner, own, at)
    })
}

/** The form of a configuration, from its schema and the notes of its parameters. */
export function sectionsOf(value: unknown): Section[] {
  const owner = isRecord(value) ? value : {}
  const sections: Section[] = []
  const loose: Field[] = []
  for (const [name, shape] of Object.entries(configShape.properties ?? {})) {
    if (name === 'format' || name === 'adjustments') continue
    const fields = fieldsAt(shape, owner[name], [name])
    if (fields.length === 1 && fields[0].path.length === 1) loose.push(...fields)
    else sections.push({ name, fields })
  }
  return [{ name: 'run', fields: loose }, ...sections]
}

/** The value with one place changed; undefined takes it out, so that its default holds. */
export function withPlace(value: unknown, path: readonly string[], to: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return to
  if (Array.isArray(value) && Number(key) < value.length)
    return value.map((entry: unknown, i) =>
      i === Number(key) ? withPlace(entry, rest, to) : entry,
    )
  const copy: Record<string, unknown> = isRecord(value) ? { ...value } : {}
  const inner = withPlace(copy[key], rest, to)
  if (inner === undefined) delete copy[key]
  else copy[key] = inner
  return copy
}

/** The same for a place of the form: a list that the text leaves out is written with its default. */
export function withField(value: unknown, path: readonly string[], to: unknown): unknown {
  const entry = path.findIndex((key) => /^\d+$/.test(key))
  const list = path.slice(0, Math.max(0, entry))
  const present = list.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value)
  if (entry < 0 || Array.isArray(present)) return withPlace(value, path, to)
  return withPlace(withPlace(value, list, shapeAt(list, value)?.default), path, to)
}

/**
 * What choosing a kind changes: what both kinds know stays, what only the former one knows goes.
 */
export function withKind(value: unknown, path: readonly string[], kind: string): unknown {
  const owner = path.slice(0, -1)
  let shape: Shape = configShape
  let former: unknown = value
  for (const key of owner) {
    shape = shapeOf(shape, former).properties?.[key] ?? {}
    former = isRecord(former) ? former[key] : undefined
  }
  const next = shapeOf(shape, { kind }).properties ?? {}
  const kept = Object.entries(isRecord(former) ? former : {}).filter(
    ([name, own]) => name in next && isOf(next[name], own),
  )
  return withPlace(value, owner, { ...Object.fromEntries(kept), kind })
}
