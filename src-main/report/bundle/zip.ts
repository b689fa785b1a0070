import { zip, type AsyncZippable } from 'fflate'
import type { Entry } from './entry'

/** Already dense: compressing them again only costs time. */
const DENSE = /\.(parquet|pdf|png)$/

/** The files as one ZIP archive, packed on other threads. */
export function zipEntries(entries: readonly Entry[], writtenAt: string): Promise<Uint8Array> {
  const mtime = new Date(writtenAt)
  const files: AsyncZippable = {}
  for (const { name, content } of entries)
    files[name] = [content, { level: DENSE.test(name) ? 0 : 6, mtime }]
  return new Promise((resolve, reject) =>
    zip(files, (error, data) => (error === null ? resolve(data) : reject(error))),
  )
}
