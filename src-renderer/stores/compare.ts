import type { History, LibraryEntry, Reply, SeriesName } from '@contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { figureWords } from '../i18n/figures'
import { ask } from './ask'
import { differencesOf } from './differences'
import { nameOf } from './libraryColumns'
import { useView } from './view'

/** More lines over each other cannot be told apart. */
export const MOST_COMPARED = 12
const BUCKETS = 1000

export type ComparedSeries = Extract<SeriesName, 'train' | 'test' | 'batch'>
const names: readonly ComparedSeries[] = ['train', 'test', 'batch']

export interface ComparedRun {
  entry: LibraryEntry
  /** A letter on lines and in tables. */
  label: string
  index: number
  config: Reply<'libraryRun'>['config']
  series: Partial<Record<ComparedSeries, History>>
}

/** The runs that are laid over each other, with their series and configurations. */
export const useCompare = defineStore('compare', () => {
  const view = useView()
  const runs = shallowRef<readonly ComparedRun[]>([])
  const loading = ref(false)
  const hidden = shallowRef<ReadonlySet<string>>(new Set())
  const differences = computed(() =>
    differencesOf(
      runs.value.map(({ config }) => config),
      figureWords.value,
    ),
  )
  const shown = computed(() => runs.value.filter(({ entry }) => !hidden.value.has(entry.id)))

  async function show(chosen: readonly LibraryEntry[]): Promise<void> {
    view.shown = 'compare'
    loading.value = true
    hidden.value = new Set()
    const found: ComparedRun[] = []
    for (const entry of chosen.slice(0, MOST_COMPARED)) {
      const outcome = await ask('libraryRun', { id: entry.id })
      if (!outcome.ok) continue
      const index = found.length
      const label = String.fromCharCode(65 + index)
      const series = await seriesOf(entry.id)
      found.push({ entry, label, index, config: outcome.value.config, series })
    }
    runs.value = found
    loading.value = false
  }

  async function seriesOf(id: string): Promise<ComparedRun['series']> {
    const series: ComparedRun['series'] = {}
    for (const name of names) {
      const whole = { id, series: name, fromStep: 0, toStep: null, buckets: BUCKETS }
      const outcome = await ask('libraryHistory', whole)
      if (outcome.ok && outcome.value.mean.length > 0) series[name] = outcome.value
    }
    return series
  }

  function toggle(id: string): void {
    const next = new Set(hidden.value)
    if (!next.delete(id)) next.add(id)
    hidden.value = next
  }

  /** What is shown, row by row. */
  function csv(): string {
    const spins = shown.value.some(({ entry }) => entry.model === 'xy')
    // Among spins, whose costs have no unit, each row says its own, as in a bundle.
    const unit = spins ? 'unit' : 'V^2'
    const head = [
      ...['run', 'name', 'series', ...(spins ? ['unit'] : []), 'first step', 'last step'],
      ...['expected updates (1/edge)', `min (${unit})`, `max (${unit})`, `mean (${unit})`],
    ].join(',')
    const rows = shown.value.flatMap(({ entry, label, series }) =>
      names.flatMap((name) => {
        const one = series[name]
        if (one === undefined) return []
        const title = `"${nameOf(entry)
          .replaceAll('"', '""')
          .replace(/^[=+\-@]/, "'$&")}"`
        return Array.from(one.mean, (mean, n) =>
          [
            label,
            title,
            name,
            ...(spins ? [entry.model === 'xy' ? '1' : 'V^2'] : []),
            one.firstStep[n],
            one.lastStep[n],
            one.expectedUpdates[n],
            one.min[n],
            one.max[n],
            mean,
          ].join(','),
        )
      }),
    )
    return `\ufeff${[head, ...rows, ''].join('\r\n')}`
  }

  return { runs, shown, hidden, loading, differences, show, toggle, csv }
})
