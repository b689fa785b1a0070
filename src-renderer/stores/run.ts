import type { Change, MachineDescription, Reply, Request, RunConfig } from '@contract'
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { t } from '../i18n'
import { ask } from './ask'
import { useBoard } from './board'
import { useConnection } from './connection'
import { edited, valueAt, type Edit } from './edit'
import { latestWins } from './latest'
import { isLive, livePaths, type LivePath } from './livePaths'
import { noPast, type Past } from './past'
import { presets } from './presets'
import { useProblems } from './problems'

/** Whether two configurations are of one experiment, whatever learns. */
const same = (a: RunConfig, b: RunConfig): boolean =>
  JSON.stringify({ ...a, machine: null }) === JSON.stringify({ ...b, machine: null })

/** The run in the window: its configuration, what the machine says it is, and the commands to it. */
export const useRun = defineStore('run', () => {
  const connection = useConnection()
  const board = useBoard()
  const problems = useProblems()
  /** As the controls show it. */
  const config = shallowRef<RunConfig | null>(null)
  /** As the machine last took it. */
  const taken = shallowRef<RunConfig | null>(null)
  /** As the controls showed it when another machine was chosen. */
  let left: RunConfig | null = null
  /** A machine is being built: on a board that takes a while. */
  const configuring = ref(false)
  /** What shall learn. */
  const machine = shallowRef<RunConfig['machine']>({ kind: 'simulated' })
  /** What shall learn is what the engine has: otherwise the configuration waits for a board. */
  const ready = computed(() => taken.value?.machine.kind === machine.value.kind)
  /** Live values at step 0 differ from the present ones. */
  let adjustedSinceStart = false
  let past: Past = noPast
  const description = shallowRef<MachineDescription | null>(null)
  /** Of a replay: the recorded run, and how far it went in which time. */
  const replay = shallowRef<NonNullable<Reply<'present'>>['replay']>(null)
  const presetId = ref<string | null>(null)
  /** The configuration is no longer the preset's. */
  const changed = ref(false)
  /** Message at the field, by canonical path. */
  const fieldErrors = reactive<Record<string, string>>({})

  const running = computed(() => connection.state === 'running')
  /** Largest batch: the number of training examples. */
  const maxBatch = computed(() => description.value?.trainExamples ?? config.value?.batch.size ?? 1)

  function forget(): void {
    left = null
    past = noPast
  }

  const sendConfigure = latestWins(async (wanted: RunConfig) => {
    configuring.value = true
    const outcome = await ask('configure', { config: wanted })
    configuring.value = false
    if (outcome.ok) {
      taken.value = wanted
      adjustedSinceStart = false
      forget()
      problems.solve('engine-resumed')
      replay.value = null
      description.value = outcome.value
    } else if (config.value === wanted && ready.value) config.value = taken.value
    return outcome.ok
  })

  /** Builds a machine; the former run ends. False when the machine refused. */
  async function configure(wanted: RunConfig, preset: string | null = null): Promise<boolean> {
    const before = { preset: presetId.value, changed: changed.value }
    presetId.value = preset
    changed.value = false
    machine.value = wanted.machine
    const done = await rebuild(wanted)
    if (!done && config.value !== wanted && presetId.value === preset) {
      presetId.value = before.preset
      changed.value = before.changed
    }
    return done
  }

  /** Starts again from step 0 with another configuration of the same preset. */
  async function reconfigure(wanted: RunConfig): Promise<boolean> {
    changed.value = true
    return rebuild(wanted)
  }

  /** The same experiment on another machine, from step 0; a run that waited there goes on. */
  async function moveTo(to: RunConfig['machine']): Promise<boolean> {
    if (config.value === null) return false
    if (ready.value) left = config.value
    machine.value = to
    const moved = { ...config.value, machine: to }
    if (ready.value && left !== null && same(moved, left)) {
      config.value = left
      return true
    }
    return rebuild(adjustedSinceStart ? { ...moved, adjustments: [] } : moved)
  }

  /** Sends what was held for a board; what the board learns by then ends. */
  const settle = () =>
    config.value === null ? Promise.resolve(false) : rebuild(config.value, true)

  /** Nothing to ask: no board is there, or it learns another run, which nobody said to end. */
  const waits = () =>
    machine.value.kind === 'board' &&
    (!board.present || (board.presence === 'learning' && !ready.value))

  async function rebuild(asked: RunConfig, anew = false): Promise<boolean> {
    const wanted = { ...asked, machine: machine.value }
    config.value = wanted
    for (const path of Object.keys(fieldErrors)) delete fieldErrors[path]
    if (!anew && waits()) return true
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
    const message = t('controls.atMostBatch', { most: maxBatch.value })
    return { ok: false, path, message }
  }

  /** The one way in which a control changes the configuration. False: see `fieldErrors[path]`. */
  function edit(path: string, value: unknown): boolean {
    if (config.value === null) return false
    if (replay.value !== null && path !== 'pace.stepsPerSecond') return false
    const before = config.value
    const edit = tooLarge(path, value) ?? edited(before, path, value)
    if (!edit.ok) {
      fieldErrors[path] = edit.message
      return false
    }
    delete fieldErrors[path]
    if (valueAt(before, path) === valueAt(edit.config, path)) return true
    if (path === 'machine.frameEvery') machine.value = edit.config.machine
    if (path === 'pace.stepsPerSecond') {
      config.value = edit.config
      if (ready.value) void ask('pace', edit.config.pace)
    } else if (
      isLive(path) &&
      typeof value === 'number' &&
      ready.value &&
      connection.state !== 'ready'
    ) {
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
    const { config: begun, description: now, state, adjustmentsMade } = outcome.value
    const done = begun.adjustments.slice(0, adjustmentsMade)
    taken.value = begun
    replay.value = outcome.value.replay ?? null
    machine.value = begun.machine
    config.value = begun
    for (const { change } of done) heard(change)
    past = { made: done, gaps: outcome.value.gaps, twin: outcome.value.twin }
    adjustedSinceStart = done.length > 0
    for (const problem of outcome.value.problems) problems.raise(problem)
    const preset = presets.find((one) => one.config.name === begun.name)
    presetId.value = preset?.id ?? null
    // Another machine is no other experiment.
    const { machine: on } = begun
    changed.value = JSON.stringify({ ...preset?.config, machine: on }) !== JSON.stringify(begun)
    description.value = now
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
    if (replay.value !== null) return void (await ask('seek', { step: 0 }))
    if (adjustedSinceStart || description.value === null) {
      await rebuild({ ...config.value, adjustments: [] })
      return
    }
    const outcome = await ask('reset', undefined)
    if (!outcome.ok) return
    forget()
    description.value = outcome.value
  }

  const changeEdge = (edge: number, action: 'cut' | 'freeze' | 'restore') =>
    sendChange({ kind: 'edge', edge, action })

  /** Many edges as one action; the edges that were changed, or null. */
  async function changeEdges(request: Request<'changeEdges'>): Promise<number[] | null> {
    const outcome = await ask('changeEdges', request)
    if (!outcome.ok) return null
    adjustedSinceStart = true
    return outcome.value
  }

  return {
    config,
    machine,
    ready,
    configuring,
    description,
    replay,
    presetId,
    changed,
    fieldErrors,
    running,
    maxBatch,
    made: () => past.made,
    gapsBefore: () => past.gaps,
    twinBefore: () => past.twin,
    attach,
    configure,
    reconfigure,
    moveTo,
    settle,
    edit,
    start,
    pause,
    toggle,
    step,
    reset,
    changeEdge,
    changeEdges,
    forgive,
  }
})
