import { computed, watch, type ComputedRef, type Ref } from 'vue'
import { t } from '../i18n'
import { useRun } from '../stores/run'
import { useSettings } from '../stores/settings'
import { useStream } from '../stores/stream'

interface Drawn {
  invalidate(): void
}

/** Draws a chart anew when the theme, the run or one of `sources` changes; frames do so anyway. */
export function useRedraw(chart: Ref<Drawn | null>, sources: () => unknown = () => null): void {
  const settings = useSettings()
  const run = useRun()
  watch([() => settings.theme, () => run.description, sources], () => chart.value?.invalidate())
}

/**
 * A figure's text summary, renewed with the numbers of the status strip and not with each frame.
 * @param text reads the stores when called
 */
export function useSummary(text: () => string): ComputedRef<string> {
  const stream = useStream()
  const run = useRun()
  return computed(() => {
    // Both are read so that the text follows them.
    return run.description === null || stream.glance === null ? t('charts.noValues') : text()
  })
}
