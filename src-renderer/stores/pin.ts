import { grouped } from '@figures'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useRun } from './run'
import { useStream } from './stream'

/** A moment of the run that the user holds on to, to compare with what comes. */
export const usePin = defineStore('pin', () => {
  const run = useRun()
  const stream = useStream()
  const pinned = shallowRef<{ values: Float64Array; label: string } | null>(null)

  /** Pins this moment, or lets the pinned one go. */
  function toggle(): void {
    const frame = stream.frame()
    if (pinned.value !== null || frame === null) pinned.value = null
    else
      pinned.value = {
        values: frame.state.conductance.slice(),
        label: `at step ${grouped(frame.step)}`,
      }
  }
  watch(
    () => run.description,
    () => {
      pinned.value = null
    },
  )
  return { pinned, toggle }
})
