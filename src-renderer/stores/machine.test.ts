// @vitest-environment happy-dom
import { runConfigSchema, type RunConfig } from '@contract'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { useConnection } from './connection'
import { useGaps } from './gaps'
import { useLimits } from './limits'
import { useMachine } from './machine'
import { presets } from './presets'
import { useRun } from './run'
import { useStream } from './stream'
import { boardState, description, device, frame, scriptLab, type ScriptedLab } from './testing'
import { useTwin } from './twin'

const iris = presets.find(({ id }) => id === 'iris-penn16')!
const onBoard = { kind: 'board', frameEvery: null }
let lab: ScriptedLab
let runs = 0
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const configured = (): RunConfig[] =>
  lab.asked
    .filter(({ name }) => name === 'configure')
    .map(({ request }) => runConfigSchema.parse((request as { config: unknown }).config))
const presence = (now: 'connecting' | 'identified' | 'learning' | 'reconnecting') =>
  lab.say({ kind: 'board', board: boardState({ presence: now, device }) })

beforeEach(async () => {
  lab = scriptLab()
  runs = 0
  lab.replies.configure = () => ({ ok: true, value: description(`run-${++runs}`) })
  useConnection().connect()
  await useRun().configure(iris.config, iris.id)
  lab.say({ kind: 'state', run: 'run-1', state: 'ready' })
  // Stores that listen from the start, as the window's components make them.
  useMachine()
  useGaps()
  useTwin()
})

describe('the machine', () => {
  it('is the simulation until hardware is chosen', () => {
    expect(useMachine().mode).toBe('simulated')
    expect(useRun().ready).toBe(true)
  })

  it('waits for a board, and the simulation rests untouched meanwhile', async () => {
    useMachine().choose('board')
    await settled()
    expect(useMachine().mode).toBe('board')
    expect(useRun().ready).toBe(false)
    expect(configured()).toHaveLength(1)
    useMachine().choose('simulated')
    await settled()
    expect(useRun().ready).toBe(true)
    expect(configured()).toHaveLength(1)
  })

  it('is built on the board as soon as one is identified', async () => {
    useMachine().choose('board')
    presence('connecting')
    await settled()
    presence('identified')
    await settled()
    expect(configured().at(-1)).toEqual({ ...iris.config, machine: onBoard })
    expect(useRun().ready).toBe(true)
    expect(useRun().presetId).toBe(iris.id)
    expect(useRun().changed).toBe(false)
  })

  it('takes what was changed while it waited', async () => {
    useMachine().choose('board')
    useRun().edit('schedule.probability', 0.25)
    useRun().edit('machine.frameEvery', 10)
    presence('connecting')
    await settled()
    presence('identified')
    await settled()
    expect(configured().at(-1)).toMatchObject({
      schedule: { probability: 0.25 },
      machine: { kind: 'board', frameEvery: 10 },
    })
  })

  it('asks before a run that goes on rests', async () => {
    lab.say({ kind: 'state', run: 'run-1', state: 'running' })
    useMachine().choose('board')
    expect(useMachine().mode).toBe('simulated')
    expect(useMachine().asked).toBe('board')
    useMachine().cancel()
    expect(useMachine().asked).toBeNull()
    useMachine().choose('board')
    await useMachine().confirm()
    expect(lab.asked.at(-1)?.name).toBe('pause')
    expect(useMachine().mode).toBe('board')
  })

  it('asks before frames that were received are let go', async () => {
    useMachine().choose('board')
    presence('connecting')
    await settled()
    presence('identified')
    await settled()
    onTestFinished(useStream().connect(() => undefined))
    lab.show(frame('run-2', 0, 10))
    useStream().take()
    useStream().drawn()
    useStream().refresh()
    useMachine().choose('simulated')
    expect(useMachine().asked).toBe('simulated')
    await useMachine().confirm()
    expect(configured().at(-1)?.machine).toEqual({ kind: 'simulated' })
  })

  it('leaves a board alone that learns already, until it is told what to do', async () => {
    useMachine().choose('board')
    presence('connecting')
    await settled()
    presence('learning')
    await settled()
    expect(configured()).toHaveLength(1)
    expect(useMachine().foreign).toBe(true)
    lab.replies.boardPickUp = () => ({ ok: true, value: description('run-7') })
    lab.replies.present = () => ({
      ok: true,
      value: {
        config: { ...iris.config, machine: onBoard },
        adjustmentsMade: 0,
        state: 'running',
        description: description('run-7'),
        problems: [],
        gaps: [],
        twin: false,
      },
    })
    await useMachine().pickUp()
    expect(useMachine().foreign).toBe(false)
    expect(useRun().running).toBe(true)
    expect(useRun().presetId).toBe(iris.id)
  })

  it('starts a board anew that learned something else', async () => {
    useMachine().choose('board')
    presence('connecting')
    await settled()
    presence('learning')
    await useMachine().startAnew()
    expect(configured().at(-1)?.machine).toEqual(onBoard)
  })

  it('keeps a configuration that the board refused, to be put right', async () => {
    useMachine().choose('board')
    lab.replies.configure = () => ({
      ok: false,
      problem: { id: 'board-cannot', severity: 'error', message: 'No.' },
    })
    presence('connecting')
    await settled()
    presence('identified')
    await settled()
    expect(useRun().ready).toBe(false)
    expect(useRun().config?.machine).toEqual(onBoard)
    lab.replies.configure = () => ({ ok: true, value: description('run-9') })
    useRun().edit('seed', 5)
    await settled()
    expect(useRun().ready).toBe(true)
    expect(configured().at(-1)?.seed).toBe(5)
  })
})

describe('limits', () => {
  it('say what the board does in the place of what it does not', () => {
    useMachine().choose('board')
    presence('identified')
    expect(useLimits().schedule('bernoulli')).toBeUndefined()
    expect(useLimits().schedule('poisson')).toBe(
      'This board does not do Poisson clocks: it does synchronous, random (Bernoulli) and unequal rates.',
    )
    expect(useLimits().rule('ideal')).toBeUndefined()
    expect(useLimits().config(iris.config)).toBeUndefined()
  })

  it('let a value rest that the machine does not take while it learns', () => {
    lab.say({ kind: 'state', run: 'run-1', state: 'running' })
    expect(useLimits().live('schedule.probability')).toContain('pause first')
    lab.say({ kind: 'state', run: 'run-1', state: 'paused' })
    expect(useLimits().live('schedule.probability')).toBeUndefined()
    expect(useLimits().edge('cut')).toBe('This machine cannot cut an edge.')
  })
})

describe('gaps', () => {
  it('are those of the run in the window', async () => {
    const gap = {
      fromStep: 10,
      toStep: 251,
      fromMs: 1000,
      toMs: 2800,
      frames: null,
      reason: 'unplugged' as const,
    }
    lab.say({ kind: 'gap', run: 'another', gap })
    expect(useGaps().list).toEqual([])
    lab.say({ kind: 'gap', run: 'run-1', gap })
    expect(useGaps().list).toEqual([gap])
    await useRun().configure(iris.config, iris.id)
    expect(useGaps().list).toEqual([])
  })
})

describe('the twin', () => {
  it('runs beside a board alone, and beside its next run', async () => {
    const twin = useTwin()
    expect(twin.possible).toBe(false)
    useMachine().choose('board')
    presence('connecting')
    await settled()
    presence('identified')
    await settled()
    expect(twin.possible).toBe(true)
    await twin.toggle()
    expect(twin.on).toBe(true)
    useRun().edit('seed', 3)
    await settled()
    await settled()
    expect(lab.asked.filter(({ name }) => name === 'twin')).toHaveLength(2)
    expect(twin.on).toBe(true)
  })
})
