import { layOut, type EdgeQuantity, type Layout, type NetworkView, type Place } from '@figures'
import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useRun } from './run'

const whole: NetworkView = { zoom: 1, x: 0, y: 0 }

/** How the network is drawn: places kept per network for the session, zoom, and what edges show. */
export const useArrangement = defineStore('arrangement', () => {
  const run = useRun()
  const quantity = ref<EdgeQuantity>('conductance')
  const voltages = useStorage<'free' | 'clamped' | 'none'>('network-voltages', 'free')
  const layout = ref<Layout>('given')
  /** null: as the description says. */
  const places = shallowRef<readonly Place[] | null>(null)
  const view = shallowRef<NetworkView>(whole)
  const kept = new Map<string, { layout: Layout; places: readonly Place[] | null }>()

  /** The same nodes and edges are the same network, whatever run it is. */
  function key(): string | null {
    const d = run.description
    if (d === null) return null
    return JSON.stringify([d.nodes.map(({ name }) => name), d.edges])
  }
  let present: string | null = null
  watch(
    () => run.description,
    () => {
      const next = key()
      if (next === present || next === null) return
      present = next
      const before = kept.get(next)
      layout.value = before?.layout ?? 'given'
      places.value = before?.places ?? null
      view.value = whole
    },
    { immediate: true },
  )

  function keep(): void {
    if (present !== null) kept.set(present, { layout: layout.value, places: places.value })
  }

  function choose(next: Layout): void {
    if (run.description === null) return
    layout.value = next
    places.value = next === 'given' ? null : layOut(next, run.description)
    view.value = whole
    keep()
  }

  /** Moves one node; the others stay. */
  function move(node: number, to: Place): void {
    const d = run.description
    if (d === null) return
    const from = places.value ?? d.nodes.map(({ x, y }) => ({ x, y }))
    places.value = from.map((place, i) => (i === node ? to : place))
    keep()
  }

  /** Enlarges about a point, px from the middle of the figure. */
  function zoom(factor: number, [atX, atY]: readonly [number, number] = [0, 0]): void {
    const { zoom: before, x, y } = view.value
    const next = Math.min(20, Math.max(0.5, before * factor))
    const grown = next / before
    view.value = { zoom: next, x: atX - (atX - x) * grown, y: atY - (atY - y) * grown }
  }

  function pan(dx: number, dy: number): void {
    const { zoom: same, x, y } = view.value
    view.value = { zoom: same, x: x + dx, y: y + dy }
  }

  /** The given places, all of them in view. */
  const reset = () => choose('given')
  const showAll = () => {
    view.value = whole
  }
  return { quantity, voltages, layout, places, view, choose, move, zoom, pan, reset, showAll }
})
