import { runConfigSchema, type RunConfig } from '@contract'
import { explain } from './explain'

export type Edit = { ok: true; config: RunConfig } | { ok: false; path: string; message: string }

function withValue(owner: object, keys: readonly string[], value: unknown): object {
  const [key, ...rest] = keys
  const copy: Record<string, unknown> = { ...owner }
  const child = copy[key]
  copy[key] =
    rest.length === 0
      ? value
      : withValue(typeof child === 'object' && child !== null ? child : {}, rest, value)
  return copy
}

/**
 * The configuration with one value changed, checked against the contract; or, for the field, what
 * would be allowed. `path` is canonical, for instance `schedule.probability`.
 */
export function edited(config: RunConfig, path: string, value: unknown): Edit {
  const parsed = runConfigSchema.safeParse(withValue(config, path.split('.'), value))
  if (parsed.success) return { ok: true, config: parsed.data }
  return { ok: false, path, message: explain(parsed.error.issues[parsed.error.issues.length - 1]) }
}

/** Value at a canonical path; undefined where the configuration's variant has no such field. */
export function valueAt(config: RunConfig, path: string): unknown {
  let value: unknown = config
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}
