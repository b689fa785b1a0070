import type { LibraryEntry } from '@contract'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useView } from './view'

/** More lines over each other cannot be told apart. */
export const MOST_COMPARED = 12

/** The runs that are laid over each other. */
export const useCompare = defineStore('compare', () => {
  const view = useView()
  const runs = shallowRef<readonly LibraryEntry[]>([])

  function show(chosen: readonly LibraryEntry[]): void {
    runs.value = chosen.slice(0, MOST_COMPARED)
    view.shown = 'compare'
  }

  return { runs, show }
})
