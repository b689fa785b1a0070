import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'

/** The places of the window; a run goes on whichever is shown. */
export const views = [
  { id: 'live', key: '1' },
  { id: 'library', key: '2' },
  { id: 'compare', key: '3' },
  { id: 'sweep', key: '4' },
] as const

export type View = (typeof views)[number]['id']

/** Which place is shown: at the next start the same one. */
export const useView = defineStore('view', () => {
  const kept = useStorage<string>('view', 'live')
  const shown = computed<View>({
    get: () => views.find(({ id }) => id === kept.value)?.id ?? 'live',
    set: (now) => (kept.value = now),
  })
  return { shown }
})
