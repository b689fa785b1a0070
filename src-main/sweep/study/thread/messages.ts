import type { Problem, StudyForm, StudyName, SweepPlan } from '@contract'
import type { Findings, StudySettings } from '../study'

/** What the thread gets when it starts. */
export interface Wanted {
  study: StudyName
  form: StudyForm
  settings: StudySettings
}

/** What the thread says: it wants something of the lab, or it is done. */
export type FromThread =
  | { kind: 'ask'; what: 'runs' | 'refusals'; plan: SweepPlan; id: number }
  | { kind: 'made'; findings: Findings }
  | { kind: 'failed'; problem: Problem }

/** What the lab answers. */
export interface Answer {
  id: number
  value: unknown
}
