import { describe, expect, it } from 'vitest'
import type { Frame, LabEvent } from '@contract'
import { Cable } from '../../machine/board/testing/cable'
import { RunController } from '../../run/controller'
import { TestTime, config, testKeeper } from '../../run/test/bench'
import type { BoardConnection } from '../../board'
import { testSweeps } from '../../sweep/testing/laboratory'
import { engineHandlers } from '../handlers'
import { createMachine } from '../machines'
import type { FromEngine } from '../protocol'
import { EngineServer, type FramePort } from '../serve'
import { BEAT_MS } from './heartbeat'
import { EngineLink, type EngineProcess } from './link'

/** An engine without its process: the same parts, and a crash that takes all of them away. */
class EngineInRoom implements EngineProcess<FramePort> {
  alive = true
  suspended = false
  destroyed = false
  readonly heard: unknown[] = []
  private readonly server: EngineServer
  private readonly controller: RunController
  private exit: (code: number) => void = () => undefined
  private tell: (data: unknown) => void = () => undefined

  constructor(
    run: () => string,
    private readonly board: BoardConnection,
  ) {
    const line = {
      post: (message: FromEngine) => {
        const data: unknown = structuredClone(message)
        setImmediate(() => this.alive && this.tell(data))
      },
    }
    this.controller = new RunController({
      createMachine: (kind) => createMachine(kind, board),
      newRun: run,
      time: new TestTime(),
      versions: { desynclab: '0', node: '20', electron: null, platform: 'test' },
      emit: (event) => line.post({ kind: 'event', event }),
      keep: (checkpoint) => line.post({ kind: 'checkpoint', checkpoint }),
    })
    const report = { page: async () => '', write: async () => ({ files: [] }) }
    board.onState((state) => line.post({ kind: 'event', event: { kind: 'board', board: state } }))
    const handlers = engineHandlers(this.controller, report, board, testKeeper(), testSweeps())
    this.server = new EngineServer(this.controller, handlers, line, (state) => board.recall(state))
    line.post({ kind: 'ready' })
  }

  post(message: unknown, port?: FramePort): void {
    if (!this.alive) return
    this.heard.push(message)
    const data: unknown = structuredClone(message)
    setImmediate(() => this.alive && void this.server.receive(data, port ?? null))
  }

  onMessage(listener: (data: unknown) => void): void {
    this.tell = listener
  }

  onExit(listener: (code: number) => void): void {
    this.exit = listener
  }

  say(data: unknown): void {
    this.tell(data)
  }

  async crash(): Promise<void> {
    this.alive = false
    await this.controller.close()
    await this.board.close()
    this.exit(9)
  }

  kill(): void {
    this.alive = false
  }

  /** It lives, and neither hears nor says anything. */
  hang(): void {
    this.alive = false
  }

  destroy(): void {
    this.destroyed = true
    void this.crash()
  }

  isSuspended(): boolean {
    return this.suspended
  }
}

class Room {
  readonly events: LabEvent[] = []
  readonly engines: EngineInRoom[] = []
  readonly frames: Frame[] = []
  /** A board with a supply of its own: it outlives every engine. */
  readonly cable = new Cable()
  nowMs = 0
  private runs = 0
  private beat: () => void = () => undefined
  readonly link = new EngineLink<FramePort>({
    fork: () => {
      this.engines.push(new EngineInRoom(() => `run-${++this.runs}`, this.cable.connection()))
      return this.engines[this.engines.length - 1]
    },
    nowMs: () => this.nowMs,
    every: (_, call) => {
      this.beat = call
      return () => (this.beat = () => undefined)
    },
    emit: (event) => this.events.push(event),
    started: () => this.watch(),
  })

  constructor() {
    this.link.start()
    this.watch()
  }

  get engine(): EngineInRoom {
    return this.engines[this.engines.length - 1]
  }

  watch(): void {
    let acknowledge = (_: unknown): void => undefined
    this.link.sendFramesTo({
      postMessage: (frame) => {
        this.frames.push(structuredClone(frame))
        acknowledge(frame.sequence)
      },
      onMessage: (listener) => {
        acknowledge = listener
      },
      onClose: () => undefined,
      close: () => undefined,
    })
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setImmediate(resolve))
  }

  /** Lets beats pass, and what they set off. */
  async beats(count: number, lateMs = 0): Promise<void> {
    for (let n = 0; n < count; n++) {
      this.nowMs += BEAT_MS + lateMs
      this.beat()
      for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  problems(): string[] {
    return this.events.flatMap((event) => (event.kind === 'problem' ? [event.problem.id] : []))
  }

  engineStates(): string[] {
    return this.events.flatMap((event) => (event.kind === 'engine' ? [event.state] : []))
  }

  get step(): number {
    return this.frames[this.frames.length - 1]?.step ?? 0
  }
}

describe('the link to the engine', () => {
  it('brings each reply to the command that asked', async () => {
    const { link } = new Room()
    const configured = link.send('configure', { config: config() })
    const stepped = link.send('step', { count: 5 })
    const record = await link.send('record', undefined)
    expect((await configured).ok).toBe(true)
    expect((await stepped).ok).toBe(true)
    expect(record.ok && record.value.run).toBe('run-1')
  })

  it('refuses a malformed request without asking the engine', async () => {
    const room = new Room()
    const before = room.engine.heard.length
    const outcome = await room.link.send('step', { count: -1 })
    expect(outcome).toMatchObject({
      ok: false,
      problem: { id: 'bad-request', where: 'step.count' },
    })
    expect(room.engine.heard).toHaveLength(before)
  })

  it('starts a lost engine again, and the run goes on from its last checkpoint', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    await room.link.send('adjust', { change: { kind: 'edge', edge: 1, action: 'cut' } })
    await room.link.send('step', { count: 1000 })
    await room.link.send('start', undefined)
    await room.until(() => room.step > 3000)
    const change = { kind: 'set', path: 'schedule.probability', value: 0.3 } as const
    await room.link.send('adjust', { change })
    const waiting = room.link.send('step', { count: 1_000_000 })
    await room.engine.crash()
    expect(await waiting).toMatchObject({ ok: false, problem: { id: 'engine-lost' } })
    await room.until(() => room.engineStates().includes('resumed'))
    expect(room.engineStates()).toEqual(['started', 'lost', 'started', 'resumed'])
    await room.link.send('step', { count: 100_000 })
    const record = await room.link.send('record', undefined)
    if (!record.ok) throw new Error(record.problem.message)
    expect(record.value.run).toBe('run-1')
    expect(record.value.config.adjustments.map((one) => one.change)).toEqual([
      { kind: 'edge', edge: 1, action: 'cut' },
      change,
    ])
    // The record of the run that was broken in two runs in one go to the same bits.
    const whole = new Room()
    await whole.link.send('configure', { config: record.value.config })
    await whole.link.send('step', { count: record.value.result.steps })
    const again = await whole.link.send('record', undefined)
    expect(again.ok && again.value.result.hash).toBe(record.value.result.hash)
    expect(room.step).toBe(record.value.result.steps)
  })

  it('takes up the board of a lost engine, and the run that went on there', async () => {
    const room = new Room()
    await room.link.send('boardConnect', { target: { kind: 'virtual' } })
    const machine = { kind: 'board', frameEvery: 50 } as const
    await room.link.send('configure', { config: config({ machine }) })
    await room.link.send('step', { count: 10 })
    await room.link.send('start', undefined)
    await room.until(() => room.step > 1000)
    await room.engine.crash()
    const { step } = room
    await room.until(() => room.engineStates().includes('resumed'))
    await room.until(() => room.step > step + 500)
    await room.link.send('pause', undefined)
    const record = await room.link.send('record', undefined)
    if (!record.ok) throw new Error(record.problem.message)
    expect(record.value.run).toBe('run-1')
    expect(record.value.board?.gaps.map(({ reason }) => reason)).toEqual(['program'])
    expect(room.problems()).toEqual([])
    const board = await room.link.send('board', undefined)
    expect(board.ok && board.value.presence).toBe('identified')
    expect(room.step).toBe(room.cable.board.state.learner?.step)
  })

  it('says so where the board ended with the engine', async () => {
    const room = new Room()
    await room.link.send('boardConnect', { target: { kind: 'virtual' } })
    const machine = { kind: 'board', frameEvery: 50 } as const
    await room.link.send('configure', { config: config({ machine }) })
    await room.link.send('step', { count: 10 })
    await room.link.send('start', undefined)
    await room.until(() => room.step > 1000)
    room.cable.restart()
    await room.engine.crash()
    await room.until(() => room.problems().includes('board-restarted'))
    await room.until(() => room.link.runState === 'empty')
    expect((await room.link.send('configure', { config: config({ machine }) })).ok).toBe(true)
    await room.link.send('step', { count: 3 })
    expect(room.step).toBe(3)
  })

  it('leaves a released port alone', async () => {
    const room = new Room()
    await room.link.send('boardConnect', { target: { kind: 'virtual' } })
    await room.link.send('boardRelease', undefined)
    await room.engine.crash()
    const board = await room.link.send('board', undefined)
    expect(board.ok && board.value.presence).toBe('released')
    const taken = await room.link.send('boardTake', undefined)
    expect(taken.ok && taken.value.presence).toBe('identified')
  })

  it('resumes at the pace that was set last, however lately', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    await room.link.send('pace', { stepsPerSecond: 123 })
    await room.engine.crash()
    await room.until(() => room.engineStates().includes('resumed'))
    const present = await room.link.send('present', undefined)
    expect(present.ok && present.value?.config.pace).toEqual({ stepsPerSecond: 123 })
    // Another run has its own.
    await room.link.send('configure', { config: config() })
    await room.engine.crash()
    await room.until(() => room.engineStates().filter((state) => state === 'resumed').length === 2)
    const next = await room.link.send('present', undefined)
    expect(next.ok && next.value?.config.pace).toEqual({ stepsPerSecond: null })
  })

  it('leaves an engine that answers alone, at rest and at work', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    await room.beats(100)
    await room.link.send('start', undefined)
    await room.beats(100)
    expect(room.engines).toHaveLength(1)
    expect(room.problems()).toEqual([])
  })

  it('starts an engine again that hangs for a minute, and the run goes on', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    await room.link.send('step', { count: 50 })
    room.engine.hang()
    const waiting = room.link.send('step', { count: 1 })
    await room.beats(29)
    expect(room.problems()).toEqual(['engine-silent'])
    expect(room.engines).toHaveLength(1)
    await room.beats(3)
    expect(room.engines[0].destroyed).toBe(true)
    expect(await waiting).toMatchObject({ problem: { id: 'engine-lost' } })
    await room.until(() => room.engineStates().includes('resumed'))
    expect(room.events).toContainEqual({ kind: 'solved', id: 'engine-silent' })
    await room.link.send('step', { count: 1 })
    expect(room.step).toBe(51)
  })

  it('takes its warning back when the engine answers after all', async () => {
    const room = new Room()
    room.engine.hang()
    await room.beats(20)
    room.engine.alive = true
    await room.beats(20)
    expect(room.engines).toHaveLength(1)
    expect(room.events.at(-1)).toEqual({ kind: 'solved', id: 'engine-silent' })
  })

  it('ends no engine for beats that it could not keep, nor one that is held on purpose', async () => {
    const asleep = new Room()
    asleep.engine.hang()
    await asleep.beats(200, 60_000)
    expect(asleep.engines[0].destroyed).toBe(false)
    const held = new Room()
    held.engine.suspended = true
    held.engine.hang()
    await held.beats(200)
    expect(held.engines[0].destroyed).toBe(false)
    held.engine.suspended = false
    await held.beats(1)
    expect(held.engines[0].destroyed).toBe(true)
  })

  it('gives up after three crashes within a minute, and begins anew when asked to', async () => {
    const room = new Room()
    await room.link.send('configure', { config: config() })
    for (let crash = 1; crash <= 3; crash++) await room.engine.crash()
    expect(room.engines).toHaveLength(3)
    expect(room.events).toContainEqual(
      expect.objectContaining({
        kind: 'problem',
        problem: expect.objectContaining({ id: 'engine-gone' }),
      }),
    )
    expect(room.link.runState).toBe('empty')
    expect(await room.link.send('start', undefined)).toMatchObject({
      problem: { id: 'engine-gone' },
    })
    expect((await room.link.send('configure', { config: config() })).ok).toBe(true)
    await room.link.send('step', { count: 3 })
    expect(room.step).toBe(3)
  })

  it('starts again as often as it must when crashes are rare', async () => {
    const room = new Room()
    for (let crash = 1; crash <= 6; crash++) {
      room.nowMs += 31_000
      await room.engine.crash()
    }
    expect(room.engines).toHaveLength(7)
  })

  it('reports what it cannot read from the engine, and goes on', async () => {
    const room = new Room()
    for (const noise of [null, 7, {}, { kind: 'event', event: { kind: 'nothing' } }])
      room.engine.say(noise)
    const problems = room.events.filter(({ kind }) => kind === 'problem')
    expect(problems).toHaveLength(4)
    expect((await room.link.send('configure', { config: config() })).ok).toBe(true)
  })

  it('hears a problem when it sends what the engine cannot read', async () => {
    const room = new Room()
    for (const noise of [null, { kind: 'command', id: 'x' }, { kind: 'frames' }])
      room.engine.post(noise)
    await room.until(() => room.events.filter(({ kind }) => kind === 'problem').length === 3)
    expect((await room.link.send('configure', { config: config() })).ok).toBe(true)
  })
})
