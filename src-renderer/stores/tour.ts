import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useView } from './view'

/** Three places to know first; the card stands beside each, never over it. */
export const stops = [
  {
    target: '[data-testid="start"], [data-testid="pause"]',
    title: 'tour.startTitle',
    text: 'tour.startText',
  },
  {
    target: 'section:has([data-testid="p-slider"])',
    title: 'tour.pTitle',
    text: 'tour.pText',
  },
  {
    target: '[data-testid="panel-raster"]',
    title: 'tour.rasterTitle',
    text: 'tour.rasterText',
  },
] as const

/** The first-run tour: seen once, called again from the Help menu. */
export const useTour = defineStore('tour', () => {
  const seen = useStorage('tour-seen', false)
  const at = ref(seen.value ? -1 : 0)
  const stop = computed(() => stops.at(at.value < 0 ? stops.length : at.value) ?? null)

  function end(): void {
    at.value = -1
    seen.value = true
  }
  function begin(): void {
    useView().shown = 'live'
    at.value = 0
  }
  function next(): void {
    if (at.value + 1 >= stops.length) end()
    else at.value++
  }
  function back(): void {
    if (at.value > 0) at.value--
  }
  return { at, stop, begin, next, back, end }
})
