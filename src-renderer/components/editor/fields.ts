import { parameterNotes } from '@contract'
import { meaningOf } from '../../i18n/parameters'
import { allowed, configShape, kindsOf, nullable, shapeOf, type Shape } from './shape'

/** One row of the form. */
export interface Field {
  path: readonly string[]
  name: string
  meaning: string
  unit: string
  /** What may stand there. */
  range: string
  kind: 'number' | 'text' | 'choice' | 'flag' | 'numbers' | 'json'
  choices: readonly string[]
  nullable: boolean
  /** As it stands in the text; undefined: the default holds. */
  value: unknown
  fallback: unknown
}

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
  const numbers = shape.items?.type === 'number' || shape.items?.type === 'integer'
  return shape.type === 'array' && numbers && (shape.maxItems ?? 0) <= 64 ? 'numbers' : 'json'
}

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
  return [{ ...about, kind: about.nullable && one.properties ? 'json' : kindOf(one), choices }]
}

function members(shape: Shape, value: unknown, path: readonly string[]): Field[] {
  return Object.entries(shape.properties ?? {})
    .filter(([name]) => name !== 'kind')
    .flatMap(([name, inner]) =>
      fieldsAt(inner, isRecord(value) ? value[name] : undefined, [...path, name]),
    )
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
  const copy: Record<string, unknown> = isRecord(value) ? { ...value } : {}
  const inner = withPlace(copy[key], rest, to)
  if (inner === undefined) delete copy[key]
  else copy[key] = inner
  return copy
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
  const kept = Object.entries(isRecord(former) ? former : {}).filter(([name]) => name in next)
  return withPlace(value, owner, { ...Object.fromEntries(kept), kind })
}
