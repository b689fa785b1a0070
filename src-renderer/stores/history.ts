import type { SeriesName } from '@contract'
import { defineStore } from 'pinia'
import { watch } from 'vue'
import { ask } from './ask'
import { useConnection } from './connection'
import { Curve } from './curve'
import { useRun } from './run'
import { useStream } from './stream'
import { useTwin } from './twin'

const shown: readonly SeriesName[] = ['train', 'test']
/** Beside a twin the batches of both are compared, step by step. */
const compared: readonly SeriesName[] = [...shown, 'batch', 'twin']
// Between two queries the live buckets of the frames fill in.
const queryEveryMs = 250

/** The loss curves of the run in the window: the engine's history plus what came since. */
export const useHistory = defineStore('history', () => {
  const run = useRun()
  const stream = useStream()
  const connection = useConnection()
  const twin = useTwin()
  const wanted = () => (twin.on ? compared : shown)
  let curves = new Map<SeriesName, Curve>()
  let buckets = 1000
  let asking = false
  let version = 0
  const listeners = new Set<() => void>()

  function restart(): void {
    curves = new Map(compared.map((series) => [series, new Curve()]))
  }
  restart()

  /** @param pixels width of the widest chart: a bucket, with its min and max, per pixel column */
  function setWidth(pixels: number): void {
    buckets = Math.max(100, Math.min(20_000, Math.round(pixels)))
  }

  async function query(): Promise<void> {
    const id = run.description?.run
    if (id === undefined || asking || document.hidden) return
    asking = true
    for (const series of wanted()) {
      const outcome = await ask('history', { series, fromStep: 0, toStep: null, buckets })
      if (outcome.ok && outcome.value.run === run.description?.run)
        curves.get(series)?.replace(outcome.value)
    }
    asking = false
    version++
    for (const listener of listeners) listener()
  }

  stream.onTaken((frame) => {
    // The record has all of it already.
    if (run.replay !== null) return
    for (const series of wanted()) {
      const bucket = frame.buckets[series]
      if (bucket === undefined) continue
      curves.get(series)?.append(bucket, frame.expectedUpdates)
      version++
    }
  })
  watch(
    () => run.description,
    (now, before) => {
      restart()
      if (before !== null && before.run !== now?.run) stream.close(before.run)
      void query()
    },
    { flush: 'sync' },
  )
  watch(
    () => twin.on,
    () => void query(),
  )
  // The last stretch of a run that stopped comes whole from the record.
  watch(
    () => connection.state,
    () => void query(),
  )

  /** Asks regularly while the run moves. Returns a function that ends it. */
  function connect(): () => void {
    const timer = setInterval(() => {
      if (run.running) void query()
    }, queryEveryMs)
    const back = (): void => {
      if (!document.hidden) void query()
    }
    document.addEventListener('visibilitychange', back)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', back)
    }
  }

  /** Called when the record answered. Returns a function that ends it. */
  function onAnswer(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    connect,
    setWidth,
    onAnswer,
    /** Changes whenever a curve does. */
    version: () => version,
    curve: (series: SeriesName) => curves.get(series),
  }
})
