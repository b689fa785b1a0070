import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { ChartSource } from './take'

/** A figure that is in the window now. */
export interface ShownChart {
  id: string
  title: string
  /** null: nothing can be taken out of it. */
  source: ChartSource | null
}

/** The figures in the window, so that the palette can reach each of them. */
export const useCharts = defineStore('charts', () => {
  const shown = shallowReactive(new Map<string, ShownChart>())

  /** @returns what takes it away again */
  function show(chart: ShownChart): () => void {
    shown.set(chart.id, chart)
    return () => {
      if (shown.get(chart.id) === chart) shown.delete(chart.id)
    }
  }
  return { shown, show }
})
