import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  studyResultSchema,
  type StudyFailure,
  type StudyResult,
  type SweepFigure,
  type SweepRow,
} from '@contract'
import { sweepFigures } from '../figures/figures'
import { placeText } from '../plan/placeText'
import { begunPlans } from '../study/folder'
import { KeptSweep } from './kept'
import { withRunNames } from './runNames'

/** Failures beyond so many say nothing new. */
const MOST_FAILURES = 100

/** What lies in the folder of a study: its runs, plan by plan, and what it came to. */
export class StudyRecord {
  private readonly plans = new Map<string, KeptSweep>()

  constructor(readonly folder: string) {}

  private said: StudyResult['verdict'] | null = null

  /** null: it is not finished. */
  result(): StudyResult | null {
    const path = join(this.folder, 'study.json')
    if (!existsSync(path)) return null
    const result = studyResultSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    this.said = result.verdict
    return result
  }

  /** Read once: the whole result has every number of every figure. */
  verdict(): StudyResult['verdict'] | null {
    return this.said ?? this.result()?.verdict ?? null
  }

  /** Runs so far, those of other programs among them. O(new rows). */
  counts(): { planned: number; finished: number; failed: number } {
    const counts = { planned: 0, finished: 0, failed: 0 }
    for (const kept of this.kept()) {
      kept.refresh()
      const { total, finished, failed } = kept.progress()
      counts.planned += total
      counts.finished += finished
      counts.failed += failed
    }
    return counts
  }

  /**
   * What the runs of a plan show so far, or while it has none those of another; every point has the
   * identity of its run.
   */
  figures(wantedPlan: string): SweepFigure[] {
    const wantedOne = this.of(wantedPlan)
    const kept =
      wantedOne !== null && wantedOne.table().length > 0 ? wantedOne : this.most(() => true)
    if (kept === null) return []
    const rows = kept.table()
    const { plan } = kept.sweep
    const measure = plan.base.rule.kind === 'discrete' ? 'lateTrain' : 'train'
    const wanted = { measure, along: 0, by: null, reference: 0 } as const
    const names = new Map(rows.map(({ index, run }) => [String(index), run]))
    return sweepFigures(plan, rows, wanted).map((one) => withRunNames(one, names))
  }

  /** Every run of a plan; null: it was not begun. */
  rows(plan: string): SweepRow[] | null {
    return this.of(plan)?.table() ?? null
  }

  failures(): StudyFailure[] {
    const found: StudyFailure[] = []
    for (const kept of this.kept())
      for (const row of kept.table()) {
        if (row.state !== 'failed') continue
        if (found.length === MOST_FAILURES) return found
        const { run, seed, problem } = row
        const { plan } = kept.sweep
        found.push({ run, plan: plan.name, treatment: placeText(plan, row.cell), seed, problem })
      }
    return found
  }

  /** A run by its identity; null: it is none of this study. */
  find(run: string): { kept: KeptSweep; row: SweepRow } | null {
    for (const kept of this.kept()) {
      const row = kept.table().find((one) => one.run === run)
      if (row !== undefined) return { kept, row }
    }
    return null
  }

  /** Lets go of the rows: the next one who asks reads them anew. */
  forget(): void {
    for (const kept of this.plans.values()) kept.forget()
  }

  /** Of two plans of one name, as of two goes of another size, the one with more runs done. */
  private of(plan: string): KeptSweep | null {
    return this.most((name) => name === plan)
  }

  private most(named: (plan: string) => boolean): KeptSweep | null {
    let most: KeptSweep | null = null
    for (const one of this.kept())
      if (named(one.sweep.plan.name) && one.table().length > (most?.table().length ?? -1))
        most = one
    return most
  }

  private *kept(): Generator<KeptSweep> {
    for (const folder of begunPlans(this.folder)) {
      const known = this.plans.get(folder) ?? new KeptSweep(folder)
      this.plans.set(folder, known)
      yield known
    }
  }
}
