import type { StudyResult, SweepPlan, SweepRow } from '@contract'
import type { BundleInput } from '../bundle/input'
import { writeFolder } from '../folder'

/**
 * Writes a study's report, figures, plans and runs into a new or empty folder: all or nothing.
 * @returns the names of the files @throws ProblemError `report-folder-taken`
 */
export async function writeStudy(
  folder: string,
  result: StudyResult,
  made: readonly { plan: SweepPlan; rows: readonly SweepRow[] }[],
  pdf: BundleInput['pdf'],
): Promise<string[]> {
  // Loaded here: the charts cost 0.2 s, which a command without a report need not wait for.
  const { studyFiles } = await import('./files')
  return writeFolder(folder, studyFiles(result, made, pdf))
}

/** The page alone, as it is printed. */
export async function studyReportPage(result: StudyResult): Promise<string> {
  const { studyPage } = await import('./page')
  return studyPage(result)
}
