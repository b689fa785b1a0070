import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The places of the window; a run goes on whichever is shown. */
export const views = [
  { id: 'live', key: '1' },
  { id: 'library', key: '2' },
  { id: 'compare', key: '3' },
] as const

export type View = (typeof views)[number]['id']

/** Which place is shown. */
export const useView = defineStore('view', () => {
  const shown = ref<View>('live')
  return { shown }
})
