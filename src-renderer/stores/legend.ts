import type { HistorySeries } from '@contract'
import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'

/** What a legend switches: a series, or all errors of single outputs together. */
export type LegendEntry = HistorySeries | 'outputs'

/** Left out until somebody asks for it. */
const hiddenAtFirst: readonly LegendEntry[] = ['batch', 'outputs']

/** Which series the legends show; remembered between sessions. */
export const useLegend = defineStore('legend', () => {
  const chosen = useStorage<Record<string, boolean>>('legend', {})

  const shows = (entry: LegendEntry, byDefault = !hiddenAtFirst.includes(entry)): boolean =>
    chosen.value[entry] ?? byDefault
  function toggle(entry: LegendEntry, shown: boolean): void {
    chosen.value = { ...chosen.value, [entry]: !shown }
  }
  return { shows, toggle }
})
