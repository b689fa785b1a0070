import { axisName, axisValues, type SweepMeasure, type SweepPlan, type SweepRow } from '@contract'
import { labelOf, measures } from './measure'

/** `probability` of `schedule.probability`: a legend has little room. */
export const shortName = (name: string): string => name.split('.').at(-1) ?? name

export interface WantedFigures {
  measure: SweepMeasure
  /** Number of the axis along the horizontal. */
  along: number
  /** Number of the axis whose values are told apart. */
  by: number | null
  /** Place on the first that the others are held against; null: the last. */
  reference: number | null
}

export type Finished = Extract<SweepRow, { state: 'finished' }>

/** One run's number and where it belongs. */
export interface Measured {
  row: Finished
  value: number
  /** Place along the horizontal. */
  at: number
  /** Place on the axis that is told apart; 0 without one. */
  of: number
}

const named =
  (axis: SweepPlan['axes'][number] | undefined) =>
  (label: string): string =>
    axis === undefined || axis.kind === 'cases' ? label : `${shortName(axisName(axis))} = ${label}`

/** The finished runs of a sweep, laid out over at most two of its axes. */
export class SweepTable {
  readonly label: string
  readonly scale: 'log' | 'linear'
  /** Name of the horizontal axis; '' where the plan has none. */
  readonly along: string
  readonly places: readonly string[]
  /** Names of what is told apart: one '' where nothing is. */
  readonly series: readonly string[]
  readonly by: string | null
  readonly runs: readonly Measured[]
  /** A place along the horizontal in a legend or a title; treatments have names of their own. */
  readonly placeName: (label: string) => string
  /** The same of what is told apart. */
  readonly seriesName: (label: string) => string
  /** Axes that are shown by neither: their runs are taken together. */
  readonly pooled: readonly string[]

  constructor(plan: SweepPlan, rows: readonly SweepRow[], wanted: WantedFigures) {
    const { along, measure } = wanted
    const by = wanted.by === along || wanted.by === null ? null : wanted.by
    const axis = plan.axes.at(along)
    const other = by === null ? undefined : plan.axes.at(by)
    const measured = measures[measure]
    this.label = labelOf(measured, plan)
    this.scale = measured.scale
    this.along = axis === undefined ? '' : axisName(axis)
    this.places = axis === undefined ? ['all'] : axisValues(axis).map(({ label }) => label)
    this.by = other === undefined ? null : axisName(other)
    this.series = other === undefined ? [''] : axisValues(other).map(({ label }) => label)
    this.placeName = named(axis)
    this.seriesName = named(other)
    this.pooled = plan.axes.filter((_, n) => n !== along && n !== by).map(axisName)
    this.runs = rows.flatMap((row) => {
      if (row.state !== 'finished') return []
      const value = measured.of(row.result)
      if (value === null) return []
      const of = other === undefined ? 0 : row.cell[by ?? 0]
      return [{ row, value, at: axis === undefined ? 0 : row.cell[along], of }]
    })
  }

  /** Numbers of one place of one series, in the order of the plan. */
  values(at: number, of: number): { value: number; run: string }[] {
    return this.runs
      .filter((one) => one.at === at && one.of === of)
      .map(({ value, row }) => ({ value, run: String(row.index) }))
  }

  /** What makes two runs of different places a pair: the same seed, and equal on all other axes. */
  static partner({ row }: Measured, along: number): string {
    return `${row.seed}/${row.cell.map((place, n) => (n === along ? '' : place)).join(',')}`
  }
}
