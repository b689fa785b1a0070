import { runConfigSchema, type RunConfig } from '@contract'
import { t } from '../../i18n'
import { unfold, type Folded } from './folded'
import { placesOf, pointer, type Places } from './places'
import { allowed, shapeAt } from './shape'

/** What is wrong in a text, where, and what would be allowed. */
export interface Finding {
  /** JSON pointer; empty: the whole. */
  pointer: string
  line: number
  message: string
}

export interface Checked {
  /** What the text says, however wrong; undefined: it is no JSON. */
  value: unknown
  findings: readonly Finding[]
  /** The configuration with every default; null while there are findings. */
  config: RunConfig | null
}

const MOST_FINDINGS = 50

/**
 * Reads a configuration as it is being typed. O(length).
 * @param folded long texts that the typed one has names for
 */
export function check(text: string, folded: Folded = new Map()): Checked {
  const scan = placesOf(text)
  if ('fault' in scan) {
    const { line, message } = scan.fault
    return { value: undefined, findings: [{ pointer: '', line, message }], config: null }
  }
  const value: unknown = JSON.parse(text)
  const parsed = runConfigSchema.safeParse(unfold(value, folded))
  if (parsed.success) return { value, findings: [], config: parsed.data }
  const findings = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(issue.path, key, value, scan.places))
      : [wrong(issue.path, issue.message, value, scan.places)],
  )
  return { value, findings: findings.slice(0, MOST_FINDINGS), config: null }
}

function wrong(
  path: readonly PropertyKey[],
  said: string,
  value: unknown,
  places: Places,
): Finding {
  const at = pointer(path)
  // The issue of a wrong kind stands at the kind, its choices at the owner.
  const owner = path.at(-1) === 'kind' ? shapeAt(path.slice(0, -1), value) : null
  const shape = owner ?? shapeAt(path, value)
  const name = String(path.at(-1) ?? t('editor.theConfig'))
  if (shape === null) return { pointer: at, line: lineOf(path, places), message: `${said}.` }
  const missing = !places.has(at)
  const needs = missing
    ? t('editor.missing', { name, allowed: allowed(shape) })
    : t('editor.is', { name, allowed: allowed(shape) })
  return { pointer: at, line: lineOf(path, places), message: needs }
}

function unknownKey(
  path: readonly PropertyKey[],
  key: string,
  value: unknown,
  places: Places,
): Finding {
  const owner = [...path]
  const shape = ownerShape(owner, value)
  const names = Object.keys(shape ?? {}).join(', ')
  const message = t('editor.unknown', { key, names })
  const at = [...owner, key]
  return { pointer: pointer(at), line: lineOf(at, places), message }
}

function ownerShape(path: readonly PropertyKey[], whole: unknown) {
  let value = whole
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  const shape = shapeAt(path, whole)
  if (shape === null) return null
  return (
    shape.properties ??
    (shape.oneOf ?? shape.anyOf ?? []).find(
      (variant) =>
        typeof value === 'object' &&
        value !== null &&
        variant.properties?.['kind']?.const === Reflect.get(value, 'kind'),
    )?.properties ??
    null
  )
}

/** The line of the value, or of the nearest owner that is there. */
function lineOf(path: readonly PropertyKey[], places: Places): number {
  for (let length = path.length; length >= 0; length--) {
    const line = places.get(pointer(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return 1
}
