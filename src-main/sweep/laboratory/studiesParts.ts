import type { EngineCommands, LabEvent, StudyResult, SweepPlan } from '@contract'
import type { z } from 'zod'
import type { Pool } from '../pool'
import type { Sweep } from '../plan/sweep'
import type { Lab, Performed } from '../study'
import type { Making, Wanted } from '../study/thread'

/** What does the runs of a study. */
export interface Workshop {
  /** In words; of a board what it says it is. */
  machine: string
  makePool(sweep: Sweep): Pool
  made?(plan: SweepPlan): SweepPlan
  refusals?: Lab['refusals']
  close(): Promise<void>
}

export type StudyWanted = z.output<EngineCommands['studyStart']['request']>

export interface StudiesParts {
  /** Where studies lie now, each in a folder of its own. @throws ProblemError without one */
  directory(): string
  /** Runs at a time. */
  lanes: number
  simulation: Workshop
  /** @throws ProblemError where there is no board, or it is at work */
  board(which: StudyWanted['board']): Promise<Workshop>
  /** Makes a study in a thread of its own. */
  make(wanted: Wanted, lab: Lab): Making
  /** Writes the report beside the runs. */
  write(folder: string, performed: Performed): Promise<void>
  versions: StudyResult['versions']
  emit(event: LabEvent): void
  /** Epoch time, ms. */
  nowMs(): number
  later(ms: number, call: () => void): void
  owner: number
  /** Somebody else has all cores. */
  elsewhere(): boolean
  /** The cores are free again. */
  freed(): void
}
