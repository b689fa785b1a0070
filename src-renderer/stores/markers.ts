import type { Change } from '@contract'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { numberText } from './number'
import { useConnection } from './connection'
import { useRun } from './run'
import { useStream } from './stream'

/** A change of the run, on the time axes. */
export interface RunMarker {
  step: number
  expectedUpdates: number
  label: string
}

const symbols: Record<Extract<Change, { kind: 'set' }>['path'], string> = {
  'schedule.probability': 'p',
  'batch.size': 'b',
  'rule.eta': 'η',
  'rule.alpha': 'α',
  'rule.levelStep': 'level step',
}

/** What was done to the run while it learned, newest last. */
export const useMarkers = defineStore('markers', () => {
  const connection = useConnection()
  const run = useRun()
  const stream = useStream()
  const list = shallowRef<readonly RunMarker[]>([])

  function labelOf(change: Change): string {
    if (change.kind === 'set') return `${symbols[change.path]} = ${numberText(change.value)}`
    if (change.kind === 'source') return `${change.action} source ${change.source}`
    const ends = run.description?.edges[change.edge]
    const name = ends?.map((node) => run.description?.nodes[node]?.name).join('–')
    return `${change.action} ${name ?? change.edge}`
  }

  connection.onAdjusted(({ adjustment: { step, change } }) => {
    const label = labelOf(change)
    const expectedUpdates = stream.frame()?.expectedUpdates ?? 0
    // A slider that moves makes many changes in a row: its last one is what counts.
    const last = list.value.at(-1)
    const sameMove =
      last !== undefined &&
      change.kind === 'set' &&
      last.label.startsWith(`${symbols[change.path]} =`) &&
      expectedUpdates - last.expectedUpdates <= 0.02 * expectedUpdates
    const kept = sameMove ? list.value.slice(0, -1) : list.value
    list.value = [...kept, { step, expectedUpdates, label }]
  })
  watch(
    () => run.description?.run,
    () => (list.value = []),
    { flush: 'sync' },
  )
  return { list }
})
