import type { Adjustment } from '@contract'
import { changeLabel } from '@figures'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { figureWords } from '../i18n/figures'
import { useConnection } from './connection'
import { useRun } from './run'

/** A change of the run, at the step after which it holds. */
export interface RunMarker {
  step: number
  label: string
  /** What was changed: the path, or nothing that moves as a slider does. */
  path: string | null
}

/** A slider that moves makes many changes in a row: its last one is what counts. */
function joined(list: readonly RunMarker[], next: RunMarker): readonly RunMarker[] {
  const last = list.at(-1)
  const sameMove =
    last !== undefined &&
    next.path !== null &&
    last.path === next.path &&
    next.step - last.step <= 0.02 * next.step
  return [...(sameMove ? list.slice(0, -1) : list), next]
}

/** What was done to the run while it learned, newest last. */
export const useMarkers = defineStore('markers', () => {
  const connection = useConnection()
  const run = useRun()
  const list = shallowRef<readonly RunMarker[]>([])

  function add({ step, change }: Adjustment): void {
    if (run.description === null) return
    const d = run.description
    const path = change.kind === 'set' ? change.path : null
    list.value = joined(list.value, {
      step,
      path,
      // Read when it is drawn: the language may have changed by then.
      get label() {
        return changeLabel(change, d, figureWords.value)
      },
    })
  }

  connection.onAdjusted(({ adjustment }) => add(adjustment))
  // Another run, or the same one seen anew: what was made before comes with it.
  watch(
    () => run.description,
    () => {
      list.value = []
      for (const adjustment of run.made()) add(adjustment)
    },
    { flush: 'sync' },
  )
  return { list }
})
