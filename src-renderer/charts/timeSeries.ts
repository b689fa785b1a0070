import type { HistorySeries } from '@contract'
import {
  gapLabel,
  seriesCsv,
  type CsvSeries,
  type LossInput,
  type LossSeries,
  type Marker,
} from '@figures'
import { t } from '../i18n'
import { useAxis } from '../stores/axis'
import { useGaps } from '../stores/gaps'
import { useHistory } from '../stores/history'
import type { LegendEntry } from '../stores/legend'
import { useLook } from '../stores/look'
import { useMarkers } from '../stores/markers'
import { placesOf } from '../stores/ruler'
import { useRun } from '../stores/run'
import { useSettings } from '../stores/settings'
import { useStream } from '../stores/stream'

/** A series that a chart over time can show. */
export interface TimeSeries {
  entry: LegendEntry
  label: string
  /** Offered only while this entry is shown. */
  of?: LegendEntry
  /** Shown until the user says otherwise; left out: as the legend has it. */
  byDefault?: boolean
}

export interface ShownSeries {
  name: HistorySeries
  label: string
}

export const labels = {
  steps: 'step',
  updates: 'expected updates per edge',
  time: 'run time',
} as const

/** Changes of the run, and where a replay stands in its record. */
export function marks(): readonly { step: number; label: string }[] {
  const { list } = useMarkers()
  const step = useStream().glance?.step
  if (useRun().replay === null || step === undefined) return list
  return [...list, { step, label: t('charts.shown') }]
}

/** The same where they lie on the shared axis. */
export function markersInPlace(): Marker[] {
  const history = useHistory()
  return marks().map(({ step, label }) => ({ x: history.place(step), label }))
}

/** The curves that are known of the stretch in view, with markers and gaps on the same axis. */
export function inputOf(shown: readonly ShownSeries[], quantity: 'error' | 'accuracy'): LossInput {
  const axis = useAxis()
  const history = useHistory()
  const series = shown.flatMap(({ name, label }): LossSeries[] => {
    const columns = history.curve(name)?.columns()
    if (columns === undefined || columns.lastStep.length === 0) return []
    const { min, max, mean } = columns
    return [{ name, label, x: placesOf(columns, axis.unit), min, max, mean }]
  })
  return {
    series,
    quantity,
    range: axis.range(),
    xLabel: labels[axis.unit],
    scale: useSettings().scale,
    markers: markersInPlace(),
    gaps: useGaps().list.map((gap) => ({
      from: history.place(gap.fromStep),
      to: history.place(gap.toStep),
      label: gapLabel(gap, useLook().theme.words),
    })),
  }
}

/** Every row in view that the engine keeps of the series shown; null without any. */
export async function csvOf(
  shown: readonly ShownSeries[],
  quantity: 'error' | 'accuracy',
): Promise<string | null> {
  const axis = useAxis()
  const history = useHistory()
  const { unit } = axis
  const [from, to] = axis.range()
  const spins = useRun().description?.model === 'xy'
  const errorUnit = quantity === 'accuracy' || spins ? '1' : 'V^2'
  const answers = await Promise.all(
    shown.map(async ({ name }): Promise<CsvSeries | null> => {
      const rows = await history.everyRow(name, from, to)
      return rows && { name, unit: errorUnit, rows }
    }),
  )
  const series = answers.filter((one) => one !== null)
  if (series.length === 0) return null
  const places = new Map(series.map(({ rows }) => [rows, placesOf(rows, unit)]))
  return seriesCsv(series, (rows, row) => {
    const place = places.get(rows)?.[row] ?? NaN
    return place >= from && place <= to
  })
}
