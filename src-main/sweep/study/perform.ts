import type { StudyForm, StudyResult, SweepPlan, SweepRow } from '@contract'
import type { Lab, NamedStudy, StudySettings } from './study'

export interface Performing {
  form: StudyForm
  settings: StudySettings
  lab: Lab
  /** What learns, in words. */
  machine: string
  /** The command that makes it again. */
  again: string
  versions: StudyResult['versions']
  /** Epoch time and elapsed, ms. */
  nowMs(): number
  /** Of a study that is taken up again: when it was begun, and how long was worked on it, ms. */
  begun?: { startedAt: string; workedMs: number }
}

export interface Performed {
  result: StudyResult
  /** Every run, with the plan that it is of. */
  rows: { plan: SweepPlan; rows: SweepRow[] }[]
}

/** Makes a study and says what came out. @throws ProblemError where its runs cannot be made */
export async function perform(study: NamedStudy, parts: Performing): Promise<Performed> {
  const startMs = parts.nowMs()
  const made: Performed['rows'] = []
  const lab: Lab = {
    refusals: (plan) => parts.lab.refusals(plan),
    async runs(plan) {
      const rows = await parts.lab.runs(plan)
      made.push({ plan, rows })
      return rows
    },
  }
  const findings = await study.make(parts.form, lab, parts.settings)
  const rows = made.flatMap((one) => one.rows)
  return {
    rows: made,
    result: {
      format: 'desynclab-study-1',
      study: study.name,
      title: study.title,
      question: study.question,
      form: parts.form,
      machine: parts.machine,
      ...findings,
      plans: made.map(({ plan }) => plan),
      runs: rows.length,
      failed: rows.filter(({ state }) => state === 'failed').length,
      again: parts.again,
      startedAt: parts.begun?.startedAt ?? new Date(startMs).toISOString(),
      tookMs: (parts.begun?.workedMs ?? 0) + parts.nowMs() - startMs,
      versions: parts.versions,
    },
  }
}
