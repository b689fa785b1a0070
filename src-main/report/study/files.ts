import type { StudyResult, SweepPlan, SweepRow } from '@contract'
import { sweepFigureCsv } from '@figures'
import type { BundleInput } from '../bundle/input'
import { studySvg } from './figures'
import { studyPage } from './page'
import { runsCsv } from './runs'

/** A name of a file out of words. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

/** The files of a study's folder: the report, what it is made of, and every run. */
export function studyFiles(
  result: StudyResult,
  made: readonly { plan: SweepPlan; rows: readonly SweepRow[] }[],
  pdf: BundleInput['pdf'],
): Record<string, string | Uint8Array> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const figures = result.figures.flatMap((figure, i) => {
    const name = `figure-${String(i + 1).padStart(2, '0')}-${slug(figure.title)}`
    return [
      [`${name}.svg`, studySvg(figure)],
      [`${name}.csv`, sweepFigureCsv(figure)],
    ] as const
  })
  return {
    'report.html': studyPage(result),
    ...(pdf.content === null ? {} : { 'report.pdf': pdf.content }),
    'study.json': json(result),
    'runs.csv': runsCsv(made),
    ...Object.fromEntries(result.plans.map((plan) => [`plan-${slug(plan.name)}.json`, json(plan)])),
    ...Object.fromEntries(figures),
  }
}
