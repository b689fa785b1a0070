import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The places of the window; a run goes on whichever is shown. */
export const views = [
  { id: 'live', title: 'Live', key: '1', text: 'The run of the moment.' },
  { id: 'library', title: 'Library', key: '2', text: 'Every recorded run.' },
  { id: 'compare', title: 'Compare', key: '3', text: 'Chosen runs over each other.' },
] as const

export type View = (typeof views)[number]['id']

/** Which place is shown. */
export const useView = defineStore('view', () => {
  const shown = ref<View>('live')
  return { shown }
})
