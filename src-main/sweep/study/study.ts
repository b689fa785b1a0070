import type {
  StudyCriterion,
  StudyForm,
  StudyName,
  StudyTable,
  SweepFigure,
  SweepPlan,
  SweepRow,
} from '@contract'

/** Where a study has its runs made: the pool of this computer, or a board. */
export interface Lab {
  /** Every run of a plan, failed ones among them; in the order of the plan. */
  runs(plan: SweepPlan): Promise<SweepRow[]>
  /** Of each cell of a plan, why what learns cannot do it; null: it can. */
  refusals(plan: SweepPlan): Promise<(string | null)[]>
}

/** What a study came to; see `StudyResult`. */
export interface Findings {
  verdict: { holds: boolean | null; sentence: string }
  criteria: StudyCriterion[]
  tables: StudyTable[]
  figures: SweepFigure[]
  method: string[]
  gaps: string[]
}

/** A question with all that it takes to answer it. `Sizes` says how much is run. */
export interface Study<Sizes> {
  name: StudyName
  title: string
  question: string
  sizes: Record<StudyForm, Sizes>
  make(sizes: Sizes, lab: Lab): Promise<Findings>
}

/** A study that can be asked for by name; what it runs is up to its form. */
export interface NamedStudy {
  name: StudyName
  title: string
  question: string
  make(form: StudyForm, lab: Lab, settings: StudySettings): Promise<Findings>
}

/** What a user may set. */
export interface StudySettings {
  /** Time of a laboratory step, s; of the study `speed`. */
  laboratoryStepS?: number
}
