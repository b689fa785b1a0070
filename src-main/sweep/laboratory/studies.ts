import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import {
  ProblemError,
  studyFormSchema,
  toProblem,
  type EngineCommands,
  type Problem,
  type StudyForm,
  type StudyName,
  type StudyResult,
  type StudyStatus,
  type SweepPlan,
  type SweepRow,
  type SweepState,
} from '@contract'
import type { z } from 'zod'
import type { Sweep } from '../plan/sweep'
import { costs } from '../study/costs'
import {
  isStudyFolder,
  noteWorked,
  openStudyFolder,
  readStudyStamp,
  studies,
  StudyStopped,
  type NamedStudy,
  type StudyStamp,
} from '../study'
import { engineVersion } from '../plan/engine'
import { isMarked, mark, unmark, wasLeft } from './marker'
import type { StudiesParts, StudyWanted, Workshop } from './studiesParts'
import { atWork, notAtWork, notFinished, unknownRun, unknownStudy } from './studyProblems'
import { StudyProgress } from './studyProgress'
import { StudyRecord } from './studyRecord'
import { StudyWork } from './studyWork'

const TELL_MS = 250
const TRASH = 'trash'

interface Held {
  id: string
  study: NamedStudy
  form: StudyForm
  record: StudyRecord
  /** As it was when somebody last began or left it. */
  stamp: StudyStamp
  state: SweepState
  problem: Problem | null
  work: StudyWork | null
  told: boolean
}

/** The studies of a laboratory: one of each form, one at work at a time. */
export class Studies {
  private readonly held = new Map<string, Held>()
  private readonly queue: { held: Held; workshop: Workshop }[] = []
  private closed = false

  constructor(private readonly parts: StudiesParts) {}

  /** The cores belong to a study. */
  get busy(): boolean {
    return [...this.held.values()].some(({ state }) => state === 'running')
  }

  list(): z.output<EngineCommands['studies']['reply']> {
    const { lanes } = this.parts
    return {
      lanes,
      studies: studies.map(({ name, title, question }) => ({
        study: name,
        title,
        question,
        onBoard: name === 'board',
        forms: studyFormSchema.options.map((form) => {
          const { runs, coreSeconds } = costs[name][form]
          const seconds = coreSeconds / (isAlone(name) ? 1 : lanes)
          const held = this.known(idOf(name, form))
          return { form, runs, seconds, status: held === null ? null : this.status(held) }
        }),
      })),
    }
  }

  /** @throws ProblemError for a board that is not there, or a folder that cannot be written */
  async start(wanted: StudyWanted): Promise<StudyStatus> {
    const id = idOf(wanted.study, wanted.form)
    const present = this.known(id)
    if (present !== null && isAtWork(present)) return this.status(present)
    const workshop = await this.workshop(wanted.study, wanted.board)
    try {
      const { laboratoryStepS } = wanted
      const identity = { study: wanted.study, form: wanted.form, laboratoryStepS }
      const folder = join(this.parts.directory(), id)
      if (present !== null && !goesOn(present, { ...identity, machine: workshop.machine }))
        this.trash(id)
      openStudyFolder(folder, { ...identity, machine: workshop.machine })
      return this.enqueue(this.find(id), workshop)
    } catch (thrown) {
      await workshop.close()
      throw thrown
    }
  }

  pause(id: string): StudyStatus {
    const held = this.find(id)
    if (held.work === null || held.state !== 'running') throw new ProblemError(notAtWork)
    held.work.suspend()
    const status = this.turn(held, 'paused')
    this.free()
    return status
  }

  /** A paused one, or one that was stopped, by whatever. @throws ProblemError */
  async goOn(id: string): Promise<StudyStatus> {
    const held = this.find(id)
    if (held.work !== null) {
      held.work.goOn()
      return this.turn(held, 'running')
    }
    if (isAtWork(held)) return this.status(held)
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
    const held = this.find(id)
    const place = this.queue.findIndex((one) => one.held === held)
    unmark(held.record.folder)
    if (place >= 0) {
      const [{ workshop }] = this.queue.splice(place, 1)
      void workshop.close()
      return this.turn(held, 'stopped')
    }
    held.work?.end()
    return this.status(held)
  }

  read(id: string): z.output<EngineCommands['studyRead']['reply']> {
    const held = this.find(id)
    for (const other of this.held.values()) if (other !== held) other.record.forget()
    const made = held.state === 'finished'
    return {
      status: this.status(held),
      result: made ? held.record.result() : null,
      figures: made ? [] : held.record.figures(held.work?.plan?.name ?? ''),
      failures: held.record.failures(),
    }
  }

  /** A run by its identity. @throws ProblemError */
  run(id: string, run: string): { sweep: Sweep; row: SweepRow } {
    const found = this.find(id).record.find(run)
    if (found !== null) return { sweep: found.kept.sweep, row: found.row }
    throw new ProblemError({ ...unknownRun, where: run })
  }

  /** A finished one with all of its runs. @throws ProblemError */
  result(id: string): StudyResult {
    const result = this.find(id).record.result()
    if (result !== null) return result
    throw new ProblemError(notFinished)
  }

  /** Every run of one of its plans; null: they are gone. */
  rows(id: string, plan: SweepPlan): SweepRow[] | null {
    return this.find(id).record.rows(plan.name)
  }

  /** @returns where its folder is now */
  trash(id: string): string {
    const held = this.find(id)
    if (isAtWork(held)) throw new ProblemError(atWork)
    const trash = join(this.parts.directory(), TRASH)
    mkdirSync(trash, { recursive: true })
    const taken = (n: number): string => join(trash, n === 0 ? id : `${id}-${n}`)
    let n = 0
    while (existsSync(taken(n))) n++
    renameSync(held.record.folder, taken(n))
    this.held.delete(id)
    return taken(n)
  }

  /** Takes up what an engine of the same window was at work on when it was lost; boards are asked for. */
  takeUp(): void {
    for (const { study, forms } of this.list().studies)
      for (const { status } of forms)
        if (status !== null && study !== 'board' && isMarked(status.folder, this.parts.owner))
          this.enqueue(this.find(status.id), this.parts.simulation)
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
    for (const { work } of this.held.values()) work?.end()
  }

  private workshop(study: StudyName, which: StudyWanted['board']): Promise<Workshop> {
    return study === 'board' ? this.parts.board(which) : Promise.resolve(this.parts.simulation)
  }

  private known(id: string): Held | null {
    const folder = join(this.parts.directory(), id)
    const held = this.held.get(id)
    // The folder of all studies may have been changed meanwhile.
    if (held !== undefined && (isAtWork(held) || held.record.folder === folder)) return held
    if (!isStudyFolder(folder)) return null
    const stamp = readStudyStamp(folder)
    const { study: name, form } = stamp
    const study = studies.find((one) => one.name === name)
    if (study === undefined || idOf(name, form) !== id) return null
    const record = new StudyRecord(folder)
    const state = existsSync(join(folder, 'study.json')) ? 'finished' : 'stopped'
    const rest = { problem: null, work: null, told: false }
    const made: Held = { id, study, form, record, stamp, state, ...rest }
    this.held.set(id, made)
    return made
  }

  private find(id: string): Held {
    const held = this.known(id)
    if (held === null) throw new ProblemError({ ...unknownStudy, where: id })
    return held
  }

  private enqueue(held: Held, workshop: Workshop): StudyStatus {
    held.problem = null
    this.queue.push({ held, workshop })
    mark(held.record.folder, this.parts.owner)
    this.turn(held, 'waiting')
    this.wake()
    return this.status(held)
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
    return this.status(held)
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
    if (!this.closed) this.parts.emit({ kind: 'study', study: this.status(held) })
  }

  private status({ id, study, form, record, stamp, state, problem, work }: Held): StudyStatus {
    const { machine, startedAt, workedMs } = stamp
    const cost = costs[study.name][form]
    const progress =
      work?.progress() ?? StudyProgress.resting(record.counts(), cost, workedMs, state)
    return {
      ...{ id, study: study.name, form, state, problem, machine, startedAt },
      progress,
      plan: work?.plan?.name ?? '',
      folder: record.folder,
      interrupted: state === 'stopped' && wasLeft(record.folder),
      verdict: state === 'finished' ? (record.verdict() ?? null) : null,
    }
  }
}

const idOf = (study: StudyName, form: StudyForm): string => `${study}-${form}`
const isAtWork = ({ state }: Held): boolean => ['waiting', 'running', 'paused'].includes(state)
/** Done by one core, or by one board. */
const isAlone = (study: StudyName): boolean => study === 'speed' || study === 'board'

/** Whether what lies there is a part of what is wanted. */
function goesOn({ stamp, state }: Held, wanted: object): boolean {
  if (state === 'finished') return false
  const same = Object.entries(wanted).every(
    ([key, value]) => stamp[key as keyof StudyStamp] === value,
  )
  return same && stamp.engine === engineVersion
}
