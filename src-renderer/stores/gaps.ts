import type { Gap } from '@contract'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useConnection } from './connection'
import { useRun } from './run'

/** Steps of the board's run that nobody saw, oldest first. */
export const useGaps = defineStore('gaps', () => {
  const connection = useConnection()
  const run = useRun()
  const list = shallowRef<readonly Gap[]>([])

  connection.onGap((event) => {
    if (event.run === run.description?.run) list.value = [...list.value, event.gap]
  })
  // Another run, or the same one seen anew: what was missed before comes with it.
  watch(
    () => run.description,
    () => (list.value = run.gapsBefore()),
    { flush: 'sync' },
  )
  return { list }
})
