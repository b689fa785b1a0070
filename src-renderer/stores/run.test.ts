// @vitest-environment happy-dom
import { runConfigSchema, type RunConfig } from '@contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { useConnection } from './connection'
import { presets } from './presets'
import { useMarkers } from './markers'
import { useProblems } from './problems'
import { useRun } from './run'
import { description, scriptLab, type ScriptedLab } from './testing'
import { useVariants } from './variants'

const iris = presets.find(({ id }) => id === 'iris-penn16')!
let lab: ScriptedLab
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const names = () => lab.asked.map(({ name }) => name)
const lastConfig = (): RunConfig => {
  const asked = lab.asked.filter(({ name }) => name === 'configure').at(-1)
  return runConfigSchema.parse((asked?.request as { config: unknown }).config)
}

beforeEach(async () => {
  lab = scriptLab()
  lab.replies.configure = () => ({ ok: true, value: description('run-1') })
  useConnection().connect()
  await useRun().configure(iris.config, iris.id)
  lab.say({ kind: 'state', run: 'run-1', state: 'ready' })
})

describe('the run', () => {
  it('takes its description from the machine', () => {
    expect(useRun().description?.run).toBe('run-1')
    expect(useRun().maxBatch).toBe(30)
  })

  it('adjusts a live value while running, without starting again', async () => {
    lab.say({ kind: 'state', run: 'run-1', state: 'running' })
    expect(useRun().edit('schedule.probability', 0.25)).toBe(true)
    await settled()
    expect(lab.asked.at(-1)).toEqual({
      name: 'adjust',
      request: { change: { kind: 'set', path: 'schedule.probability', value: 0.25 } },
    })
    expect(useRun().config?.schedule).toMatchObject({ probability: 0.25 })
  })

  it('starts again from step 0 for a structural value', async () => {
    expect(useRun().edit('seed', 7)).toBe(true)
    await settled()
    expect(lastConfig().seed).toBe(7)
    expect(useRun().presetId).toBe(iris.id)
    expect(useRun().changed).toBe(true)
  })

  it('says at the field what is allowed, and keeps the value in use', () => {
    expect(useRun().edit('schedule.probability', 1.5)).toBe(false)
    expect(useRun().fieldErrors['schedule.probability']).toBe('At most 1.')
    expect(useRun().edit('batch.size', 31)).toBe(false)
    expect(useRun().fieldErrors['batch.size']).toContain('At most 30')
    expect(useRun().edit('seed', 'seven')).toBe(false)
    expect(useRun().fieldErrors['seed']).toBe('It must be a number.')
    useRun().forgive('seed')
    expect(useRun().fieldErrors['seed']).toBeUndefined()
    expect(useRun().config).toEqual(iris.config)
  })

  it('goes back to the former value when the machine refuses an adjustment', async () => {
    lab.say({ kind: 'state', run: 'run-1', state: 'running' })
    lab.replies.adjust = () => ({
      ok: false,
      problem: { id: 'not-now', severity: 'error', message: 'No.' },
    })
    useRun().edit('rule.alpha', 0.1)
    await settled()
    expect(useRun().config).toEqual(iris.config)
    expect(useProblems().list.map(({ id }) => id)).toEqual(['not-now'])
  })

  it('clears the problem of a command when it succeeds', async () => {
    lab.replies.start = () => ({
      ok: false,
      problem: { id: 'cannot-start', severity: 'error', message: 'No.' },
    })
    await useRun().start()
    expect(useProblems().list).toHaveLength(1)
    lab.replies.start = () => ({ ok: true, value: undefined })
    await useRun().start()
    expect(useProblems().list).toHaveLength(0)
  })

  it('resets to step 0 with the values of the controls', async () => {
    lab.replies.reset = () => ({ ok: true, value: description('run-2') })
    await useRun().reset()
    expect(names().at(-1)).toBe('reset')
    lab.say({ kind: 'state', run: 'run-2', state: 'paused' })
    useRun().edit('rule.eta', 0.77)
    await settled()
    await useRun().reset()
    expect(names().at(-1)).toBe('configure')
    expect(lastConfig().rule).toMatchObject({ eta: 0.77 })
  })

  it('follows a change that the record replays', () => {
    lab.say({
      kind: 'adjusted',
      run: 'run-1',
      adjustment: { step: 9, change: { kind: 'set', path: 'batch.size', value: 5 } },
    })
    expect(useRun().config?.batch.size).toBe(5)
  })

  it('takes over the run that the engine has already', async () => {
    const adjustments = [
      { step: 5, change: { kind: 'set', path: 'batch.size', value: 3 } as const },
      { step: 900, change: { kind: 'set', path: 'batch.size', value: 7 } as const },
    ]
    const problem = { id: 'targets-collapsed', severity: 'info' as const, message: 'x' }
    const markers = useMarkers()
    lab.replies.present = () => ({
      ok: true,
      value: {
        config: { ...iris.config, adjustments },
        adjustmentsMade: 1,
        state: 'running',
        description: description('run-0'),
        problems: [problem],
        gaps: [],
        twin: false,
      },
    })
    expect(await useRun().attach()).toBe(true)
    expect(useRun().config?.batch.size).toBe(3)
    expect(useRun().running).toBe(true)
    expect(useProblems().list).toEqual([problem])
    expect(markers.list.map(({ step, label }) => [step, label])).toEqual([[5, 'b = 3']])
    lab.say({ kind: 'adjusted', run: 'run-0', adjustment: adjustments[1] })
    expect(markers.list.map(({ label }) => label)).toEqual(['b = 3', 'b = 7'])
    await useRun().reset()
    expect(markers.list).toEqual([])
  })

  it('says that the engine was lost, until the run goes on', async () => {
    const ids = () => useProblems().list.map(({ id }) => id)
    lab.replies.present = () => ({ ok: true, value: null })
    lab.say({ kind: 'engine', state: 'lost' })
    expect(ids()).toEqual(['engine-lost'])
    lab.say({ kind: 'engine', state: 'started' })
    lab.say({ kind: 'engine', state: 'resumed' })
    await settled()
    expect(ids()).toEqual(['engine-resumed'])
    await useRun().configure(iris.config)
    expect(ids()).toEqual([])
  })

  it('changes the pace without touching the run', async () => {
    useRun().edit('pace.stepsPerSecond', 1000)
    await settled()
    expect(lab.asked.at(-1)).toEqual({ name: 'pace', request: { stepsPerSecond: 1000 } })
    expect(useRun().changed).toBe(false)
  })
})

describe('a choice of rule, task or schedule', () => {
  it('remembers what was set for each kind', async () => {
    const variants = useVariants()
    useRun().edit('rule.alpha', 0.02)
    variants.chooseRule('discrete')
    expect(useRun().config?.rule).toMatchObject({ kind: 'discrete', levels: 128 })
    variants.chooseRule('ideal')
    expect(useRun().config?.rule).toMatchObject({ kind: 'ideal', alpha: 0.02 })
    await settled()
    expect(lastConfig().rule).toMatchObject({ alpha: 0.02 })
  })

  it('takes the roles of another task from the preset that has it', () => {
    useVariants().chooseTask('regression')
    const preset = presets.find(({ config }) => config.task.kind === 'regression')!
    expect(useRun().config?.network).toEqual(preset.config.network)
    expect(useRun().presetId).toBeNull()
    useVariants().chooseTask('iris')
    expect(useRun().config?.network).toEqual(iris.config.network)
  })

  it('keeps the probability when the kind of randomness changes', () => {
    useVariants().chooseSchedule('rates')
    expect(useRun().config?.schedule).toMatchObject({ kind: 'rates', probability: 0.5 })
  })

  it('does nothing while the run goes on', () => {
    lab.say({ kind: 'state', run: 'run-1', state: 'running' })
    useVariants().chooseRule('discrete')
    expect(useRun().config?.rule.kind).toBe('ideal')
  })
})
