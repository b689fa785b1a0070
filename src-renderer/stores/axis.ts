import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Range } from '@figures'
import type { AxisUnit } from './ruler'
import { following, held, panned, rangeOf, zoomed, type Zoom } from './zoom'

const units: readonly AxisUnit[] = ['steps', 'updates', 'time']
/** Narrowest stretch: four steps, a twentieth of an update, a millisecond. */
const least: Record<AxisUnit, number> = { steps: 4, updates: 0.05, time: 0.001 }
/** What an axis without any point shows. */
const empty: Record<AxisUnit, number> = { steps: 100, updates: 10, time: 1 }

/** The one x axis of all charts over time: what it counts, what of it is in view, where the pointer is. */
export const useAxis = defineStore('axis', () => {
  const unit = useStorage<AxisUnit>('x-axis', 'steps')
  const zoom = shallowRef<Zoom>({ kind: 'all' })
  /** Part of the plots' width at which the crosshair stands; null: no pointer is over a plot. */
  const pointer = shallowRef<number | null>(null)
  /** Place of the newest point. */
  let newest = 0
  const end = (): number => Math.max(newest, empty[unit.value])
  const range = (): Range => rangeOf(zoom.value, end())
  /** The newest point stays in view. */
  const follows = computed(() => zoom.value.kind !== 'held')

  function grow(place: number): void {
    newest = place
  }
  /** There is something at this place, and perhaps beyond it. */
  function reach(place: number): void {
    newest = Math.max(newest, place)
  }
  /** @param share of the plots' width, at which the place stays */
  function zoomBy(factor: number, share: number): void {
    const [from, to] = range()
    const at = from + share * (to - from)
    zoom.value = zoomed(zoom.value, end(), factor, at, least[unit.value])
  }
  /** @param widths to the right */
  function pan(widths: number): void {
    zoom.value = panned(zoom.value, end(), widths, least[unit.value])
  }
  function show(from: number, to: number): void {
    zoom.value = held(from, to, end(), least[unit.value])
  }
  function hold(): void {
    show(...range())
  }
  const follow = (): void => void (zoom.value = following(zoom.value))
  const all = (): void => void (zoom.value = { kind: 'all' })

  /**
   * Counts in another unit; what is in view stays in view.
   * @param convert a place of the former unit into one of the present
   */
  function convert(by: (place: number) => number): void {
    const now = zoom.value
    if (now.kind === 'held') zoom.value = { kind: 'held', from: by(now.from), to: by(now.to) }
    if (now.kind === 'following') {
      const width = by(newest) - by(Math.max(0, newest - now.width))
      zoom.value = { kind: 'following', width: Math.max(width, least[unit.value]) }
    }
    newest = by(newest)
  }
  function toggleUnit(): void {
    unit.value = units[(units.indexOf(unit.value) + 1) % units.length]
  }

  return {
    unit,
    zoom,
    pointer,
    follows,
    range,
    grow,
    reach,
    zoomBy,
    pan,
    show,
    hold,
    follow,
    all,
    convert,
    toggleUnit,
  }
})
