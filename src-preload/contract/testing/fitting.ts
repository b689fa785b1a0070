import { z } from 'zod'
import type { Draw } from './draw'

/** As much of JSON Schema as zod writes for a request. */
interface Shape {
  type?: string
  nothing?: boolean
  bytes?: boolean
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: Shape | boolean
  propertyNames?: Shape
  items?: Shape | boolean
  prefixItems?: Shape[]
  minItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  $ref?: string
}

/** A schema of requests as JSON Schema, with `nothing` and `bytes`, which JSON does not have. */
export function shapeOf(schema: z.ZodType): Shape {
  const shape: unknown = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const { type } = zodSchema._zod.def
      if (type === 'undefined') Object.assign(jsonSchema, { nothing: true })
      if (type === 'custom') Object.assign(jsonSchema, { bytes: true })
    },
  })
  return shape as Shape
}

/**
 * A value that fits the shape, small: numbers near the lower bound, lists of a few. Checks that
 * JSON Schema cannot say (refinements) may still refuse it.
 */
export function fitting(shape: Shape, draw: Draw): unknown {
  if (shape.nothing === true) return undefined
  if (shape.bytes === true)
    return Uint8Array.from({ length: draw.below(64) }, () => draw.below(256))
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return draw.pick(shape.enum)
  const forms = shape.anyOf ?? shape.oneOf
  if (forms !== undefined) return fitting(draw.pick(forms), draw)
  // Only a value of any JSON contains itself.
  if (shape.$ref !== undefined) return draw.pick([null, true, 3, 'text', [1], { key: 'value' }])
  if (shape.type === 'object') return object(shape, draw)
  if (shape.type === 'array') return list(shape, draw)
  if (shape.type === 'string') return text(shape, draw)
  if (shape.type === 'boolean') return draw.once(2)
  if (shape.type === 'number' || shape.type === 'integer') return number(shape, draw)
  return null
}

function object(shape: Shape, draw: Draw): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = shape
  const made: Record<string, unknown> = {}
  for (const [key, of] of Object.entries(properties))
    if (required.includes(key) || draw.once(2)) made[key] = fitting(of, draw)
  if (propertyNames !== undefined && typeof additionalProperties === 'object')
    made[text(propertyNames, draw)] = fitting(additionalProperties, draw)
  return made
}

function list({ prefixItems, items, minItems = 0 }: Shape, draw: Draw): unknown[] {
  if (prefixItems !== undefined) return prefixItems.map((item) => fitting(item, draw))
  const length = Math.min(minItems, 8) + draw.below(3)
  if (typeof items !== 'object') return []
  return Array.from({ length }, () => fitting(items, draw))
}

const ALPHABET = 'abcdef0123456789'

function text({ minLength = 0, maxLength = 40, pattern }: Shape, draw: Draw): string {
  // The patterns of the contract are identities: of a sweep, and of a study, which has no digits.
  const least = pattern === undefined ? minLength : Math.max(1, minLength)
  const length = pattern?.includes('{16}') ? 16 : Math.min(maxLength, least + draw.below(12))
  const letters = pattern?.includes('[a-z-]') ? ALPHABET.slice(0, 6) : ALPHABET
  return Array.from({ length }, () => letters[draw.below(letters.length)]).join('')
}

function number(shape: Shape, draw: Draw): number {
  const { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = shape
  const step = multipleOf ?? (type === 'integer' ? 1 : 0.25)
  const above = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity)
  const low = above > -1e9 ? above : 0
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity)
  const first = exclusiveMinimum === undefined ? low : low + Math.min(step, (high - low) / 4)
  return Math.min(first + step * draw.below(4), exclusiveMaximum === undefined ? high : first)
}
