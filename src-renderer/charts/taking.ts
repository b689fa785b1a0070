import { computed, type ComputedRef, type Ref } from 'vue'
import type { ChartSource } from '../stores/take'

interface Pictured {
  svg(): string | null
  png(): Promise<Blob | null>
  csv?(): Promise<string | null>
}

/** What can be taken out of a chart once it is there. @param name begins file names */
export function useSource(
  chart: Ref<Pictured | null>,
  name: () => string,
): ComputedRef<ChartSource | null> {
  return computed(() => {
    const shown = chart.value
    if (shown === null) return null
    const { svg, png, csv } = shown
    return { name: name(), svg, png, ...(csv && { csv }) }
  })
}
