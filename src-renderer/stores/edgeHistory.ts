import type { EdgeHistoryReply } from '@contract'
import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { ask } from './ask'
import { useAxis } from './axis'
import { useConnection } from './connection'
import { useHistory } from './history'
import { useRun } from './run'

// The lines grow by a pixel or two a second: more often would only cost.
const everyMs = 1000
/** Points of all lines together: drawing them takes some 10 ms. */
const mostPoints = 20_000

/** Conductances of the edges along what is in view of the run; asked for while somebody looks. */
export const useEdgeHistory = defineStore('edgeHistory', () => {
  const run = useRun()
  const connection = useConnection()
  const history = shallowRef<EdgeHistoryReply | null>(null)
  const lookers = ref(0)
  const axis = useAxis()
  const past = useHistory()
  let asking = false
  let askAgain = false

  /** One question at a time, and then once more if the view moved on. */
  async function query(): Promise<void> {
    const d = run.description
    askAgain = asking
    if (d === null || asking || lookers.value === 0 || document.hidden) return
    asking = true
    const lines = Math.min(128, d.edges.length)
    const rows = Math.max(100, Math.min(1000, Math.floor(mostPoints / lines)))
    const { fromStep, toStep } = past.stretch()
    const outcome = await ask('edgeHistory', { rows, fromStep, toStep })
    asking = false
    if (outcome.ok && outcome.value.run === run.description?.run) history.value = outcome.value
    if (askAgain) void query()
  }
  watch(
    () => run.description,
    () => {
      history.value = null
      void query()
    },
  )
  watch([() => connection.state, () => axis.zoom], () => void query())

  /** Asks again and again while the run moves. Returns a function that ends it. */
  function look(): () => void {
    lookers.value++
    void query()
    const timer = setInterval(() => {
      if (run.running) void query()
    }, everyMs)
    return () => {
      lookers.value--
      clearInterval(timer)
    }
  }
  return { history, look }
})
