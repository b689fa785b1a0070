import type { RunConfig } from '@contract'

/** Where the configurations of runs differ. */
export interface Difference {
  /** As the command line names it. */
  path: string
  /** One text per run. */
  values: string[]
}

/** These have no part in what is learned. */
const ignored = /^(name|format|pace|recording)(\.|$)/

/** The parameters in which some of the runs differ, and no others. */
export function differencesOf(configs: readonly RunConfig[]): Difference[] {
  const flat = configs.map((config) => flattened(config))
  const paths = [...new Set(flat.flatMap((one) => [...one.keys()]))]
  return paths
    .map((path) => ({ path, values: flat.map((one) => one.get(path) ?? '–') }))
    .filter(({ path, values }) => !ignored.test(path) && new Set(values).size > 1)
}

function flattened(config: RunConfig): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, part] of Object.entries(value))
        walk(part, path === '' ? key : `${path}.${key}`)
      return
    }
    const text = Array.isArray(value) ? listText(path, value) : String(value)
    found.set(path, text)
  }
  walk(config, '')
  return found
}

function listText(path: string, list: readonly unknown[]): string {
  if (list.length === 0) return 'none'
  const text = JSON.stringify(list)
  return path === 'adjustments' || text.length > 40 ? `${list.length}: ${text.slice(0, 40)}…` : text
}
