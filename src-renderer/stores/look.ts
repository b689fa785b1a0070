import { wordsOf } from '@figures'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useRun } from './run'
import { useSettings } from './settings'

/** How figures of the present run look, in its own words: spins have phases and a cost. */
export const useLook = defineStore('look', () => {
  const settings = useSettings()
  const run = useRun()
  const spins = computed(() => run.description?.model === 'xy')
  const theme = computed(() => ({
    ...settings.theme,
    words: wordsOf(settings.theme.words, run.description?.model),
  }))
  return { theme, spins }
})
