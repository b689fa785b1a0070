import { usePreferredDark, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { figureTheme } from '@figures'

/** What the user prefers to see; kept between sessions, no part of a run. */
export const useSettings = defineStore('settings', () => {
  const scale = useStorage<'log' | 'linear'>('loss-scale', 'log')
  const dark = usePreferredDark()
  const theme = computed(() => figureTheme(dark.value))

  function toggleScale(): void {
    scale.value = scale.value === 'log' ? 'linear' : 'log'
  }
  return { scale, dark, theme, toggleScale }
})
