import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import {
  ProblemError,
  toProblem,
  type LabEvent,
  type Problem,
  type SweepEntry,
  type SweepPlan,
  type SweepState,
  type SweepStatus,
} from '@contract'
import { estimate } from '../estimate'
import type { Pool } from '../pool'
import { Sweep } from '../plan/sweep'
import { SweepRunner } from '../runner'
import { wholePlan } from '../shard'
import { isSweepFolder, openFolder } from '../store/folder'
import { KeptSweep } from './kept'
import { isMarked, mark, unmark, wasLeft } from './marker'

/** A window hears of progress at most so often. */
const TELL_MS = 250
const TRASH = 'trash'

export interface SweepsParts {
  /** Where sweeps lie now; each has a folder named by its plan. @throws ProblemError without one */
  directory(): string
  makePool(sweep: Sweep): Pool
  emit(event: LabEvent): void
  nowMs(): number
  /** Calls once after so long. */
  later(ms: number, call: () => void): void
  /** The process that this one belongs to: the same one takes up what it left. */
  owner: number
  /** Somebody else has all cores. */
  elsewhere?(): boolean
  /** The cores are free again. */
  freed?(): void
}

interface Held {
  kept: KeptSweep
  state: SweepState
  runner: SweepRunner | null
  problem: Problem | null
  told: boolean
}

/** The sweeps of a laboratory: one at work at a time, the others wait. */
export class Sweeps {
  private readonly held = new Map<string, Held>()
  private readonly queue: { id: string; retryFailed: boolean }[] = []
  private closed = false

  constructor(private readonly parts: SweepsParts) {}

  /** The cores belong to a sweep. */
  get busy(): boolean {
    return [...this.held.values()].some(({ state }) => state === 'running')
  }

  async estimate(plan: SweepPlan) {
    const sweep = new Sweep(plan)
    sweep.check()
    const pool = this.parts.makePool(sweep)
    return estimate(sweep, pool).finally(() => pool.close())
  }

  /** @throws ProblemError for a plan that cannot be run, or a folder that cannot be written */
  start(plan: SweepPlan): SweepEntry {
    const sweep = new Sweep(plan)
    sweep.check()
    const folder = join(this.parts.directory(), sweep.id)
    openFolder(folder, sweep)
    const held = this.find(sweep.id)
    this.enqueue(held, false)
    return this.entry(held)
  }

  directory(): string {
    return this.parts.directory()
  }

  list(): SweepEntry[] {
    const directory = this.directory()
    if (!existsSync(directory)) return []
    const found = readdirSync(directory).filter((id) => isSweepFolder(join(directory, id)))
    return found
      .flatMap((id) => this.readable(id))
      .map((held) => this.entry(held))
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }

  /** Takes up what an engine of the same window was at work on when it was lost. */
  takeUp(): void {
    for (const { id, folder } of this.list())
      if (isMarked(folder, this.parts.owner)) this.enqueue(this.find(id), false)
  }

  pause(id: string): SweepStatus {
    const held = this.find(id)
    if (held.runner === null) throw new ProblemError(notAtWork)
    held.runner.suspend()
    this.turn(held, 'paused')
    return this.status(held)
  }

  goOn(id: string, retryFailed: boolean): SweepStatus {
    const held = this.find(id)
    if (held.state === 'paused' && held.runner !== null) {
      held.runner.goOn()
      this.turn(held, 'running')
    } else this.enqueue(held, retryFailed)
    return this.status(held)
  }

  stop(id: string): SweepStatus {
    const held = this.find(id)
    const place = this.queue.findIndex((one) => one.id === id)
    if (place >= 0) this.queue.splice(place, 1)
    unmark(held.kept.folder)
    if (held.runner !== null) held.runner.stop()
    else if (held.state === 'waiting') this.turn(held, 'stopped')
    return this.status(held)
  }

  entryOf(id: string): SweepEntry {
    return this.entry(this.find(id))
  }

  /** @throws ProblemError where there is none of that name */
  kept(id: string): KeptSweep {
    // One sweep's rows at a time are held in memory.
    for (const [other, { kept }] of this.held) if (other !== id) kept.forget()
    return this.find(id).kept
  }

  /** @returns where its folder is now */
  trash(id: string): string {
    const held = this.find(id)
    if (held.runner !== null || held.state === 'waiting') throw new ProblemError(atWork)
    const trash = join(this.parts.directory(), TRASH)
    mkdirSync(trash, { recursive: true })
    const taken = (n: number): string => join(trash, n === 0 ? id : `${id}-${n}`)
    let n = 0
    while (existsSync(taken(n))) n++
    renameSync(held.kept.folder, taken(n))
    this.held.delete(id)
    return taken(n)
  }

  /** Gives up the runs under way, as the process ends; their sweeps are taken up another time. */
  close(): void {
    this.closed = true
    for (const { runner } of this.held.values()) runner?.stop()
  }

  private find(id: string): Held {
    const folder = join(this.parts.directory(), id)
    const known = this.held.get(id)
    // The folder of all sweeps may have been changed meanwhile.
    if (known !== undefined && (known.runner !== null || known.kept.folder === folder)) return known
    if (!isSweepFolder(folder)) throw new ProblemError({ ...unknownSweep, where: id })
    const kept = new KeptSweep(folder)
    kept.refresh()
    const held: Held = { kept, state: 'stopped', runner: null, problem: null, told: false }
    this.held.set(id, held)
    return held
  }

  private readable(id: string): Held[] {
    try {
      return [this.find(id)]
    } catch (thrown) {
      this.parts.emit({ kind: 'problem', problem: toProblem(thrown, 'sweep-unreadable') })
      return []
    }
  }

  private enqueue(held: Held, retryFailed: boolean): void {
    const { id } = held.kept
    if (held.runner !== null || this.queue.some((one) => one.id === id)) return
    held.problem = null
    this.queue.push({ id, retryFailed })
    mark(held.kept.folder, this.parts.owner)
    this.turn(held, 'waiting')
    this.wake()
  }

  /** The cores may be free. */
  wake(): void {
    if (this.closed || this.busy || this.parts.elsewhere?.() === true) return
    const first = this.queue.shift()
    if (first === undefined) return
    const held = this.held.get(first.id)
    if (held === undefined) return this.wake()
    void this.work(held, first.retryFailed)
  }

  private async work(held: Held, retryFailed: boolean): Promise<void> {
    const { makePool, nowMs } = this.parts
    const { folder, sweep: begun } = held.kept
    try {
      const sweep = new Sweep(begun.plan)
      held.runner = new SweepRunner({
        folder,
        sweep,
        shard: wholePlan,
        makePool: () => makePool(sweep),
        nowMs,
        retryFailed,
        done: () => this.tellSoon(held),
      })
      this.turn(held, 'running')
      const end = await held.runner.run()
      if (!this.closed) unmark(folder)
      this.leave(held, end)
    } catch (thrown) {
      held.problem = toProblem(thrown, 'sweep-failed')
      this.leave(held, 'failed')
    }
  }

  private leave(held: Held, state: SweepState): void {
    held.kept.refresh()
    held.runner = null
    this.turn(held, state)
    this.free()
  }

  private turn(held: Held, state: SweepState): void {
    held.state = state
    this.tell(held)
    if (state === 'paused') this.free()
  }

  private free(): void {
    this.wake()
    if (!this.busy) this.parts.freed?.()
  }

  private tellSoon(held: Held): void {
    if (held.told) return
    held.told = true
    this.parts.later(TELL_MS, () => {
      held.told = false
      if (held.runner !== null) this.tell(held)
    })
  }

  private tell(held: Held): void {
    if (!this.closed) this.parts.emit({ kind: 'sweep', sweep: this.status(held) })
  }

  private status({ kept, runner, state, problem }: Held): SweepStatus {
    if (runner === null) kept.refresh()
    const progress = runner?.progress() ?? kept.progress()
    const isDone = state === 'stopped' && progress.leftSeconds === 0
    const shown = problem ?? kept.problem
    const now = isDone ? 'finished' : state
    const interrupted = now === 'stopped' && wasLeft(kept.folder)
    return { id: kept.id, state: now, progress, problem: shown, interrupted }
  }

  private entry(held: Held): SweepEntry {
    return { ...this.status(held), ...held.kept.about() }
  }
}

const unknownSweep: Problem = {
  id: 'unknown-sweep',
  severity: 'error',
  message: 'There is no such sweep.',
  tip: 'It may have been deleted, or lie in another folder of runs.',
}

const notAtWork: Problem = {
  id: 'sweep-not-at-work',
  severity: 'error',
  message: 'Nobody works on this sweep.',
  kept: 'All of its results.',
  tip: 'Let it go on first.',
}

const atWork: Problem = {
  id: 'sweep-at-work',
  severity: 'error',
  message: 'A sweep that is at work cannot be deleted.',
  kept: 'It goes on as it is.',
  tip: 'Stop it first.',
}
