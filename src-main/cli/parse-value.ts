import { withoutNull, type Setting, type Shape } from '@contract'
import { usageError } from './fail'

/**
 * The value of a setting from text: JSON or a plain word; lists also as `a,b,c`.
 * @throws ProblemError that says what is allowed
 */
export function parseValue(setting: Setting, text: string): unknown {
  const { shape, nullable } = withoutNull(setting.shape)
  if (nullable && text === 'null') return null
  const value = read(shape, text)
  if (value === undefined || !fits(shape, value)) {
    throw usageError(
      'bad-value',
      `'${text}' is no value for ${setting.path}`,
      `--set ${setting.path}`,
      `allowed: ${setting.allowed}`,
    )
  }
  return value
}

/** undefined: the text does not read as such a value. */
function read(shape: Shape, text: string): unknown {
  const choices = shape.enum ?? (shape.const === undefined ? undefined : [shape.const])
  if (choices) return choices.find((choice) => String(choice) === text)
  switch (shape.type) {
    case 'string':
      return text.startsWith('"') ? json(text) : text
    case 'number':
    case 'integer':
      return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'array':
      return readList(shape.items ?? {}, text)
    default:
      return json(text)
  }
}

function readList(items: Shape, text: string): unknown {
  if (text.startsWith('[')) return json(text)
  if (items.type !== 'string' && items.type !== 'number' && items.type !== 'integer')
    return undefined
  const values = text === '' ? [] : text.split(',').map((part) => read(items, part.trim()))
  return values.includes(undefined) ? undefined : values
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    // Not JSON: the caller says what is allowed, which helps more than the parser's place.
    if (thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}

/** The limits of single values; the configuration's schema checks all the rest. */
function fits(shape: Shape, value: unknown): boolean {
  if (typeof value === 'string') return shape.type !== 'number'
  if (typeof value !== 'number') return true
  const { minimum, exclusiveMinimum, maximum, multipleOf } = shape
  if (shape.type === 'integer' && !Number.isSafeInteger(value)) return false
  if (minimum !== undefined && value < minimum) return false
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false
  if (maximum !== undefined && value > maximum) return false
  return multipleOf === undefined || value % multipleOf === 0
}
