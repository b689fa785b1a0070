import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import type { ProblemError } from '@contract'
import { helperFailed, helperMissing } from './problems'

export interface TerminalEvents {
  /** What a client wrote. */
  data(bytes: Uint8Array): void
  /** The helper ended by itself, once. */
  lost(problem: ProblemError): void
}

/** What socat says at the level of notices: the terminal's path, and that it passes bytes on. */
const PATH = /PTY is (\S+)/
const READY = /starting data transfer loop/

/**
 * A pseudo-terminal whose other end is ours. Node cannot make one, so a helper does: socat, between
 * the terminal and its own standard input and output. It ends with us, also when we are killed,
 * because its input then ends.
 */
export class PseudoTerminal {
  private open = true

  private constructor(
    /** Of the client's end: what serial programs open. */
    readonly path: string,
    private readonly child: ChildProcess,
    /** The client's end, open here too: a terminal that every client closed would be gone. */
    private readonly held: number,
  ) {}

  /**
   * @param helper for tests: the program that makes the terminal.
   * @throws ProblemError pseudo-terminal-helper-missing, pseudo-terminal-failed
   */
  static open(events: TerminalEvents, helper = 'socat'): Promise<PseudoTerminal> {
    return new Promise((resolve, reject) => {
      // A session of its own: Ctrl-C is for us alone, and we end it in order.
      const child = spawn(helper, ['-d', '-d', 'pty,rawer', 'STDIO'], { detached: true })
      let said = ''
      let terminal: PseudoTerminal | null = null
      child.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ENOENT' ? helperMissing() : helperFailed(error.message)),
      )
      child.on('exit', () => {
        if (terminal === null) reject(helperFailed(said))
        else if (terminal.release()) events.lost(helperFailed(said))
      })
      // A write that fails says no more than the exit that follows it.
      child.stdin.on('error', (error) => (said = error.message))
      child.stdout.on('data', (bytes: Buffer) => {
        if (terminal?.open === true) events.data(Uint8Array.from(bytes))
      })
      child.stderr.on('data', (bytes: Buffer) => {
        said = (said + bytes.toString()).slice(-2000)
        const path = PATH.exec(said)?.[1]
        if (terminal !== null || path === undefined || !READY.test(said)) return
        const held = openSync(path, constants.O_RDWR | constants.O_NOCTTY)
        terminal = new PseudoTerminal(path, child, held)
        said = ''
        resolve(terminal)
      })
    })
  }

  /** Bytes for the client; without effect once it is closed. */
  write(bytes: Uint8Array): void {
    if (this.open) this.child.stdin?.write(bytes)
  }

  /** Bytes that wait because nobody takes them. */
  get waiting(): number {
    return this.child.stdin?.writableLength ?? 0
  }

  /** Ends the terminal and its helper; the second call does nothing. */
  async close(): Promise<void> {
    if (!this.release()) return
    const ended = new Promise<void>((done) => this.child.once('exit', () => done()))
    this.child.kill()
    await ended
  }

  /** @returns whether it was still open. */
  private release(): boolean {
    if (!this.open) return false
    this.open = false
    closeSync(this.held)
    return true
  }
}
