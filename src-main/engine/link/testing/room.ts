import type { Frame, LabEvent } from '@contract'
import type { BoardConnection } from '../../../board'
import { Cable } from '../../../machine/board/testing/cable'
import { RunController } from '../../../run/controller'
import { TestTime, testKeeper } from '../../../run/test/bench'
import { testSweeps } from '../../../sweep/testing/laboratory'
import { testStudies } from '../../../sweep/testing/studies'
import { engineHandlers } from '../../handlers'
import { createMachine } from '../../machines'
import type { FromEngine } from '../../protocol'
import { EngineServer, type FramePort } from '../../serve'
import { BEAT_MS } from '../heartbeat'
import { EngineLink, type EngineProcess } from '../link'

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
    const handlers = engineHandlers(
      this.controller,
      report,
      board,
      testKeeper(),
      testSweeps(),
      testStudies(),
    )
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

/** A link with engines in this process, and what it tells; a beat comes when a test says so. */
export class Room {
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
