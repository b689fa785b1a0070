import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StudyResult, SweepPlan, SweepRow } from '@contract'
import type { BundleInput } from '../bundle/input'
import { writeFolder } from '../folder'

export interface WrittenStudy {
  result: StudyResult
  /** Every run, with the plan that it is of. */
  rows: readonly { plan: SweepPlan; rows: readonly SweepRow[] }[]
}

// What makes files is loaded when it is asked for: the charts cost 0.2 s, which a command without a
// report need not wait for.

/**
 * Writes a study's report, figures, plans and runs into a new or empty folder: all or nothing.
 * @returns the names of the files @throws ProblemError `report-folder-taken`
 */
export async function writeStudy(
  folder: string,
  { result, rows }: WrittenStudy,
  pdf: BundleInput['pdf'],
): Promise<string[]> {
  const { studyFiles } = await import('./files')
  return writeFolder(folder, await studyFiles(result, rows, pdf))
}

/**
 * The same into the folder that its runs lie in, in place of what a former go wrote there.
 * `study.json` comes last: where it is, the study is made.
 */
export async function writeStudyBeside(
  folder: string,
  { result, rows }: WrittenStudy,
  pdf: BundleInput['pdf'],
): Promise<string[]> {
  const { studyFiles } = await import('./files')
  const files = await studyFiles(result, rows, pdf)
  const former = (await readdir(folder)).filter((name) => /^(figure-|plan-|report\.)/.test(name))
  for (const name of former) if (!(name in files)) await rm(join(folder, name))
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.part`), content)
    await rename(join(folder, `${name}.part`), join(folder, name))
  }
  return Object.keys(files)
}

/** The page alone, as it is printed. */
export async function studyReportPage(result: StudyResult): Promise<string> {
  const { studyPage } = await import('./page')
  return studyPage(result)
}
