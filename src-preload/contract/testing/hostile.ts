import type { Draw } from './draw'

/** Arrays in arrays, as deep as no schema goes. */
export function nested(depth: number): unknown {
  let value: unknown = 0
  for (let i = 0; i < depth; i++) value = [value]
  return value
}

/** An object whose own key is `__proto__`, as `JSON.parse` makes it. */
const poisoned = (): unknown => JSON.parse('{"__proto__":{"polluted":true},"constructor":{}}')

/** What no honest program sends; each as a fresh value. */
const HOSTILE: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => NaN,
  () => Infinity,
  () => -Infinity,
  () => -1,
  () => -0,
  () => 0.1,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 10n,
  () => true,
  () => '',
  () => 'x'.repeat(30_000),
  () => '\u0000\ufffe\u202e',
  () => '../../../../etc/passwd',
  () => '__proto__',
  () => '=HYPERLINK("x")',
  () => '<img src=x onerror=alert(1)>',
  () => [],
  () => ({}),
  () => nested(40),
  () => Array.from({ length: 2000 }, (_, i) => i),
  () => poisoned(),
  () => new Uint8Array(1000),
  () => new Float64Array(3),
  () => new Date(0),
]

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

/** Of a long list only the first items are looked into: the others are alike. */
const LOOKED_INTO = 4
/** Deeper than any schema of the contract. */
const DEEPEST = 12

/** Ways into a value: each a list of keys, the empty one the value itself. */
function placesIn(value: unknown, before: readonly string[] = []): string[][] {
  const own = [[...before]]
  if (!isBranch(value) || before.length > DEEPEST) return own
  const parts = Array.isArray(value)
    ? Object.entries(value.slice(0, LOOKED_INTO) as unknown[])
    : Object.entries(value)
  return [...own, ...parts.flatMap(([key, inner]) => placesIn(inner, [...before, key]))]
}

/** The value with one part of it changed, taken away or added to; the given one stays. */
export function mutated(value: unknown, draw: Draw): unknown {
  const place = draw.pick(placesIn(value))
  return changedAt(value, place, draw)
}

function changedAt(value: unknown, [key, ...rest]: string[], draw: Draw): unknown {
  if (key === undefined || !isBranch(value)) return changed(value, draw)
  if (rest.length === 0 && draw.once(4)) return without(value, key)
  const inner = changedAt(value[key], rest, draw)
  if (Array.isArray(value)) return Object.assign([...(value as unknown[])], { [key]: inner })
  // Said so, `__proto__` is a key like others and not the prototype.
  return { ...value, [key]: inner }
}

function without(value: Record<string, unknown>, key: string): unknown {
  const kept = Object.entries(value).filter(([name]) => name !== key)
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept)
}

function changed(value: unknown, draw: Draw): unknown {
  if (isBranch(value) && !Array.isArray(value) && draw.once(2))
    return { ...value, [draw.pick(['extra', 'constructor', 'toString', 'kind'])]: draw.below(9) }
  if (Array.isArray(value) && draw.once(2))
    return Array.from({ length: 300 }, () => value[0] as unknown)
  if (typeof value === 'number' && draw.once(3))
    return draw.pick([value + 0.5, -value - 1, value * 1e12])
  return draw.pick(HOSTILE)()
}
