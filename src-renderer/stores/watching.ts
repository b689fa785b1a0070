import { mostRasterSteps, type MachineDescription } from '@contract'
import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { ask } from './ask'
import { latestWins } from './latest'
import { useRun } from './run'

/** What the window looks at more closely: the engine brings it with each frame, or follows it. */
export const useWatching = defineStore('watching', () => {
  const run = useRun()
  /** Steps that the raster shall show. */
  const rasterSteps = useStorage('raster-steps', 300)
  /** The edge that was chosen to be looked at; null: all of them. */
  const edge = ref<number | null>(null)
  /** Displacement and noise of the conductances. */
  const conductances = ref(false)
  /** Of spins: the training example whose phases are shown; null: the newest. */
  const example = ref<number | null>(null)
  const edges = computed(() => run.description?.edges.length ?? 0)
  /** Fewer than wanted where the edges are many. */
  const shownSteps = computed(() => Math.min(rasterSteps.value, mostRasterSteps(edges.value)))

  const send = latestWins(() =>
    ask('watch', {
      rasterSteps: shownSteps.value,
      edge: edge.value,
      conductances: conductances.value,
      example: example.value,
    }),
  )
  watch([shownSteps, edge, conductances, example], () => void send(undefined))
  watch(
    () => run.description,
    (now, before) => {
      if (now === null) return
      if (edge.value !== null && edge.value >= now.edges.length) edge.value = null
      // One that stays: the newest changes with every step, and the picture would only flicker.
      if (now.run !== before?.run) example.value = firstShown(now)
      // A fresh run, or a fresh engine, knows nothing of the edge yet.
      void send(undefined)
    },
  )

  /** Looks at this edge, or at all again if it was looked at already. */
  function choose(next: number | null): void {
    edge.value = next === edge.value ? null : next
  }
  return { rasterSteps, shownSteps, edge, conductances, example, choose }
})

/** The second of exclusive or: its inputs differ. */
const firstShown = ({ model, trainExamples }: MachineDescription): number | null =>
  model === 'xy' ? Math.min(1, trainExamples - 1) : null
