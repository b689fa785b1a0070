/**
 * A value of a test as JavaScript that makes it again: what drives the window would turn a key
 * `__proto__` into a prototype on the way there.
 * @throws Error for what has no literal, such as a function
 */
export function literalOf(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return JSON.stringify(value)
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof Uint8Array || value instanceof Float64Array)
    return `${value.constructor.name}.from([${value.join()}])`
  if (Array.isArray(value)) return `[${Array.from(value, literalOf).join()}]`
  if (typeof value !== 'object') throw new Error(`A ${typeof value} has no literal.`)
  // A computed key, `__proto__` too, is one of the object's own.
  const parts = Object.entries(value).map(
    ([key, part]) => `[${JSON.stringify(key)}]:${literalOf(part)}`,
  )
  return `{${parts.join()}}`
}
