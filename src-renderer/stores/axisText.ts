import { listSettings, type SweepAxis } from '@contract'

/** An axis as it is typed: a field, and its values. */
export interface AxisDraft {
  path: string
  values: string
}

export type AxisProblem = 'noValues' | 'badRange' | 'noField' | 'unknownField'

/** `0.05..1 x 9` at equal steps, `0.05..1 x 9 log` at equal ratios. */
const RANGE = /^\s*(\S+?)\s*\.\.\s*(\S+?)\s*[x*×]\s*(\d+)\s*(log|lin)?\s*$/i

let known: ReadonlySet<string> | null = null
/** Every field that an axis may have. */
export const axisPaths = (): ReadonlySet<string> =>
  (known ??= new Set(
    listSettings()
      .map(({ path }) => path)
      .filter((path) => !/^(name|seed|adjustments|recording|pace|stop)\b/.test(path)),
  ))

/** A word as the configuration has it: a number, true or false, or the word itself. */
function valueOf(word: string): number | boolean | string {
  if (word === 'true' || word === 'false') return word === 'true'
  const number = Number(word)
  return Number.isFinite(number) ? number : word
}

/** What was typed as an axis of a plan, or what is wrong with it. */
export function axisOf({ path, values }: AxisDraft): SweepAxis | AxisProblem {
  if (path.trim() === '') return 'noField'
  if (!axisPaths().has(path.trim())) return 'unknownField'
  const field = { path: path.trim() }
  const range = RANGE.exec(values)
  if (range !== null) {
    const [from, to, count] = [Number(range[1]), Number(range[2]), Number(range[3])]
    const spacing = range[4]?.toLowerCase() === 'log' ? 'logarithmic' : 'linear'
    const positive = spacing === 'linear' || (from > 0 && to > 0)
    if (!Number.isFinite(from + to) || count < 2 || from === to || !positive) return 'badRange'
    return { kind: 'range', ...field, from, to, count, spacing }
  }
  const words = values
    .split(/[,;\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (words.length === 0) return 'noValues'
  return { kind: 'list', ...field, values: [...new Set(words)].map(valueOf) }
}

/** An axis as it would be typed; null for one that the form has no place for. */
export function draftOf(axis: SweepAxis): AxisDraft | null {
  if (axis.kind === 'cases') return null
  if (axis.kind === 'list') return { path: axis.path, values: axis.values.map(textOf).join(', ') }
  const { path, from, to, count, spacing } = axis
  return { path, values: `${from}..${to} x ${count}${spacing === 'logarithmic' ? ' log' : ''}` }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)
