import type { SpinHistoryReply, SpinsReply } from '@contract'
import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { askQuietly } from './ask'
import { useConnection } from './connection'
import { latestWins } from './latest'
import { useRun } from './run'
import { useStream } from './stream'
import { useWatching } from './watching'

// As often as the engine looks at most; the moments of the training grow slowly.
const everyMs = 100
const historyEveryMs = 400

/** Part of the largest response above which a spin is affected; the first is the default. */
export const parts = [0.1, 0.05, 0.2, 0.5] as const

/** Spins looked at closely: now, or at a moment of their training that was chosen. */
export const useSpins = defineStore('spins', () => {
  const run = useRun()
  const stream = useStream()
  const connection = useConnection()
  const watching = useWatching()
  const present = computed(() => run.description?.model === 'xy')
  /** Of the moment that is shown; null: none has come yet. */
  const seen = shallowRef<SpinsReply | null>(null)
  const history = shallowRef<SpinHistoryReply | null>(null)
  /** The step of a chosen moment; null: now. */
  const at = ref<number | null>(null)
  const map = useStorage<'both' | 'nudge' | 'input'>('spin-map', 'both')
  const part = useStorage<number>('spin-part', parts[0])
  /** The moment is a former one, and it is there. */
  const former = computed(() =>
    at.value !== null && seen.value !== null && seen.value.step === at.value ? seen.value : null,
  )

  const ask = latestWins(async () => {
    if (!present.value || document.hidden) return
    const step = at.value
    const outcome = await askQuietly('spins', { step, example: watching.example })
    if (outcome.ok && outcome.value.run === run.description?.run && step === at.value)
      seen.value = outcome.value
  })
  const askHistory = latestWins(async () => {
    if (!present.value || document.hidden) return
    const outcome = await askQuietly('spinHistory', { part: part.value })
    if (outcome.ok && outcome.value.run === run.description?.run) history.value = outcome.value
  })
  /** Responses of some moments are not computed yet. */
  const pending = (): boolean => history.value?.answer.some(Number.isNaN) ?? false

  watch(
    () => run.description,
    (now, before) => {
      if (now?.run !== before?.run) at.value = null
      seen.value = null
      history.value = null
      void ask(undefined)
      void askHistory(undefined)
    },
  )
  watch([at, () => watching.example, () => connection.state], () => void ask(undefined))
  watch([part, () => connection.state], () => void askHistory(undefined))
  // A machine that stands may still be put elsewhere: a single step, a replay.
  watch(
    () => stream.glance?.step,
    () => {
      if (at.value === null) void ask(undefined)
      void askHistory(undefined)
    },
  )
  const timers = [
    setInterval(() => {
      if (run.running && at.value === null) void ask(undefined)
    }, everyMs),
    setInterval(() => {
      if (run.running || pending()) void askHistory(undefined)
    }, historyEveryMs),
  ]
  onScopeDispose(() => timers.forEach((timer) => clearInterval(timer)))

  /** Shows the kept moment nearest to a place in the list of them; past its end: now. */
  function choose(row: number): void {
    const step = history.value?.step[row]
    at.value = step ?? null
  }
  return { present, seen, history, at, former, map, part, choose }
})
