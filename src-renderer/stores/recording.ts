import {
  recordingMegabytes,
  recordingMegabytesPerHour,
  recordingSchema,
  type Recording,
} from '@contract'
import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { ask, askQuietly } from './ask'
import { useConnection } from './connection'
import { useRun } from './run'
import { useStream } from './stream'

export type Detail = Recording['detail']

/**
 * Steps per second times edges without a limit, before this computer was ever seen to run so: that
 * of penn16 on ours, by what is kept of a step.
 */
const UNSEEN: Record<Detail['kind'], number> = { none: 7e7, every: 6e7, logarithmic: 7e7, all: 3e6 }

/**
 * A rate that differs by less is no news: the megabytes an hour are a forecast, and to write into
 * the window's storage eight times a second takes 1.5 ms of each of these frames.
 */
const NEWS = 0.1

/** What is kept of the run, what that costs, and where it goes. */
export const useRecording = defineStore('recording', () => {
  const run = useRun()
  const stream = useStream()
  const connection = useConnection()
  /** null: nothing is recorded. */
  const directory = ref<string | null>(null)
  const choosing = ref(false)
  const drafts = new Map<Detail['kind'], Detail>()
  const detail = computed(() => run.config?.recording.detail)

  function choose(kind: Detail['kind']): void {
    if (detail.value === undefined) return
    drafts.set(detail.value.kind, detail.value)
    const fresh = recordingSchema.parse({ detail: { kind } }).detail
    run.edit('recording.detail', drafts.get(kind) ?? fresh)
  }

  /** The same as it was seen last on this computer: it outlives the window. */
  const rates = useStorage<Partial<Record<Detail['kind'], number>>>('rates', {})
  watch(
    () => stream.glance?.stepsPerSecond ?? 0,
    (stepsPerSecond) => {
      const { config, description } = run
      if (stepsPerSecond <= 0 || config === null || description === null) return
      if (config.pace.stepsPerSecond !== null || config.machine.kind !== 'simulated') return
      const { kind } = config.recording.detail
      const rate = stepsPerSecond * description.edges.length
      const known = rates.value[kind] ?? 0
      if (Math.abs(rate - known) > NEWS * known) rates.value[kind] = rate
    },
  )

  /** At an unlimited pace: as fast as it went on this computer, or a guess before any did. */
  const cost = computed(() => {
    const { config, description } = run
    if (config === null || description === null) return null
    const edges = description.edges.length
    const { kind } = config.recording.detail
    const unlimited = (rates.value[kind] ?? UNSEEN[kind]) / edges
    const speed = config.pace.stepsPerSecond ?? unlimited
    const accuracy = description.classes.length > 0 ? 2 : 1
    const evaluatedSeries = accuracy * (description.testExamples > 0 ? 2 : 1)
    const evaluateEvery = config.evaluate.every
    const size = { edges, evaluatedSeries, evaluateEvery, stepsPerSecond: speed }
    const { recording, stop } = config
    const perHour = recordingMegabytesPerHour(recording, size)
    const whole =
      stop.steps === null ? null : recordingMegabytes(recording, size, Math.max(1, stop.steps))
    return {
      perHour,
      whole,
      guessed: config.pace.stepsPerSecond === null && rates.value[kind] === undefined,
    }
  })

  async function look(): Promise<void> {
    const outcome = await askQuietly('library', { limit: 1 })
    directory.value = outcome.ok ? outcome.value.directory : null
  }

  async function chooseFolder(): Promise<void> {
    choosing.value = true
    await ask('chooseStore', undefined)
    choosing.value = false
    await look()
  }

  watch(() => [connection.state, run.description], look, { immediate: true })
  return { detail, directory, choosing, cost, choose, chooseFolder }
})
