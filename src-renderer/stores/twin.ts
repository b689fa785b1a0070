import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Twin } from '@contract'
import { ask } from './ask'
import { useRun } from './run'
import { useStream } from './stream'

/** The simulation that runs beside the board: whether it does, and how far apart both are. */
export const useTwin = defineStore('twin', () => {
  const run = useRun()
  const stream = useStream()
  const on = ref(false)
  const busy = ref(false)
  /** As of the newest numbers of the status strip. */
  const latest = shallowRef<Twin | null>(null)
  const possible = computed(() => run.ready && run.machine.kind === 'board')

  async function set(wanted: boolean): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    const outcome = await ask('twin', { on: wanted })
    busy.value = false
    if (outcome.ok) on.value = wanted
    return outcome.ok
  }
  const toggle = () => set(!on.value)

  watch(
    () => stream.glance,
    () => (latest.value = on.value ? (stream.frame()?.twin ?? latest.value) : null),
  )
  // Another run has its own twin, if it is wanted still.
  watch(
    () => run.description,
    (now) => {
      latest.value = null
      const wanted = on.value
      on.value = run.twinBefore()
      if (wanted && !on.value && now !== null && possible.value) void set(true)
    },
  )
  return { on, busy, latest, possible, toggle }
})
