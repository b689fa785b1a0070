import { usePreferredDark, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { figureTheme } from '@figures'

/** What the user prefers to see; kept between sessions, no part of a run. */
export const useSettings = defineStore('settings', () => {
  const xAxis = useStorage<'steps' | 'updates'>('x-axis', 'steps')
  const scale = useStorage<'log' | 'linear'>('loss-scale', 'log')
  const dark = usePreferredDark()
  const theme = computed(() => figureTheme(dark.value))

  function toggleScale(): void {
    scale.value = scale.value === 'log' ? 'linear' : 'log'
  }
  function toggleXAxis(): void {
    xAxis.value = xAxis.value === 'steps' ? 'updates' : 'steps'
  }
  return { xAxis, scale, dark, theme, toggleScale, toggleXAxis }
})
