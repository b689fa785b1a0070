import type { Change, MachineDescription, RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import { ask } from './ask'
import { useConnection } from './connection'
import { edited, valueAt } from './edit'
import { latestWins } from './latest'

/** What `adjust` takes while running; everything else starts again from step 0. */
const livePaths = [
  'schedule.probability',
  'batch.size',
  'rule.eta',
  'rule.alpha',
  'rule.levelStep',
] as const
type LivePath = (typeof livePaths)[number]
const isLive = (path: string): path is LivePath => livePaths.some((live) => live === path)

/** The run in the window: its configuration, what the machine says it is, and the commands to it. */
export const useRun = defineStore('run', () => {
  const connection = useConnection()
  /** As the controls show it. */
  const config = shallowRef<RunConfig | null>(null)
  /** As the machine last took it. */
  let taken: RunConfig | null = null
  /** Live values at step 0 differ from the present ones. */
  let adjustedSinceStart = false
  const description = shallowRef<MachineDescription | null>(null)
  const presetId = ref<string | null>(null)
  /** Message at the field, by canonical path. */
  const fieldErrors = reactive<Record<string, string>>({})

  const running = computed(() => connection.state === 'running')
  /** Largest batch: the number of training examples. */
  const maxBatch = computed(() => description.value?.trainExamples ?? 1)

  const sendConfigure = latestWins(async (wanted: RunConfig) => {
    const outcome = await ask('configure', { config: wanted })
    if (outcome.ok) {
      taken = wanted
      adjustedSinceStart = false
      description.value = outcome.value
    } else if (config.value === wanted && taken !== null) config.value = taken
    return outcome.ok
  })

  /** Builds a machine; the former run ends. False when the machine refused. */
  async function configure(wanted: RunConfig, preset: string | null = null): Promise<boolean> {
    config.value = wanted
    presetId.value = preset
    for (const path of Object.keys(fieldErrors)) delete fieldErrors[path]
    return (await sendConfigure(wanted)) ?? true
  }

  const adjusters = Object.fromEntries(
    livePaths.map((path) => [
      path,
      latestWins((value: number) => sendChange({ kind: 'set', path, value })),
    ]),
  ) as Record<LivePath, (value: number) => Promise<boolean | undefined>>

  async function sendChange(change: Change): Promise<boolean> {
    const outcome = await ask('adjust', { change })
    if (outcome.ok) adjustedSinceStart = true
    return outcome.ok
  }

  async function adjust(path: LivePath, value: number, before: RunConfig): Promise<void> {
    const done = await adjusters[path](value)
    if (done === false) config.value = before
  }

  /** The one way in which a control changes the configuration. False: see `fieldErrors[path]`. */
  function edit(path: string, value: unknown): boolean {
    if (config.value === null) return false
    const before = config.value
    const edit = edited(before, path, value)
    if (!edit.ok) {
      fieldErrors[path] = edit.message
      return false
    }
    delete fieldErrors[path]
    if (valueAt(before, path) === valueAt(edit.config, path)) return true
    if (path === 'pace.stepsPerSecond') {
      config.value = edit.config
      void ask('pace', edit.config.pace)
    } else if (isLive(path) && typeof value === 'number' && connection.state !== 'ready') {
      config.value = edit.config
      void adjust(path, value, before)
    } else void configure(edit.config)
    return true
  }

  /** A change that the record replayed, or that another hand made. */
  function heard(change: Change): void {
    if (change.kind !== 'set' || config.value === null) return
    if (!isLive(change.path) || valueAt(config.value, change.path) === change.value) return
    const edit = edited(config.value, change.path, change.value)
    if (edit.ok) config.value = edit.config
  }
  connection.onAdjusted((event) => heard(event.adjustment.change))
  connection.onEngineBack((engine) => {
    if (engine === 'started' && config.value !== null) void configure(config.value, presetId.value)
  })

  const start = () => ask('start', undefined)
  const pause = () => ask('pause', undefined)
  const toggle = () => (running.value ? pause() : start())
  const step = (count = 1) => ask('step', { count })

  /** Step 0 of the configuration in the controls. */
  async function reset(): Promise<void> {
    if (config.value === null) return
    if (adjustedSinceStart) {
      await configure({ ...config.value, adjustments: [] }, presetId.value)
      return
    }
    const outcome = await ask('reset', undefined)
    if (outcome.ok) description.value = outcome.value
  }

  const changeEdge = (edge: number, action: 'cut' | 'restore') =>
    sendChange({ kind: 'edge', edge, action })

  return {
    config,
    description,
    presetId,
    fieldErrors,
    running,
    maxBatch,
    configure,
    edit,
    start,
    pause,
    toggle,
    step,
    reset,
    changeEdge,
  }
})
