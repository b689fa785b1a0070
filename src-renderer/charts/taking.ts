import { computed, type ComputedRef, type Ref } from 'vue'
import type { ChartSource } from '../stores/take'

interface Pictured {
  svg(): string | null
  png(): Promise<Blob | null>
  csv?(): Promise<string | null>
}

/**
 * What can be taken out of a chart once it is there.
 * @param name begins file names
 * @param csv its numbers, where the chart has none of its own
 */
export function useSource(
  chart: Ref<Pictured | null>,
  name: () => string,
  csv?: () => Promise<string | null>,
): ComputedRef<ChartSource | null> {
  return computed(() => {
    const shown = chart.value
    if (shown === null) return null
    const { svg, png } = shown
    const numbers = shown.csv ?? csv
    return { name: name(), svg, png, ...(numbers && { csv: numbers }) }
  })
}
