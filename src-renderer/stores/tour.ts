import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useView } from './view'

/** Three places to know first; the card stands beside each, never over it. */
export const stops = [
  {
    target: '[data-testid="start"], [data-testid="pause"]',
    title: 'Start here',
    text: 'The network learns by itself once you press Start; each step a part of its edges adjusts.',
  },
  {
    target: 'section:has([data-testid="p-slider"])',
    title: 'Change p',
    text: 'p is the probability that an edge updates on a step. Move it while the run goes on and see what changes.',
  },
  {
    target: '[data-testid="chart-raster"]',
    title: 'See who updates',
    text: 'One row per edge, one mark per update. The curve above it is the error: it falls as the network learns.',
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
