import { seriesCsv } from './csv'
import { ensureFree, writeFolder } from './folder'
import type { ReportInput } from './input'

export { ensureFree }
export type { ReportInput }

/**
 * Writes `report.html`, `series.csv` and `run.json` into a new or empty folder, all or none.
 * @throws ProblemError `report-folder-taken` if something is there already
 */
export async function writeReport(
  input: ReportInput,
  directory: string,
): Promise<{ files: string[] }> {
  await ensureFree(directory)
  // Loaded here: the charts cost 0.2 s, which a command without a report need not wait for.
  const { reportPage } = await import('./page')
  const files = await writeFolder(directory, {
    'report.html': reportPage(input),
    'series.csv': seriesCsv(input),
    'run.json': `${JSON.stringify(input.run, null, 2)}\n`,
  })
  return { files }
}
