import { toProblem, type BoardLogEntry, type BoardState, type BoardTarget } from '@contract'
import type { BoardCapability } from '../capability'
import type { PortList } from '../discovery'
import type { ScpiClient } from '../link/client'
import type { BoardFrame } from '../link/frame'
import { anyBoard, onlySame } from './accept'
import { Bond, type AwayReason } from './bond'
import { lookFor, lost, reachAgain, silent } from './comeback'
import { sendTyped } from './console'
import { ConnectionCounters } from './counters'
import { HeaderCache } from './headers'
import { nameOf } from './identity'
import { realParts, type ConnectionParts } from './parts'
import { boardAway } from './problems'
import { whereIs } from './whereabouts'

/** A board that another process had is waited for so long: its port may just be coming free. */
const RECALL_MS = 5000

/**
 * The one way to a board: every attempt to reach it is made and ended here, at most one line is open,
 * and nothing that was meant for a former line is ever sent on a later one.
 */
export class BoardConnection {
  private readonly bond: Bond
  private readonly headersOf = new HeaderCache()

  constructor(parts: Partial<ConnectionParts> = {}) {
    const bond: Bond = new Bond(
      { ...realParts(), ...parts },
      {
        lost: (attempt, device, problem) => lost(bond, attempt, device, problem),
        silent: (...of) => void silent(bond, ...of),
      },
    )
    this.bond = bond
  }

  state(): BoardState {
    return this.bond.presence.state()
  }

  /** Told at every change of presence, device or problem; of counters alone at most twice a second. */
  onState(listener: (state: BoardState) => void): () => void {
    return this.bond.presence.listen(listener)
  }

  /** Frames of the connected board, in order; `atMs` is epoch time. */
  onFrame(listener: (frame: BoardFrame, atMs: number) => void): () => void {
    return this.bond.frames.add(listener)
  }

  /** The board can no longer be used: told before the state changes. */
  onAway(listener: (reason: AwayReason) => void): () => void {
    return this.bond.aways.add(listener)
  }

  /**
   * The same board is back, after it was away or its port released. Nobody else can send until all
   * listeners are done, and frames wait; they use the client that they are given, as `client` still
   * refuses. What one throws becomes the state's problem, unless the line is lost again.
   */
  onBack(listener: (client: ScpiClient) => Promise<void>): () => void {
    return this.bond.backs.add(listener)
  }

  /** The ports of this computer, and why one may be missing. */
  ports(): Promise<PortList> {
    return this.bond.parts.discovery.list()
  }

  /**
   * Opens a line and asks who is there. Ends identified or learning; or absent or in error, with the
   * problem; never throws. A newer call takes over: the older one's line is closed before another opens.
   */
  async connect(target: BoardTarget): Promise<BoardState> {
    this.bond.presence.counters = new ConnectionCounters()
    const attempt = this.bond.takeOver('disconnected')
    this.bond.presence.set({ presence: 'connecting', target, device: null, problem: null })
    this.bond.note(`connecting to ${target.kind === 'virtual' ? 'the virtual board' : target.path}`)
    try {
      const place = await whereIs(target, null, this.bond.parts.discovery)
      if (place !== null) await this.bond.reach(attempt, place, anyBoard, false)
    } catch (thrown) {
      const problem = toProblem(thrown, 'connect-failed')
      await attempt.closeLine()
      if (attempt.over) return this.state()
      this.bond.note(problem.message)
      const presence = problem.id === 'serial-port-missing' ? 'absent' : 'error'
      this.bond.presence.set({ presence, problem })
    }
    return this.state()
  }

  /** Lets go of the board and forgets it; a run on it goes on. Done when the port is free. */
  async disconnect(): Promise<BoardState> {
    const attempt = this.bond.takeOver('disconnected')
    if (this.bond.presence.now.presence !== 'absent') this.bond.note('disconnected')
    this.bond.presence.set({ presence: 'absent', target: null, device: null, problem: null })
    await attempt.end()
    return this.state()
  }

  /**
   * Gives the port free for another program, and remembers the device. Done when it is free.
   * @throws ProblemError board-away where there is no board to release.
   */
  async release(): Promise<BoardState> {
    if (this.bond.presence.now.device === null) throw boardAway(this.state())
    const attempt = this.bond.takeOver('released')
    this.bond.note('port released')
    this.bond.presence.set({ presence: 'released', problem: null })
    await attempt.end()
    return this.state()
  }

  /**
   * Takes a released device back, or looks for one that is away at once. Where it cannot be had, it stays
   * released (or is looked for again), with the problem.
   * @throws ProblemError board-away where there is no device to take.
   */
  async take(): Promise<BoardState> {
    const { device, target, presence } = this.bond.presence.now
    if (presence === 'identified' || presence === 'learning') return this.state()
    if (device === null || target === null) throw boardAway(this.state())
    const attempt = this.bond.takeOver('line')
    this.bond.presence.set({ presence: 'connecting', problem: null })
    this.bond.note('taking the board back')
    const problem = await reachAgain(this.bond, attempt, target, device)
    if (problem === null || attempt.over) return this.state()
    await attempt.closeLine()
    if (presence === 'released') this.bond.presence.set({ presence, problem })
    else void lookFor(this.bond, attempt, device, problem)
    return this.state()
  }

  /**
   * Takes up what another process had: the same device, wherever it is now, or its released port.
   * Done when the board can be used, or was not found at once: it is then looked for.
   */
  async recall({ target, device, presence }: BoardState): Promise<BoardState> {
    if (target === null) return this.state()
    if (device === null) return this.connect(target)
    const attempt = this.bond.takeOver('disconnected')
    if (presence === 'released') {
      this.bond.presence.set({ presence, target, device, problem: null })
      return this.state()
    }
    this.bond.presence.set({ presence: 'connecting', target, device, problem: null })
    this.bond.note('taking up the board of an engine that was lost')
    const problem = await reachAgain(this.bond, attempt, target, device, onlySame)
    if (problem === null || attempt.over) return this.state()
    const found = lookFor(this.bond, attempt, device, problem)
    await Promise.race([found, attempt.wait(RECALL_MS)])
    return this.state()
  }

  /** @throws ProblemError board-away, with what to do, unless the board is identified or learning. */
  client(): ScpiClient {
    return this.bond.usable().client
  }

  /** What the board can do. @throws ProblemError board-away */
  capability(): BoardCapability {
    const { hold, capable } = this.bond
    if (hold === null || capable === null) throw boardAway(this.state())
    return capable
  }

  /** Tells whether the board learns; frames tell it too. */
  learning(is: boolean): void {
    this.bond.learns(is)
  }

  /** A run is under way: between two of its bursts the board counts as learning all the same. */
  underWay(is: boolean): void {
    this.bond.presence.underWay(is)
  }

  /** What a person typed. @returns the answers. @throws ProblemError board-away, or of the board. */
  async send(text: string): Promise<string[]> {
    const hold = this.bond.usable()
    try {
      return await sendTyped(hold.client, text, this.bond.presence.now.presence === 'learning')
    } finally {
      // It may have started or ended a run.
      await this.bond.refresh(hold)
    }
  }

  /** What went over the line after an entry, oldest first. */
  log(after: number): BoardLogEntry[] {
    return this.bond.log.after(after)
  }

  /** The board's own command tree, asked once per device. @throws ProblemError board-away, or of the board. */
  async headers(): Promise<string[]> {
    const hold = this.bond.usable()
    const { device } = this.bond.presence.now
    return this.headersOf.of(device === null ? '' : nameOf(device), hold.client)
  }

  /** Closes the line, and stops looking. */
  async close(): Promise<void> {
    await this.disconnect()
    this.bond.presence.end()
  }
}
