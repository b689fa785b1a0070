import type {
  BandsFigure,
  HeatFigure,
  PairsFigure,
  SpreadFigure,
  SweepFigure,
  SweepPlan,
  SweepRow,
} from '@contract'
import { pairedRatio, ratio, spreadOf } from '../statistics'
import { labelOf, measures } from './measure'
import { shortName, SweepTable, type WantedFigures } from './table'

export type { WantedFigures } from './table'

/** More bands over each other cannot be told apart. */
const MOST_BANDS = 7
/** A streaming figure's interval; a study's report resamples more. */
const RESAMPLES = 2000

/**
 * What the finished runs of a sweep show: single runs with medians and quartiles, paired ratios to
 * a reference, learning curves with bands and, with a second axis, a heat map.
 * @returns none before the first run is done
 */
export function sweepFigures(
  plan: SweepPlan,
  rows: readonly SweepRow[],
  wanted: WantedFigures,
): SweepFigure[] {
  const table = new SweepTable(plan, rows, wanted)
  if (table.runs.length === 0) return []
  const pairs = table.places.length < 2 ? null : pairsOf(table, wanted)
  return [
    spreadFigureOf(table),
    ...(table.by === null ? [] : [heatOf(table, table.by)]),
    ...(pairs === null || pairs.groups.length === 0 ? [] : [pairs]),
    bandsOf(plan, table),
  ]
}

function captionOf(table: SweepTable, sentence: string): string {
  const { pooled } = table
  if (pooled.length === 0) return sentence
  return [sentence, `Runs of all values of ${pooled.join(', ')} are taken together.`].join(' ')
}

function spreadFigureOf(table: SweepTable): SpreadFigure {
  return {
    kind: 'spread',
    title: `${table.label} by ${shortName(table.along) || 'seed'}`,
    caption: captionOf(
      table,
      'Every point is a run; the box spans the quartiles around the median.',
    ),
    xLabel: table.along,
    yLabel: table.label,
    yScale: table.scale,
    series: table.series.map((name, of) => ({
      name: name === '' ? 'runs' : table.seriesName(name),
      groups: table.places.map((label, at) => ({ label, values: table.values(at, of) })),
    })),
  }
}

function heatOf(table: SweepTable, by: string): HeatFigure {
  return {
    kind: 'heat',
    title: `${table.label} over ${shortName(table.along)} and ${shortName(by)}`,
    caption: captionOf(table, 'Medians over the seeds.'),
    xLabel: table.along,
    yLabel: by,
    valueLabel: table.label,
    valueScale: table.scale,
    x: [...table.places],
    y: [...table.series],
    cells: table.series.flatMap((_, y) =>
      table.places.flatMap((__, x) => {
        const values = table.values(x, y)
        return values.length === 0 ? [] : [{ x, y, values }]
      }),
    ),
  }
}

/** Every place against the reference, run by run of the same seed and the same other values. */
function pairsOf(table: SweepTable, { along, reference }: WantedFigures): PairsFigure {
  const last = table.places.length - 1
  const to = Math.min(reference ?? last, last)
  const references = new Map(
    table.runs
      .filter(({ at }) => at === to)
      .map((run) => [SweepTable.partner(run, along), run.value]),
  )
  const groups = table.places.flatMap((label, place) => {
    if (place === to) return []
    const pairs = table.runs.flatMap((run) => {
      const other = run.at === place ? references.get(SweepTable.partner(run, along)) : undefined
      return other === undefined ? [] : [{ value: run.value, other, run: String(run.row.index) }]
    })
    // An interval of the median wants more than a few pairs.
    if (pairs.length < 3) return []
    const values = pairs.map(({ value }) => value)
    const others = pairs.map(({ other }) => other)
    const { median, low, high, sign } = pairedRatio(values, others, { resamples: RESAMPLES })
    if (![median, low, high].every(Number.isFinite)) return []
    const points = pairs.flatMap(({ value, other, run }) => {
      const one = ratio(value, other)
      return Number.isFinite(one) ? [{ value: one, run }] : []
    })
    return [{ label, values: points, median, low, high, p: sign.p }]
  })
  return {
    kind: 'pairs',
    title: `Ratio to ${table.placeName(table.places[to])}, in pairs`,
    caption: captionOf(
      table,
      'Median ratio of runs with the same seed, its 95 % bootstrap interval, and the sign test.',
    ),
    xLabel: table.along,
    yLabel: `ratio of ${table.label.replace(/ \(.*\)$/, '')}`,
    groups,
    bounds: [],
  }
}

function bandsOf(plan: SweepPlan, table: SweepTable): BandsFigure {
  const every = Math.max(1, Math.ceil(table.places.length / MOST_BANDS))
  return {
    kind: 'bands',
    title: 'Learning curves',
    caption: captionOf(table, 'Median over the runs, with the band between the quartiles.'),
    xLabel: 'expected updates per edge',
    xScale: 'log',
    yLabel: labelOf(measures.train, plan),
    yScale: 'log',
    series: table.places.flatMap((label, at) => {
      const curves = table.runs
        .filter((run) => run.at === at && at % every === 0)
        .map(({ row }) => row.result.curve)
      if (curves.length === 0) return []
      // Runs that ended early have fewer points; step 0 has no place on a logarithmic axis.
      const points = Math.min(...curves.map(({ step }) => step.length))
      const shown = Array.from({ length: points }, (_, i) => i).filter(
        (i) => curves[0].updates[i] > 0,
      )
      const spreads = shown.map((i) => spreadOf(curves.map(({ trainError }) => trainError[i])))
      return [
        {
          name: table.along === '' ? 'runs' : table.placeName(label),
          x: shown.map((i) => curves[0].updates[i]),
          median: spreads.map((one) => one.median),
          lower: spreads.map((one) => one.lowerQuartile),
          upper: spreads.map((one) => one.upperQuartile),
        },
      ]
    }),
  }
}
