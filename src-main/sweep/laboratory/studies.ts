import { join } from 'node:path'
import {
  ProblemError,
  toProblem,
  type StudyName,
  type StudyResult,
  type StudyStatus,
  type SweepPlan,
  type SweepRow,
  type SweepState,
} from '@contract'
import { engineVersion } from '../plan/engine'
import { isStudyFolder, noteWorked, openStudyFolder, StudyStopped, type StudyStamp } from '../study'
import { isMarked, mark, unmark } from './marker'
import type { StudiesParts, StudyWanted, Workshop } from './studiesParts'
import { notAtWork } from './studyProblems'
import { idOf, isAtWork, StudyShelf, type Held } from './studyShelf'
import { StudyWork } from './studyWork'

const TELL_MS = 250

/** The studies of a laboratory: one of each form, one at work at a time. */
export class Studies {
  private readonly shelf: StudyShelf
  private readonly queue: { held: Held; workshop: Workshop }[] = []
  private closed = false

  constructor(private readonly parts: StudiesParts) {
    this.shelf = new StudyShelf(() => parts.directory(), parts.lanes)
  }

  /** The cores belong to a study. */
  get busy(): boolean {
    return this.shelf.all().some(({ state }) => state === 'running')
  }

  list() {
    return this.shelf.list()
  }

  read(id: string) {
    return this.shelf.read(id)
  }

  /** A run by its identity. @throws ProblemError */
  run(id: string, run: string) {
    return this.shelf.run(id, run)
  }

  /** A finished one with all of its runs. @throws ProblemError */
  result(id: string): StudyResult {
    return this.shelf.result(id)
  }

  /** Every run of one of its plans; null: they are gone. */
  rows(id: string, plan: SweepPlan): SweepRow[] | null {
    return this.shelf.rows(id, plan)
  }

  /** @returns where its folder is now */
  trash(id: string): string {
    return this.shelf.trash(id)
  }

  /** @throws ProblemError for a board that is not there, or a folder that cannot be written */
  async start(wanted: StudyWanted): Promise<StudyStatus> {
    const id = idOf(wanted.study, wanted.form)
    const present = this.shelf.known(id)
    if (present !== null && isAtWork(present)) return this.shelf.status(present)
    const workshop = await this.workshop(wanted.study, wanted.board)
    try {
      const { laboratoryStepS } = wanted
      const identity = { study: wanted.study, form: wanted.form, laboratoryStepS }
      const folder = join(this.parts.directory(), id)
      if (present !== null && !goesOn(present, { ...identity, machine: workshop.machine }))
        this.trash(id)
      openStudyFolder(folder, { ...identity, machine: workshop.machine })
      return this.enqueue(this.shelf.find(id), workshop)
    } catch (thrown) {
      await workshop.close()
      throw thrown
    }
  }

  pause(id: string): StudyStatus {
    const held = this.shelf.find(id)
    if (held.work === null || held.state !== 'running') throw new ProblemError(notAtWork)
    held.work.suspend()
    const status = this.turn(held, 'paused')
    this.free()
    return status
  }

  /** A paused one, or one that was stopped, by whatever. @throws ProblemError */
  async goOn(id: string): Promise<StudyStatus> {
    const held = this.shelf.find(id)
    if (held.work !== null) {
      held.work.goOn()
      return this.turn(held, 'running')
    }
    if (isAtWork(held)) return this.shelf.status(held)
    const { study, form, laboratoryStepS, machine } = held.stamp
    const which = machine.includes('virtual') ? 'virtual' : 'connected'
    const workshop = await this.workshop(study, which)
    try {
      const identity = { study, form, laboratoryStepS, machine: workshop.machine }
      openStudyFolder(held.record.folder, identity)
      return this.enqueue(held, workshop)
    } catch (thrown) {
      await workshop.close()
      throw thrown
    }
  }

  stop(id: string): StudyStatus {
    const held = this.shelf.find(id)
    const place = this.queue.findIndex((one) => one.held === held)
    unmark(held.record.folder)
    if (place >= 0) {
      const [{ workshop }] = this.queue.splice(place, 1)
      void workshop.close()
      return this.turn(held, 'stopped')
    }
    held.work?.end()
    return this.shelf.status(held)
  }

  /** Takes up what an engine of the same window was at work on when it was lost; boards are asked for. */
  takeUp(): void {
    for (const { study, forms } of this.list().studies)
      for (const { status } of forms)
        if (status !== null && study !== 'board' && isMarked(status.folder, this.parts.owner))
          this.enqueue(this.shelf.find(status.id), this.parts.simulation)
  }

  /** The cores may be free. */
  wake(): void {
    if (this.closed || this.busy || this.parts.elsewhere()) return
    const first = this.queue.shift()
    if (first !== undefined) void this.perform(first.held, first.workshop)
  }

  /** Gives up the runs under way, as the process ends; studies are taken up another time. */
  close(): void {
    this.closed = true
    for (const { work } of this.shelf.all()) work?.end()
  }

  private workshop(study: StudyName, which: StudyWanted['board']): Promise<Workshop> {
    return study === 'board' ? this.parts.board(which) : Promise.resolve(this.parts.simulation)
  }

  private enqueue(held: Held, workshop: Workshop): StudyStatus {
    held.problem = null
    this.queue.push({ held, workshop })
    mark(held.record.folder, this.parts.owner)
    this.turn(held, 'waiting')
    this.wake()
    return this.shelf.status(held)
  }

  private async perform(held: Held, workshop: Workshop): Promise<void> {
    const { nowMs } = this.parts
    const { study, form, stamp } = held
    const { folder } = held.record
    const startMs = nowMs()
    const work = new StudyWork(this.parts, {
      ...{ study, form, folder, stamp, workshop },
      begun: () => this.tell(held),
      done: () => this.tellSoon(held),
    })
    held.work = work
    this.turn(held, 'running')
    try {
      await work.run()
      held.stamp = noteWorked(folder, nowMs() - startMs)
      this.leave(held, 'finished')
    } catch (thrown) {
      if (isStudyFolder(folder)) held.stamp = noteWorked(folder, nowMs() - startMs)
      if (!(thrown instanceof StudyStopped)) held.problem = toProblem(thrown, 'study-failed')
      this.leave(held, thrown instanceof StudyStopped ? 'stopped' : 'failed')
    } finally {
      await workshop.close()
      this.free()
    }
  }

  private free(): void {
    this.wake()
    if (!this.busy) this.parts.freed()
  }

  private leave(held: Held, state: SweepState): void {
    held.work = null
    // As the process ends the mark stays: the next engine, or the next start, goes on.
    if (!this.closed) unmark(held.record.folder)
    this.turn(held, state)
  }

  private turn(held: Held, state: SweepState): StudyStatus {
    held.state = state
    this.tell(held)
    return this.shelf.status(held)
  }

  private tellSoon(held: Held): void {
    if (held.told) return
    held.told = true
    this.parts.later(TELL_MS, () => {
      held.told = false
      if (held.work !== null) this.tell(held)
    })
  }

  private tell(held: Held): void {
    if (!this.closed) this.parts.emit({ kind: 'study', study: this.shelf.status(held) })
  }
}

/** Whether what lies there is a part of what is wanted. */
function goesOn({ stamp, state }: Held, wanted: object): boolean {
  if (state === 'finished') return false
  const same = Object.entries(wanted).every(
    ([key, value]) => stamp[key as keyof StudyStamp] === value,
  )
  return same && stamp.engine === engineVersion
}
