import { toProblem, type BoardState, type Frame } from '@contract'
import type { RunController } from '../run/controller'
import { answer } from './answer'
import type { EngineHandlers } from './handlers'
import { acknowledgementSchema, toEngineSchema, type FromEngine, type ToEngine } from './protocol'

/** A port to one window: frames out, acknowledgements in. */
export interface FramePort {
  postMessage(frame: Frame): void
  onMessage(listener: (data: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}

/** The engine's end of the line to the main process. */
export interface Line {
  post(message: FromEngine): void
}

/** Takes messages of the main process to the controller. A malformed one changes nothing. */
export class EngineServer {
  private port: FramePort | null = null
  /** The board of a lost engine is here again, or was looked for long enough. */
  private recalled: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly controller: RunController,
    private readonly handlers: EngineHandlers,
    private readonly line: Line,
    private readonly recall: (board: BoardState) => Promise<unknown>,
  ) {}

  async receive(data: unknown, port: FramePort | null): Promise<void> {
    const parsed = toEngineSchema.safeParse(data)
    if (!parsed.success) return this.refuse(parsed.error.issues[0].message)
    const message = parsed.data
    switch (message.kind) {
      case 'command': {
        const outcome = await answer(this.handlers, message.name, message.request)
        return this.line.post({ kind: 'reply', id: message.id, outcome })
      }
      case 'ping':
        return this.line.post({ kind: 'pong' })
      case 'frames':
        if (port === null) return this.refuse('frames without a port')
        return this.openFrames(port)
      case 'recall':
        this.recalled = this.recall(message.board)
        return
      case 'resume':
        return this.resume(message)
    }
  }

  private async resume(message: Extract<ToEngine, { kind: 'resume' }>): Promise<void> {
    try {
      await this.recalled
      await this.controller.resume(message.checkpoint, message.state, message.adjustments)
      this.line.post({ kind: 'resumed' })
    } catch (thrown) {
      const problem = toProblem(thrown, 'resume-failed')
      this.line.post({ kind: 'event', event: { kind: 'problem', problem } })
      this.line.post({ kind: 'event', event: { kind: 'state', run: '', state: 'empty' } })
    }
  }

  private openFrames(port: FramePort): void {
    this.port?.close()
    this.port = port
    port.onMessage((data) => {
      const sequence = acknowledgementSchema.safeParse(data)
      if (sequence.success) this.controller.acknowledge(sequence.data)
      else this.refuse('an acknowledgement that is no number')
    })
    port.onClose(() => {
      if (this.port !== port) return
      this.port = null
      this.controller.attach(null)
    })
    this.controller.attach((frame) => port.postMessage(frame))
  }

  private refuse(what: string): void {
    this.line.post({
      kind: 'event',
      event: {
        kind: 'problem',
        problem: {
          id: 'bad-message',
          severity: 'error',
          message: `The engine was sent something that it cannot read: ${what}`.slice(0, 4000),
          kept: 'Nothing was changed.',
        },
      },
    })
  }
}
