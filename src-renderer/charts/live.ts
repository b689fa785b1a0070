import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { t } from '../i18n'
import { useRun } from '../stores/run'
import { useLook } from '../stores/look'
import { useStream } from '../stores/stream'
import { useDrawer } from './drawing'

/** A reader hears a sentence in some seconds; six of them take as long to put together as a chart. */
const summaryEveryMs = 1000

interface Drawn {
  invalidate(): void
}

/** Draws a chart anew when the theme, the run or one of `sources` changes; frames do so anyway. */
export function useRedraw(chart: Ref<Drawn | null>, sources: () => unknown = () => null): void {
  const look = useLook()
  const run = useRun()
  watch([() => look.theme, () => run.description, sources], () => chart.value?.invalidate())
}

/**
 * A figure's text summary, renewed once a second and not with each frame.
 * @param text reads the stores when called
 */
export function useSummary(text: () => string): ComputedRef<string> {
  const stream = useStream()
  const run = useRun()
  const renewed = shallowRef(0)
  useDrawer(() => renewed.value++, summaryEveryMs, { alone: true })
  return computed(() => {
    // All are read so that the text follows them.
    void renewed.value
    return run.description === null || !stream.hasFrame ? t('charts.noValues') : text()
  })
}
