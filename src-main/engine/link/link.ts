import {
  engineCommands,
  type EngineCommand,
  type LabEvent,
  type Outcome,
  type Problem,
  type RunState,
} from '@contract'
import { badRequest } from '../answer'
import { fromEngineSchema, type EngineReply, type FromEngine, type ToEngine } from '../protocol'
import { BEAT_MS, Heartbeat } from './heartbeat'
import { Lifeline } from './lifeline'

/** So many crashes within so long mean that starting again does not help. */
const MOST_CRASHES = 3
const CRASH_WINDOW_MS = 60_000

/** An engine process as the link sees it. `Port` is the runtime's message port. */
export interface EngineProcess<Port> {
  post(message: ToEngine, port?: Port): void
  onMessage(listener: (data: unknown) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
  /** Ends it even if it does not listen. */
  destroy(): void
  /** Someone holds it on purpose. */
  isSuspended(): boolean
}

export interface LinkParts<Port> {
  fork(): EngineProcess<Port>
  nowMs(): number
  /** Calls regularly; returns what ends it. */
  every(ms: number, call: () => void): () => void
  emit(event: LabEvent): void
  /** A fresh engine wants ports for its frames. */
  started(): void
}

/**
 * The main process's end of the line: a promise per command, and an engine that is started
 * again, and its run with it, when its process ends unasked.
 */
export class EngineLink<Port> {
  private engine: EngineProcess<Port> | null = null
  private heartbeat: Heartbeat | null = null
  private endBeats: () => void = () => undefined
  private readonly lifeline = new Lifeline()
  private readonly pending = new Map<number, (outcome: Outcome<unknown>) => void>()
  private nextId = 1
  private crashesMs: number[] = []

  constructor(private readonly parts: LinkParts<Port>) {}

  /** What the engine last said of its run. */
  get runState(): RunState {
    return this.lifeline.runState
  }

  start(): EngineProcess<Port> {
    const engine = this.parts.fork()
    this.engine = engine
    engine.onMessage((data) => this.receive(engine, data))
    engine.onExit((code) => this.lost(engine, code))
    this.listen(engine)
    const recollection = this.lifeline.recollection()
    if (recollection !== null) engine.post(recollection)
    return engine
  }

  /** Does a command in the engine; ends in an outcome even if the engine is lost meanwhile. */
  async send<K extends EngineCommand>(name: K, request: unknown): Promise<Outcome<EngineReply<K>>> {
    const { request: requestSchema, reply: replySchema } = engineCommands[name]
    const asked = requestSchema.safeParse(request)
    if (!asked.success) {
      const issue = asked.error.issues[0]
      return { ok: false, problem: badRequest(name, issue.path.map(String), issue.message) }
    }
    if (this.engine === null) {
      // The user begins anew after the engine was given up.
      if (name !== 'configure') return { ok: false, problem: engineGone }
      this.start()
      this.parts.started()
    }
    const outcome = await this.ask(name, request)
    if (!outcome.ok) return outcome
    const reply = replySchema.safeParse(outcome.value)
    if (!reply.success) return { ok: false, problem: badReply(name, reply.error.message) }
    if (name === 'pace') this.lifeline.paced(engineCommands.pace.request.parse(request))
    return { ok: true, value: reply.data as EngineReply<K> }
  }

  /** Frames go to this port from now on. */
  sendFramesTo(port: Port): void {
    this.engine?.post({ kind: 'frames' }, port)
  }

  /** Ends the engine for good. */
  close(): void {
    this.endBeats()
    const engine = this.engine
    this.engine = null
    engine?.kill()
  }

  private listen(engine: EngineProcess<Port>): void {
    const { nowMs, emit, every } = this.parts
    const heartbeat = new Heartbeat({
      nowMs,
      emit,
      ask: () => engine.post({ kind: 'ping' }),
      isSuspended: () => engine.isSuspended(),
      end: () => engine.destroy(),
    })
    this.heartbeat = heartbeat
    this.endBeats = every(BEAT_MS, () => heartbeat.beat())
  }

  private ask(name: EngineCommand, request: unknown): Promise<Outcome<unknown>> {
    const id = this.nextId++
    return new Promise((resolve) => {
      this.pending.set(id, resolve)
      this.engine?.post({ kind: 'command', id, name, request })
    })
  }

  private receive(engine: EngineProcess<Port>, data: unknown): void {
    if (engine !== this.engine) return
    const parsed = fromEngineSchema.safeParse(data)
    if (!parsed.success) {
      this.parts.emit({ kind: 'problem', problem: badReply('engine', parsed.error.message) })
      return
    }
    this.heartbeat?.heard()
    this.take(parsed.data)
  }

  private take(message: FromEngine): void {
    switch (message.kind) {
      case 'ready':
        this.parts.emit({ kind: 'engine', state: 'started' })
        return
      case 'reply':
        this.pending.get(message.id)?.(message.outcome as Outcome<unknown>)
        this.pending.delete(message.id)
        return
      case 'event':
        this.lifeline.hear(message.event)
        this.parts.emit(message.event)
        return
      case 'checkpoint':
        this.lifeline.keep(message.checkpoint)
        return
      case 'resumed':
        this.parts.emit({ kind: 'engine', state: 'resumed' })
        return
      case 'pong':
        return
    }
  }

  private lost(engine: EngineProcess<Port>, code: number): void {
    if (engine !== this.engine) return
    this.engine = null
    this.endBeats()
    this.heartbeat?.heard()
    for (const resolve of this.pending.values()) resolve({ ok: false, problem: engineLost })
    this.pending.clear()
    this.parts.emit({ kind: 'engine', state: 'lost' })
    const nowMs = this.parts.nowMs()
    this.crashesMs = [...this.crashesMs, nowMs].filter((one) => nowMs - one < CRASH_WINDOW_MS)
    if (this.crashesMs.length >= MOST_CRASHES) return this.giveUp(code)
    const fresh = this.start()
    const resumption = this.lifeline.resumption()
    if (resumption !== null) fresh.post(resumption)
    this.parts.started()
  }

  private giveUp(code: number): void {
    this.lifeline.forget()
    this.parts.emit({ kind: 'problem', problem: { ...engineGone, where: `exit code ${code}` } })
    this.parts.emit({ kind: 'state', run: '', state: 'empty' })
  }
}

const engineLost: Problem = {
  id: 'engine-lost',
  severity: 'warning',
  message: 'The engine process ended while it worked on this.',
  kept: 'The run up to its last checkpoint, at most a second ago; it goes on from there.',
  tip: 'Try again.',
}

const engineGone: Problem = {
  id: 'engine-gone',
  severity: 'error',
  message: `The engine process ended ${MOST_CRASHES} times within a minute and was not started again.`,
  kept: 'Reports and files that were written.',
  tip: 'Choose a preset or open a run to start it anew.',
}

function badReply(name: string, message: string): Problem {
  return {
    id: 'bad-reply',
    severity: 'error',
    message: `The engine answered ${name} with something unreadable: ${message}`.slice(0, 4000),
    kept: 'The run goes on.',
  }
}
