import type { BandsFigure, PairsFigure, SpreadFigure } from '@contract'
import { pairedRatio, ratio, spreadOf } from '../statistics'
import type { Finished } from './rows'

type Labels<F, K extends keyof F> = Pick<F, K>

const point = (value: number, run: string) => ({ value, run })
const finitePoints = (values: readonly number[], runs: readonly string[]) =>
  values.flatMap((value, i) => (Number.isFinite(value) ? [point(value, runs[i])] : []))

/** Values of the runs of each treatment, one series. */
export function spreadSeries(
  name: string,
  labels: readonly string[],
  values: readonly (readonly number[])[],
  runs: readonly (readonly string[])[],
): SpreadFigure['series'][number] {
  return {
    name,
    groups: labels.map((label, arm) => ({ label, values: finitePoints(values[arm], runs[arm]) })),
  }
}

/** Paired ratios of treatments to one reference, with all that is said of them. */
export function pairsFigure(
  words: Labels<PairsFigure, 'title' | 'caption' | 'xLabel' | 'yLabel' | 'bounds'>,
  groups: readonly {
    label: string
    values: readonly number[]
    references: readonly number[]
    runs: readonly string[]
  }[],
): PairsFigure {
  return {
    kind: 'pairs',
    ...words,
    groups: groups.map(({ label, values, references, runs }) => {
      const { median, low, high, sign } = pairedRatio(values, references)
      const ratios = values.map((value, i) => ratio(value, references[i]))
      return { label, values: finitePoints(ratios, runs), median, low, high, p: sign.p }
    }),
  }
}

/** Training errors of each treatment over the run: the median over seeds and its quartiles. */
export function learningCurves(
  words: Labels<BandsFigure, 'title' | 'caption'>,
  labels: readonly string[],
  runs: readonly (readonly Finished[])[],
  axis: 'step' | 'updates' = 'updates',
): BandsFigure {
  return {
    kind: 'bands',
    ...words,
    xLabel: axis === 'step' ? 'step' : 'expected updates per edge',
    xScale: 'log',
    yLabel: 'training error (V²)',
    yScale: 'log',
    series: labels.map((name, arm) => curveOf(name, runs[arm], axis)),
  }
}

function curveOf(
  name: string,
  rows: readonly Finished[],
  axis: 'step' | 'updates',
): BandsFigure['series'][number] {
  const curves = rows.map(({ result }) => result.curve)
  // Step 0 has no place on a logarithmic axis.
  const at = (curves[0]?.[axis] ?? []).flatMap((x, i) => (x > 0 ? [i] : []))
  const spreads = at.map((i) => spreadOf(curves.map(({ trainError }) => trainError[i])))
  return {
    name,
    x: at.map((i) => curves[0][axis][i]),
    median: spreads.map((s) => s.median),
    lower: spreads.map((s) => s.lowerQuartile),
    upper: spreads.map((s) => s.upperQuartile),
  }
}
