import { parameterNotes, runConfigSchema } from '@contract'
import { z } from 'zod'

/** The parts of JSON Schema that zod writes for the run configuration. */
export interface Shape {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  default?: unknown
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  oneOf?: Shape[]
  anyOf?: Shape[]
}

/** One field of the configuration that can be set; a path may occur once per variant. */
export interface Setting {
  path: string
  /** The kinds that must be chosen for the field to exist, such as `schedule.kind=bernoulli`. */
  needs: string[]
  /** For one line of help: `number 0..1`, `a|b`, `list of names`. */
  allowed: string
  default: unknown
  unit: string
  meaning: string
  shape: Shape
}

export const configShape = z.toJSONSchema(runConfigSchema, {
  io: 'input',
  // Int32 and safe-integer limits that zod adds say nothing to a reader.
  override: ({ jsonSchema }) => {
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  },
}) as Shape

/** The variants of a section that is chosen by its `kind`; empty for any other. */
export function variantsOf(shape: Shape): Shape[] {
  const options = shape.oneOf ?? shape.anyOf ?? []
  return options.filter((option) => option.properties?.kind !== undefined)
}

export function kindOf(variant: Shape): string {
  return String(variant.properties?.kind.const)
}

/** A nullable field without its null. */
export function withoutNull(shape: Shape): { shape: Shape; nullable: boolean } {
  const options = shape.anyOf ?? []
  const value = options.find((option) => option.type !== 'null')
  if (!value || options.length !== 2) return { shape, nullable: false }
  return { shape: value, nullable: true }
}

function rangeText(shape: Shape): string {
  const low = shape.minimum ?? shape.exclusiveMinimum
  const high = shape.maximum ?? shape.exclusiveMaximum
  const open = shape.exclusiveMinimum !== undefined ? 'above ' : ''
  const range =
    low !== undefined && high !== undefined
      ? ` ${open}${low}..${high}`
      : low !== undefined
        ? ` ${open || 'from '}${low}`
        : ''
  return range + (shape.multipleOf ? `, a multiple of ${shape.multipleOf}` : '')
}

/** What a field takes, in words. */
export function allowedText(field: Shape): string {
  const { shape, nullable } = withoutNull(field)
  return valueText(shape) + (nullable ? ', or null' : '')
}

function valueText(shape: Shape): string {
  if (shape.const !== undefined) return String(shape.const)
  if (shape.enum) return shape.enum.join('|')
  switch (shape.type) {
    case 'integer':
      return `whole number${rangeText(shape)}`
    case 'number':
      return `number${rangeText(shape)}`
    case 'boolean':
      return 'true|false'
    case 'string':
      return 'text'
    case 'array':
      return shape.items?.type === 'string' || shape.items?.type === 'number'
        ? `list of ${shape.items.type === 'string' ? 'names' : `${valueText(shape.items)}`}`
        : 'JSON array'
    default:
      return 'JSON'
  }
}

function collect(shape: Shape, path: string, needs: string[], into: Setting[]): void {
  const variants = variantsOf(shape)
  const key = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (variants.length > 0) {
    const kinds = { enum: variants.map(kindOf) }
    const fallback = (shape.default as { kind?: unknown } | undefined)?.kind
    into.push(setting(key('kind'), needs, kinds, fallback))
    for (const variant of variants) {
      const fields = Object.entries(variant.properties ?? {}).filter(([name]) => name !== 'kind')
      const inner = [...needs, `${key('kind')}=${kindOf(variant)}`]
      for (const [name, field] of fields) collect(field, key(name), inner, into)
    }
  } else if (shape.properties) {
    for (const [name, field] of Object.entries(shape.properties))
      collect(field, key(name), needs, into)
  } else {
    into.push(setting(path, needs, shape, shape.default))
  }
}

function setting(path: string, needs: string[], shape: Shape, fallback: unknown): Setting {
  const { unit, meaning } = parameterNotes[path] ?? { unit: '', meaning: '' }
  return { path, needs, allowed: allowedText(shape), default: fallback, unit, meaning, shape }
}

/** Every field of the configuration, in the order of its schema. */
export function listSettings(): Setting[] {
  const into: Setting[] = []
  collect(configShape, '', [], into)
  return into
}
