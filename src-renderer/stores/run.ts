import type { Adjustment, Change, MachineDescription, RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { ask } from './ask'
import { useConnection } from './connection'
import { edited, valueAt, type Edit } from './edit'
import { latestWins } from './latest'
import { presets } from './presets'
import { useProblems } from './problems'

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
  const problems = useProblems()
  /** As the controls show it. */
  const config = shallowRef<RunConfig | null>(null)
  /** As the machine last took it. */
  let taken: RunConfig | null = null
  /** Live values at step 0 differ from the present ones. */
  let adjustedSinceStart = false
  /** Adjustments that were made before the window saw the run. */
  let made: readonly Adjustment[] = []
  const description = shallowRef<MachineDescription | null>(null)
  const presetId = ref<string | null>(null)
  /** The configuration is no longer the preset's. */
  const changed = ref(false)
  /** Message at the field, by canonical path. */
  const fieldErrors = reactive<Record<string, string>>({})

  const running = computed(() => connection.state === 'running')
  /** Largest batch: the number of training examples. */
  const maxBatch = computed(() => description.value?.trainExamples ?? config.value?.batch.size ?? 1)

  const sendConfigure = latestWins(async (wanted: RunConfig) => {
    const outcome = await ask('configure', { config: wanted })
    if (outcome.ok) {
      taken = wanted
      adjustedSinceStart = false
      made = []
      problems.solve('engine-resumed')
      description.value = outcome.value
    } else if (config.value === wanted && taken !== null) config.value = taken
    return outcome.ok
  })

  /** Builds a machine; the former run ends. False when the machine refused. */
  async function configure(wanted: RunConfig, preset: string | null = null): Promise<boolean> {
    presetId.value = preset
    changed.value = false
    return rebuild(wanted)
  }

  /** Starts again from step 0 with another configuration of the same preset. */
  async function reconfigure(wanted: RunConfig): Promise<boolean> {
    changed.value = true
    return rebuild(wanted)
  }

  async function rebuild(wanted: RunConfig): Promise<boolean> {
    config.value = wanted
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

  /** What the schema cannot know: the task has only so many examples. */
  function tooLarge(path: string, value: unknown): Edit | null {
    if (path !== 'batch.size' || typeof value !== 'number' || value <= maxBatch.value) return null
    const message = `At most ${maxBatch.value}: the task has no more training examples.`
    return { ok: false, path, message }
  }

  /** The one way in which a control changes the configuration. False: see `fieldErrors[path]`. */
  function edit(path: string, value: unknown): boolean {
    if (config.value === null) return false
    const before = config.value
    const edit = tooLarge(path, value) ?? edited(before, path, value)
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
      changed.value = true
      void adjust(path, value, before)
    } else void reconfigure(edit.config)
    return true
  }

  /** What was typed wrongly was taken back. */
  function forgive(path: string): void {
    delete fieldErrors[path]
  }

  /** A change that the record replayed, or that another hand made. */
  function heard(change: Change): void {
    if (change.kind !== 'set' || config.value === null) return
    if (!isLive(change.path) || valueAt(config.value, change.path) === change.value) return
    const edit = edited(config.value, change.path, change.value)
    if (edit.ok) config.value = edit.config
  }
  connection.onAdjusted((event) => heard(event.adjustment.change))
  connection.onStartedAgain(() => {
    if (description.value === null && config.value !== null) void rebuild(config.value)
  })
  connection.onResumed(() => void attach())
  watch(
    () => connection.state,
    (state) => {
      if (state === 'empty') description.value = null
    },
  )

  /** Takes over the run that the engine has already; false when there is none. */
  async function attach(): Promise<boolean> {
    const outcome = await ask('present', undefined)
    if (!outcome.ok || outcome.value === null) return false
    const { config: begun, description: machine, state, adjustmentsMade } = outcome.value
    const done = begun.adjustments.slice(0, adjustmentsMade)
    taken = begun
    config.value = begun
    for (const { change } of done) heard(change)
    made = done
    adjustedSinceStart = done.length > 0
    for (const problem of outcome.value.problems) problems.raise(problem)
    const preset = presets.find((one) => one.config.name === begun.name)
    presetId.value = preset?.id ?? null
    changed.value = JSON.stringify(preset?.config) !== JSON.stringify(begun)
    description.value = machine
    connection.state = state
    return true
  }

  const start = () => ask('start', undefined)
  const pause = () => ask('pause', undefined)
  const toggle = () => (running.value ? pause() : start())
  const step = (count = 1) => ask('step', { count })

  /** Step 0 of the configuration in the controls. */
  async function reset(): Promise<void> {
    if (config.value === null) return
    if (adjustedSinceStart || description.value === null) {
      await rebuild({ ...config.value, adjustments: [] })
      return
    }
    const outcome = await ask('reset', undefined)
    if (!outcome.ok) return
    made = []
    description.value = outcome.value
  }

  const changeEdge = (edge: number, action: 'cut' | 'restore') =>
    sendChange({ kind: 'edge', edge, action })

  return {
    config,
    description,
    presetId,
    changed,
    fieldErrors,
    running,
    maxBatch,
    made: () => made,
    attach,
    configure,
    reconfigure,
    edit,
    start,
    pause,
    toggle,
    step,
    reset,
    changeEdge,
    forgive,
  }
})
