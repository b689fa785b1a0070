import { dirname } from 'node:path'
import { mkdir, writeFile } from 'node:fs/promises'
import { bundleEntries, zipEntries, type BundleInput } from './bundle'
import { ensureFree, writeFolder } from './folder'
import type { ReportInput, Repeats } from './input'

export { bundleSeries, CHECKSUMS, openBundle, readBundle, verifyBundle } from './bundle'
export type { Again, Bundle, BundleInput, RunAgain, Verdict } from './bundle'
export { ensureFree }
export type { ReportInput, Repeats }

/** Whether a path asks for one archive rather than a folder. */
export const isArchive = (path: string): boolean => path.toLowerCase().endsWith('.zip')

/**
 * Writes a run's bundle into a new or empty folder, or as one new `.zip`: all or nothing.
 * @returns the names of the files in it
 * @throws ProblemError `report-folder-taken` if something is there already
 */
export async function writeReport(input: BundleInput, path: string): Promise<{ files: string[] }> {
  await ensureFree(path)
  const entries = await bundleEntries(input)
  const files = entries.map(({ name }) => name)
  if (!isArchive(path)) {
    await writeFolder(path, Object.fromEntries(entries.map(({ name, content }) => [name, content])))
    return { files }
  }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, await zipEntries(entries, input.writtenAt), { flag: 'wx' })
  return { files }
}

/** The page of a report alone, as it is printed. */
export async function reportPage(input: ReportInput): Promise<string> {
  // Loaded here: the charts cost 0.2 s, which a command without a report need not wait for.
  const page = await import('./page')
  return page.reportPage(input)
}
