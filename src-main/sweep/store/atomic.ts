import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'

/**
 * Puts a file there as a whole or not at all, also on a network file system and while others do the
 * same: the last one wins.
 */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}.tmp`
  const file = openSync(draft, 'wx')
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}
