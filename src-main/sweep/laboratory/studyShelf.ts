import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import {
  ProblemError,
  studyFormSchema,
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
import { isStudyFolder, readStudyStamp, studies, type NamedStudy, type StudyStamp } from '../study'
import { costs } from '../study/costs'
import { wasLeft } from './marker'
import { atWork, notFinished, unknownRun, unknownStudy } from './studyProblems'
import { StudyProgress } from './studyProgress'
import { StudyRecord } from './studyRecord'
import type { StudyWork } from './studyWork'

const TRASH = 'trash'

/** A study of a form that lies in the folder, and what is known of it. */
export interface Held {
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

export const idOf = (study: StudyName, form: StudyForm): string => `${study}-${form}`
export const isAtWork = ({ state }: Held): boolean =>
  ['waiting', 'running', 'paused'].includes(state)
/** Done by one core, or by one board. */
const isAlone = (study: StudyName): boolean => study === 'speed' || study === 'board'

/** What lies in the folder of all studies: each of them by its identity, and what it has to show. */
export class StudyShelf {
  private readonly held = new Map<string, Held>()

  /** @param directory the folder of all studies now, which a user may change */
  constructor(
    private readonly directory: () => string,
    private readonly lanes: number,
  ) {}

  all(): Held[] {
    return [...this.held.values()]
  }

  list(): z.output<EngineCommands['studies']['reply']> {
    const { lanes } = this
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

  /** @returns where its folder is now @throws ProblemError for one that is at work */
  trash(id: string): string {
    const held = this.find(id)
    if (isAtWork(held)) throw new ProblemError(atWork)
    const trash = join(this.directory(), TRASH)
    mkdirSync(trash, { recursive: true })
    const taken = (n: number): string => join(trash, n === 0 ? id : `${id}-${n}`)
    let n = 0
    while (existsSync(taken(n))) n++
    renameSync(held.record.folder, taken(n))
    this.held.delete(id)
    return taken(n)
  }

  /** null: nothing of it is there. */
  known(id: string): Held | null {
    const folder = join(this.directory(), id)
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

  /** @throws ProblemError where nothing of it is there */
  find(id: string): Held {
    const held = this.known(id)
    if (held === null) throw new ProblemError({ ...unknownStudy, where: id })
    return held
  }

  status({ id, study, form, record, stamp, state, problem, work }: Held): StudyStatus {
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
