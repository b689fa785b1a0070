import type { ScheduleConfig } from '@contract'
import { formatCount, formatPercent } from './format'
import { chiSquareTail } from './gamma'
import { english, type FigureWords } from './words'

/** How well counts follow the law that is expected of them. */
export type Goodness =
  /** Pearson's chi-square test; `degrees` is the number of pooled bins less one. */
  | { kind: 'tested'; chiSquare: number; degrees: number; p: number }
  /** The law allows one interval only: nothing is random, and so many intervals are others. */
  | { kind: 'fixed'; off: number; total: number }
  /** Edges do not update independently of each other: chi-square has another law. */
  | { kind: 'dependent' }
  /** With fewer intervals the test says nothing, or those that the run cuts short weigh too much. */
  | { kind: 'few'; total: number; needed: number }

/** A bin of Pearson's test expects at least so many (Cochran, 1954). */
const leastExpected = 5
const leastIntervals = 50

/**
 * Pearson's chi-square of counts against a law without fitted parameters. Neighbouring bins are
 * pooled until each expects 5. The last interval of each edge is not over yet and is missing, which
 * adds some E^2 / N to chi-square (derived): below N = 2 E^2 intervals nothing is said.
 * @param law of the same length as counts; see `laws.ts`
 * @param edges whose intervals are pooled
 */
export function goodnessOfFit(
  counts: ArrayLike<number>,
  law: Float64Array,
  edges: number,
  schedule: ScheduleConfig['kind'],
): Goodness {
  let [total, sure] = [0, -1]
  for (let n = 0; n < law.length; n++) {
    total += counts[n]
    if (law[n] > 1 - 1e-9) sure = n
  }
  if (sure >= 0) return { kind: 'fixed', off: total - counts[sure], total }
  if (schedule === 'sweep') return { kind: 'dependent' }
  const needed = Math.max(leastIntervals, 2 * edges * edges)
  const few: Goodness = { kind: 'few', total, needed }
  if (total < needed) return few
  const bins = pool(counts, law, total)
  if (bins.length < 2) return few
  const chiSquare = bins.reduce((sum, [seen, due]) => sum + (seen - due) ** 2 / due, 0)
  const degrees = bins.length - 1
  return { kind: 'tested', chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) }
}

/** Seen and expected numbers of pooled neighbours; what is left over joins the last bin. */
function pool(counts: ArrayLike<number>, law: Float64Array, total: number): [number, number][] {
  const bins: [number, number][] = []
  let [seen, due] = [0, 0]
  for (let n = 0; n < law.length; n++) {
    seen += counts[n]
    due += total * law[n]
    if (due < leastExpected) continue
    bins.push([seen, due])
    seen = 0
    due = 0
  }
  const last = bins.at(-1)
  if (last !== undefined) {
    last[0] += seen
    last[1] += due
  }
  return bins
}

/** Short, for beside a figure: `χ² 12.3, 11 d.f., p 0.34`. */
export function goodnessLabel(fit: Goodness, words: FigureWords = english): string {
  switch (fit.kind) {
    case 'tested': {
      const p = fit.p < 0.001 ? 'p < 0.001' : `p ${fit.p.toFixed(fit.p < 0.1 ? 3 : 2)}`
      return `χ² ${fit.chiSquare.toFixed(1)}, ${fit.degrees} ${words.freedom}, ${p}`
    }
    case 'fixed':
      if (fit.total === 0) return ''
      return fit.off === 0 ? words.asExpected : words.others(formatPercent(fit.off / fit.total))
    case 'dependent':
      return words.noTest
    case 'few':
      return words.needed(formatCount(fit.total), formatCount(fit.needed))
  }
}

/** What the label says and how it was found, in words. */
export const explainGoodness = ({ kind }: Goodness, words: FigureWords = english): string =>
  words.explained[kind]
