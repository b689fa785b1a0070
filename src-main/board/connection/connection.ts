import {
  toProblem,
  type BoardDevice,
  type BoardLogEntry,
  type BoardState,
  type BoardTarget,
  type Problem,
} from '@contract'
import type { BoardCapability } from '../capability'
import type { PortList } from '../discovery'
import type { ScpiClient } from '../link/client'
import type { BoardFrame } from '../link/frame'
import { lineClosed } from '../link/problems'
import { anyBoard, onlySame, sameAfterFlashing } from './accept'
import { Attempt } from './attempt'
import { sendTyped } from './console'
import { ConnectionCounters } from './counters'
import { HeaderCache } from './headers'
import { keepAsking } from './heartbeat'
import type { Accept, Hold } from './hold'
import { deviceOf, nameOf } from './identity'
import { Listeners } from './listeners'
import { BoardLog } from './log'
import { realParts, type ConnectionParts } from './parts'
import { Presence } from './presence'
import { boardAway, fellSilent, notThere, wentAway } from './problems'
import { search } from './search'
import { untilItAnswers } from './silence'
import { whereIs, type Place } from './whereabouts'

const pathOf = ({ target }: Place): string =>
  target.kind === 'serial' ? target.path : 'the virtual board'

/** Why a board cannot be used any more: the reasons of a gap, or that it was let go of. */
export type AwayReason = 'unplugged' | 'line' | 'released' | 'disconnected'

/**
 * The one way to a board: every attempt to reach it is made and ended here, at most one line is open,
 * and nothing that was meant for a former line is ever sent on a later one.
 */
export class BoardConnection {
  private readonly parts: ConnectionParts
  private readonly log_: BoardLog
  private readonly presence: Presence
  private readonly frames = new Listeners<[BoardFrame, number]>()
  private readonly aways = new Listeners<[AwayReason]>()
  private readonly backs = new Listeners<[ScpiClient], Promise<void>>()
  private attempt: Attempt | null = null
  /** The line, while the board on it can be used. */
  private hold: Hold | null = null
  private capable: BoardCapability | null = null
  private readonly headersOf = new HeaderCache()

  constructor(parts: Partial<ConnectionParts> = {}) {
    this.parts = { ...realParts(), ...parts }
    this.log_ = new BoardLog(this.parts.epochMs)
    this.presence = new Presence(this.parts, new ConnectionCounters())
  }

  state(): BoardState {
    return this.presence.state()
  }

  /** Told at every change of presence, device or problem; of counters alone at most twice a second. */
  onState(listener: (state: BoardState) => void): () => void {
    return this.presence.listen(listener)
  }

  /** Frames of the connected board, in order; `atMs` is epoch time. */
  onFrame(listener: (frame: BoardFrame, atMs: number) => void): () => void {
    return this.frames.add(listener)
  }

  /** The board can no longer be used: told before the state changes. */
  onAway(listener: (reason: AwayReason) => void): () => void {
    return this.aways.add(listener)
  }

  /**
   * The same board is back, after it was away or its port released. Nobody else can send until all
   * listeners are done, and frames wait; they use the client that they are given, as `client` still
   * refuses. What one throws becomes the state's problem, unless the line is lost again.
   */
  onBack(listener: (client: ScpiClient) => Promise<void>): () => void {
    return this.backs.add(listener)
  }

  /** The ports of this computer, and why one may be missing. */
  ports(): Promise<PortList> {
    return this.parts.discovery.list()
  }

  /**
   * Opens a line and asks who is there. Ends identified or learning; or absent or in error, with the
   * problem; never throws. A newer call takes over: the older one's line is closed before another opens.
   */
  async connect(target: BoardTarget): Promise<BoardState> {
    this.presence.counters = new ConnectionCounters()
    const attempt = this.takeOver('disconnected')
    this.presence.set({ presence: 'connecting', target, device: null, problem: null })
    this.note(`connecting to ${target.kind === 'virtual' ? 'the virtual board' : target.path}`)
    try {
      const place = await whereIs(target, null, this.parts.discovery)
      if (place !== null) await this.reach(attempt, place, anyBoard, false)
    } catch (thrown) {
      const problem = toProblem(thrown, 'connect-failed')
      await attempt.closeLine()
      if (attempt.over) return this.state()
      this.note(problem.message)
      const presence = problem.id === 'serial-port-missing' ? 'absent' : 'error'
      this.presence.set({ presence, problem })
    }
    return this.state()
  }

  /** Lets go of the board and forgets it; a run on it goes on. Done when the port is free. */
  async disconnect(): Promise<BoardState> {
    const attempt = this.takeOver('disconnected')
    if (this.presence.now.presence !== 'absent') this.note('disconnected')
    this.presence.set({ presence: 'absent', target: null, device: null, problem: null })
    await attempt.end()
    return this.state()
  }

  /**
   * Gives the port free for another program, and remembers the device. Done when it is free.
   * @throws ProblemError board-away where there is no board to release.
   */
  async release(): Promise<BoardState> {
    if (this.presence.now.device === null) throw boardAway(this.state())
    const attempt = this.takeOver('released')
    this.note('port released')
    this.presence.set({ presence: 'released', problem: null })
    await attempt.end()
    return this.state()
  }

  /**
   * Takes a released device back, or looks for one that is away at once. Where it cannot be had, it stays
   * released (or is looked for again), with the problem.
   * @throws ProblemError board-away where there is no device to take.
   */
  async take(): Promise<BoardState> {
    const { device, target, presence } = this.presence.now
    if (presence === 'identified' || presence === 'learning') return this.state()
    if (device === null || target === null) throw boardAway(this.state())
    const attempt = this.takeOver('line')
    this.presence.set({ presence: 'connecting', problem: null })
    this.note('taking the board back')
    const problem = await this.reachAgain(attempt, target, device)
    if (problem === null || attempt.over) return this.state()
    await attempt.closeLine()
    if (presence === 'released') this.presence.set({ presence, problem })
    else this.lookFor(attempt, device, problem)
    return this.state()
  }

  /** @throws ProblemError board-away, with what to do, unless the board is identified or learning. */
  client(): ScpiClient {
    if (this.hold === null) throw boardAway(this.state())
    return this.hold.client
  }

  /** What the board can do. @throws ProblemError board-away */
  capability(): BoardCapability {
    if (this.hold === null || this.capable === null) throw boardAway(this.state())
    return this.capable
  }

  /** Tells that a run goes on, or has ended; frames tell it too. */
  learning(is: boolean): void {
    const presence = is ? 'learning' : 'identified'
    if (this.hold !== null && this.presence.now.presence !== presence)
      this.presence.set({ presence })
  }

  /** What a person typed. @returns the answers. @throws ProblemError board-away, or of the board. */
  async send(text: string): Promise<string[]> {
    const hold = this.usable()
    try {
      return await sendTyped(hold.client, text, this.presence.now.presence === 'learning')
    } finally {
      // It may have started or ended a run.
      if (this.hold === hold && !hold.isLost) await this.refresh(hold)
    }
  }

  /** What went over the line after an entry, oldest first. */
  log(after: number): BoardLogEntry[] {
    return this.log_.after(after)
  }

  /** The board's own command tree, asked once per device. @throws ProblemError board-away, or of the board. */
  async headers(): Promise<string[]> {
    const hold = this.usable()
    const { device } = this.presence.now
    return this.headersOf.of(device === null ? '' : nameOf(device), hold.client)
  }

  /** Closes the line, and stops looking. */
  async close(): Promise<void> {
    await this.disconnect()
    this.presence.end()
  }

  private usable(): Hold {
    if (this.hold === null) throw boardAway(this.state())
    return this.hold
  }

  /** Ends what went on before, at once: what comes is the only attempt. */
  private takeOver(reason: AwayReason): Attempt {
    this.away(reason)
    const former = this.attempt?.end() ?? Promise.resolve()
    this.attempt = new Attempt(this.parts, this.presence.counters, former)
    return this.attempt
  }

  private away(reason: AwayReason): void {
    if (this.hold === null) return
    this.hold.holdBack()
    this.hold = null
    this.aways.tell(reason)
  }

  /** Opens a line and gets to know the board on it. @throws ProblemError */
  private async reach(
    attempt: Attempt,
    place: Place,
    accept: Accept,
    isReturn: boolean,
  ): Promise<void> {
    const hold = await attempt.open(
      place,
      (direction, text) => this.log_.add(direction, text),
      (lost, problem) => this.lost(attempt, lost, problem),
    )
    await this.meet(attempt, hold, accept, isReturn)
  }

  /** From `*IDN?` to a board that can be used. @throws ProblemError */
  private async meet(
    attempt: Attempt,
    hold: Hold,
    accept: Accept,
    isReturn: boolean,
  ): Promise<void> {
    const { client, place } = hold
    const { identity, capability } = await hold.ask(accept)
    let problem: Problem | null = null
    for (const done of isReturn ? this.backs.tell(client) : []) {
      problem ??= await done.then(
        () => null,
        (thrown: unknown) => toProblem(thrown, 'board-not-picked-up'),
      )
    }
    const learning = await hold.isLearning()
    if (attempt.over || hold.isLost) throw lineClosed(client.name, hold.why)
    this.hold = hold
    this.capable = capability
    this.presence.counters.follow(client.counters)
    if (isReturn) this.presence.counters.reconnects++
    const device = deviceOf(identity, capability, place.port)
    this.note(`${isReturn ? 'back: ' : ''}${nameOf(device)}`)
    this.presence.set({
      presence: learning ? 'learning' : 'identified',
      target: place.target,
      device,
      problem,
    })
    hold.handOn((frame) => this.frame(frame))
    void keepAsking(hold, this.parts.timers, {
      isOver: () => attempt.over || this.hold !== hold,
      bytesIn: () => this.presence.counters.bytesIn,
      learning: (is) => this.learning(is),
      reported: (reported) => this.presence.set({ problem: reported }),
      silent: (how) => void this.silent(attempt, hold, device, how),
    })
  }

  private frame(frame: BoardFrame): void {
    this.presence.counters.frame(frame)
    this.log_.frame(frame)
    this.learning(frame.learning)
    this.frames.tell(frame, this.parts.epochMs())
    this.presence.tellSoon()
  }

  private async refresh(hold: Hold): Promise<void> {
    try {
      this.learning(await hold.isLearning())
    } catch (thrown) {
      this.note(toProblem(thrown, 'board-state-unknown').message)
    }
  }

  /** One try to reach the known device, wherever it is now; null: it is back. */
  private async reachAgain(
    attempt: Attempt,
    target: BoardTarget,
    device: BoardDevice,
  ): Promise<Problem | null> {
    try {
      const place = await whereIs(target, device, this.parts.discovery)
      if (place === null) return notThere(device)
      await this.reach(attempt, place, sameAfterFlashing(device, pathOf(place)), true)
      return null
    } catch (thrown) {
      return toProblem(thrown, 'reconnect-failed')
    }
  }

  /** The line went away by itself. */
  private lost(attempt: Attempt, hold: Hold, problem: Problem | null): void {
    const { device } = this.presence.now
    // Before the board is known the attempt itself fails, and says so.
    if (attempt.over || this.hold !== hold || device === null) return
    this.away('unplugged')
    this.note(problem?.message ?? 'the line is gone')
    this.lookFor(attempt, device, wentAway(device, problem?.message ?? null))
  }

  private lookFor(attempt: Attempt, device: BoardDevice, problem: Problem): void {
    this.presence.set({ presence: 'reconnecting', problem })
    void search(attempt, device, this.parts, {
      place: async () => {
        const { target } = this.presence.now
        return target === null ? null : whereIs(target, device, this.parts.discovery)
      },
      reach: (place) => this.reach(attempt, place, onlySame(device, pathOf(place)), true),
      tell: (presence, told) => {
        if (!attempt.over) this.presence.set({ presence, problem: told })
      },
    })
  }

  /** The line is there, the board does not answer: it is asked again on the same line. */
  private async silent(
    attempt: Attempt,
    hold: Hold,
    device: BoardDevice,
    how: string,
  ): Promise<void> {
    this.away('line')
    this.note(how)
    this.presence.set({ presence: 'error', problem: fellSilent(device, how) })
    const isBack = await untilItAnswers(
      attempt,
      hold,
      () => this.meet(attempt, hold, onlySame(device, hold.client.name), true),
      (thrown) => this.note(toProblem(thrown, 'board-silent').message),
    )
    if (isBack) return
    if (!attempt.over) this.lookFor(attempt, device, wentAway(device, hold.why?.message ?? null))
  }

  private note(text: string): void {
    this.log_.add('note', text)
  }
}
