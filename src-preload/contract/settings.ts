import { z } from 'zod'
import { runConfigSchema } from './config'
import { parameterNotes } from './parameters'

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
  prefixItems?: Shape[]
  minItems?: number
  oneOf?: Shape[]
  anyOf?: Shape[]
}

interface Place {
  path: string
  /** The kinds that must be chosen for the field to exist, such as `schedule.kind=bernoulli`. */
  needs: string[]
  /** There is no default: without it the variant is not complete. */
  required: boolean
}

/** One field of the configuration that can be set; a path may occur once per variant. */
export interface Setting extends Place {
  /** For one line of help: `number 0..1`, `a|b`, `list of names`. */
  allowed: string
  default: unknown
  unit: string
  meaning: string
  shape: Shape
}

let shapeOnce: Shape | null = null

/** The run configuration as a shape; made when first asked for. */
export function configShape(): Shape {
  shapeOnce ??= z.toJSONSchema(runConfigSchema, {
    io: 'input',
    // Int32 and safe-integer limits that zod adds say nothing to a reader.
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  }) as Shape
  return shapeOnce
}

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

function collect(shape: Shape, at: Place, into: Setting[]): void {
  const { path, needs } = at
  const variants = variantsOf(shape)
  const inner = (parent: Shape, name: string, more: string[]): Place => ({
    path: path === '' ? name : `${path}.${name}`,
    needs: more,
    required: parent.required?.includes(name) ?? false,
  })
  if (variants.length > 0) {
    const kinds = { enum: variants.map(kindOf) }
    const kind = { ...at, path: `${path}.kind` }
    into.push(setting(kind, kinds, (shape.default as { kind?: unknown } | undefined)?.kind))
    for (const variant of variants) {
      const more = [...needs, `${kind.path}=${kindOf(variant)}`]
      for (const [name, field] of Object.entries(variant.properties ?? {})) {
        if (name !== 'kind') collect(field, inner(variant, name, more), into)
      }
    }
  } else if (shape.properties) {
    for (const [name, field] of Object.entries(shape.properties))
      collect(field, inner(shape, name, needs), into)
  } else {
    into.push(setting(at, shape, shape.default))
  }
}

function setting(place: Place, shape: Shape, fallback: unknown): Setting {
  const { unit, meaning } = parameterNotes[place.path] ?? { unit: '', meaning: '' }
  return { ...place, allowed: allowedText(shape), default: fallback, unit, meaning, shape }
}

let settingsOnce: readonly Setting[] | null = null

/** Every field of the configuration, in the order of its schema. */
export function listSettings(): readonly Setting[] {
  if (settingsOnce === null) {
    const into: Setting[] = []
    collect(configShape(), { path: '', needs: [], required: true }, into)
    settingsOnce = into
  }
  return settingsOnce
}
