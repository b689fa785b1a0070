import type { Adjustment, RunConfig } from '@contract'
import { changeLabel, type FigureWords } from '@figures'

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
export function differencesOf(configs: readonly RunConfig[], words: FigureWords): Difference[] {
  const flat = configs.map((config) =>
    flattened(config).set('adjustments', adjustmentsText(config.adjustments, words)),
  )
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
    const text = Array.isArray(value) ? listText(value) : shortened(String(value))
    found.set(path, text)
  }
  walk(config, '')
  return found
}

/** Packed pictures are megabytes of text; their checksums are compared as well. */
const shortened = (text: string): string =>
  text.length > 1000 ? `${text.length}: ${text.slice(0, 40)}…` : text

function listText(list: readonly unknown[]): string {
  if (list.length === 0) return '–'
  const text = JSON.stringify(list)
  return text.length > 40 ? `${list.length}: ${text.slice(0, 40)}…` : text
}

/** So many changes are told one by one. */
const MOST_TOLD = 3

/** What was done by hand while the run learned: `p = 0.4 (step 1925), cut edge 0 (step 4381)`. */
function adjustmentsText(list: readonly Adjustment[], words: FigureWords): string {
  if (list.length === 0) return '–'
  const told = list
    .slice(0, MOST_TOLD)
    .map(
      ({ step, change }) =>
        `${changeLabel(change, { edges: [], nodes: [] }, words)} (${words.atStep(String(step))})`,
    )
  const left = list.length - told.length
  return [...told, ...(left > 0 ? [words.more(left)] : [])].join(', ')
}
