import { runConfigSchema } from '@contract'
import { z } from 'zod'
import { t } from '../../i18n'

/** JSON Schema of a value, as far as forms and messages read it. */
export interface Shape {
  type?: string
  const?: unknown
  enum?: unknown[]
  default?: unknown
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  items?: Shape
  prefixItems?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  oneOf?: Shape[]
  anyOf?: Shape[]
}

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    default: z.unknown().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    exclusiveMaximum: z.number().optional(),
    multipleOf: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    // Of a tuple: false.
    items: shapeSchema.optional().catch(undefined),
    prefixItems: z.array(shapeSchema).optional(),
    properties: z.record(z.string(), shapeSchema).optional(),
    required: z.array(z.string()).optional(),
    oneOf: z.array(shapeSchema).optional(),
    anyOf: z.array(shapeSchema).optional(),
  }),
) as z.ZodType<Shape>

/** Of the run configuration, as a file may state it. */
export const configShape: Shape = shapeSchema.parse(
  z.toJSONSchema(runConfigSchema, { io: 'input', reused: 'inline' }),
)

export const variantsOf = (shape: Shape): Shape[] =>
  (shape.oneOf ?? shape.anyOf ?? []).filter(({ type }) => type !== 'null')

/** Whether null may stand there. */
export const nullable = (shape: Shape): boolean =>
  (shape.anyOf ?? shape.oneOf ?? []).some(({ type }) => type === 'null')

/** The variants by their kind; empty where there are none. */
export const kindsOf = (shape: Shape): string[] =>
  variantsOf(shape).flatMap((variant) => {
    const kind = variant.properties?.['kind']?.const
    return typeof kind === 'string' ? [kind] : []
  })

/** The shape that a value has: of several variants the one of its kind. */
export function shapeOf(shape: Shape, value: unknown): Shape {
  const variants = variantsOf(shape)
  if (variants.length === 0) return shape
  if (variants.length === 1 && kindsOf(shape).length === 0)
    return 'default' in shape ? { ...variants[0], default: shape.default } : variants[0]
  const kind: unknown =
    typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  return variants.find((variant) => variant.properties?.['kind']?.const === kind) ?? shape
}

/** Whether a value is of the shape's sort: a list of names is no list of layers. Bounds aside. */
export function isOf(shape: Shape, value: unknown): boolean {
  const one = shapeOf(shape, value)
  if (value === null) return nullable(shape)
  if (one.enum !== undefined) return one.enum.includes(value)
  if (one.type === 'array')
    return Array.isArray(value) && value.every((entry) => isOf(one.items ?? {}, entry))
  if (one.type === 'integer') return typeof value === 'number'
  if (one.type === 'object') return typeof value === 'object' && !Array.isArray(value)
  return one.type === undefined || one.type === typeof value
}

/** The shape at a path of a value; null: nothing is known of that place. */
export function shapeAt(path: readonly PropertyKey[], whole: unknown): Shape | null {
  let shape: Shape | undefined = shapeOf(configShape, whole)
  let value = whole
  for (const key of path) {
    const owner: Shape = shapeOf(shape, value)
    shape =
      typeof key === 'number'
        ? (owner.prefixItems?.[key] ?? owner.items)
        : owner.properties?.[String(key)]
    if (shape === undefined) return null
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }
  return shape
}

/** The shorter way to write it: 1e6, and 4294967295. */
function plain(value: number): string {
  const [full, short] = [String(value), value.toExponential().replace('e+', 'e')]
  return short.length < full.length - 2 ? short : full
}

/** What may stand there, in a few words: `a number above 0, at most 1`. */
export function allowed(shape: Shape): string {
  const none = nullable(shape) ? t('shape.orNull') : ''
  const kinds = kindsOf(shape)
  if (kinds.length > 0) return t('shape.oneOf', { list: kinds.join(', ') }) + none
  const one = shapeOf(shape, undefined)
  if (one.const !== undefined) return JSON.stringify(one.const)
  if (one.enum !== undefined) return t('shape.oneOf', { list: one.enum.join(', ') })
  if (one.type === 'number' || one.type === 'integer') return numbers(one) + none
  if (one.type === 'boolean') return t('shape.flag')
  if (one.type === 'string')
    return one.maxLength === undefined
      ? t('shape.text')
      : t('shape.textMost', { most: one.maxLength })
  if (one.type === 'array') return t('shape.list', { bounds: bounds(one.minItems, one.maxItems) })
  return t('shape.object') + none
}

function numbers(shape: Shape): string {
  const whole = shape.type === 'integer'
  const low =
    shape.exclusiveMinimum !== undefined
      ? t('shape.above', { n: plain(shape.exclusiveMinimum) })
      : shape.minimum !== undefined && shape.minimum > Number.MIN_SAFE_INTEGER
        ? t('shape.from', { n: plain(shape.minimum) })
        : ''
  const high =
    shape.exclusiveMaximum !== undefined
      ? t('shape.below', { n: plain(shape.exclusiveMaximum) })
      : shape.maximum !== undefined && shape.maximum < Number.MAX_SAFE_INTEGER
        ? t('shape.to', { n: plain(shape.maximum) })
        : ''
  const step = shape.multipleOf === undefined ? '' : t('shape.multiple', { n: shape.multipleOf })
  return t(whole ? 'shape.whole' : 'shape.number', { low, high, step })
}

function bounds(least?: number, most?: number): string {
  if (least === undefined && most === undefined) return ''
  if (most === undefined) return t('shape.atLeast', { n: least ?? 0 })
  return t('shape.between', { least: least ?? 0, most: plain(most) })
}
