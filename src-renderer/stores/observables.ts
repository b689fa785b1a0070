import type { ObservablesReply } from '@contract'
import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { askQuietly } from './ask'
import { useConnection } from './connection'
import { useRun } from './run'
import { useWatching } from './watching'

// Twice a second: numbers can be read, and a look costs the engine a factorisation.
const everyMs = 500

/** Physics beyond the frame; followed and asked for only while its strip is open. */
export const useObservables = defineStore('observables', () => {
  const run = useRun()
  const connection = useConnection()
  const watching = useWatching()
  const open = useStorage('physics-strip', false)
  const seen = shallowRef<ObservablesReply | null>(null)
  /** Why there is nothing to see; empty otherwise. */
  const why = shallowRef('')
  let asking = false

  async function query(): Promise<void> {
    if (!open.value || asking || run.description === null || document.hidden) return
    asking = true
    const outcome = await askQuietly('observables', undefined)
    asking = false
    why.value = outcome.ok ? '' : outcome.problem.message
    seen.value = outcome.ok ? outcome.value : null
  }
  watch(
    open,
    (now) => {
      watching.conductances = now
      void query()
    },
    { immediate: true },
  )
  watch([() => run.description, () => connection.state], () => void query())
  const timer = setInterval(() => {
    if (run.running) void query()
  }, everyMs)
  onScopeDispose(() => clearInterval(timer))
  return { open, seen, why }
})
