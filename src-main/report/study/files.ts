import type { StudyResult, SweepPlan, SweepRow } from '@contract'
import type { BundleInput } from '../bundle/input'
import { figureFiles, slug } from '../sweep/figureFiles'
import { studyPage } from './page'
import { runsCsv } from './runs'

/** The files of a study's folder: the report, what it is made of, and every run. */
export async function studyFiles(
  result: StudyResult,
  made: readonly { plan: SweepPlan; rows: readonly SweepRow[] }[],
  pdf: BundleInput['pdf'],
): Promise<Record<string, string | Uint8Array>> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  return {
    'report.html': studyPage(result),
    ...(pdf.content === null ? {} : { 'report.pdf': pdf.content }),
    'runs.csv': runsCsv(made),
    ...Object.fromEntries(result.plans.map((plan) => [`plan-${slug(plan.name)}.json`, json(plan)])),
    ...(await figureFiles(result.figures)),
    // The last one: where it is, the study is made.
    'study.json': json(result),
  }
}
