import { defaultDocument, useEventListener, usePreferredDark, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { figureTheme } from '@figures'
import { figureWords } from '../i18n/figures'

/** What the user prefers to see; kept between sessions, no part of a run. */
export const useSettings = defineStore('settings', () => {
  const scale = useStorage<'log' | 'linear'>('loss-scale', 'log')
  const dark = usePreferredDark()
  /** Canvases draw with a face only once it is there: they draw anew when one came. */
  const faces = ref(0)
  useEventListener(defaultDocument?.fonts, 'loadingdone', () => faces.value++)
  const theme = computed(() => {
    void faces.value
    return figureTheme(dark.value, undefined, figureWords.value)
  })

  function toggleScale(): void {
    scale.value = scale.value === 'log' ? 'linear' : 'log'
  }
  return { scale, dark, theme, toggleScale }
})
