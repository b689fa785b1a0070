// @vitest-environment happy-dom
import { nextTick } from 'vue'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { useConnection } from './connection'
import { presets } from './presets'
import { useRecording } from './recording'
import { useRun } from './run'
import { useStream } from './stream'
import { description, frame, scriptLab, type ScriptedLab } from './testing'

const preset = presets.find(({ id }) => id === 'iris-penn16')!.config
const unlimited = { ...preset, stop: { steps: null }, pace: { stepsPerSecond: null } }

let script: ScriptedLab
beforeEach(() => {
  localStorage.clear()
  script = scriptLab()
})

async function configured(config: typeof preset, run = 'r1'): Promise<void> {
  script.replies.configure = () => ({ ok: true, value: description(run) })
  script.replies.library = () => ({ ok: true, value: { directory: '/runs', entries: [] } })
  useConnection().connect()
  await useRun().configure(config)
  await nextTick()
}

async function runsAt(stepsPerSecond: number, run = 'r1'): Promise<void> {
  const stream = useStream()
  onTestFinished(stream.connect(() => undefined))
  script.show({ ...frame(run, 1), stepsPerSecond })
  stream.take()
  // What is glanced at changes eight times a second.
  await new Promise((resolve) => setTimeout(resolve, 130))
  stream.drawn()
  stream.refresh()
  await nextTick()
}

test('without a limit the cost is a guess until this computer was seen to run', async () => {
  await configured(unlimited)
  const recording = useRecording()
  expect(recording.cost?.guessed).toBe(true)
  await runsAt(1000)
  expect(recording.cost?.guessed).toBe(false)
  const seen = recording.cost?.perHour ?? 0
  await runsAt(1_000_000)
  expect(recording.cost?.perHour).toBeGreaterThan(2 * seen)
})

test('the speed that was seen is remembered by the next window, and no limited one is', async () => {
  await configured(unlimited)
  useRecording()
  await runsAt(5000)
  await nextTick()
  script = scriptLab()
  await configured(unlimited, 'r2')
  expect(useRecording().cost?.guessed).toBe(false)
  const { perHour } = useRecording().cost!
  await configured({ ...unlimited, pace: { stepsPerSecond: 400 } }, 'r3')
  await runsAt(400, 'r3')
  await configured(unlimited, 'r4')
  expect(useRecording().cost?.perHour).toBe(perHour)
})
