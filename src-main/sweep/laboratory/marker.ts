import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** In a sweep's folder while a window's engine works on it: the process that this engine belongs to. */
const MARKER = 'at-work'

export function mark(folder: string, owner: number): void {
  writeFileSync(join(folder, MARKER), `${owner}\n`)
}

export function unmark(folder: string): void {
  rmSync(join(folder, MARKER), { force: true })
}

/** Whose engine was at work on it and ended without a word; null: nobody's. */
function ownerOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, MARKER), 'utf8').trim()
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
    throw thrown
  }
}

/** Whether it was an engine of the same window. */
export const isMarked = (folder: string, owner: number): boolean =>
  ownerOf(folder) === String(owner)

/** Whether somebody was at work on it when the program ended, or went down. */
export const wasLeft = (folder: string): boolean => ownerOf(folder) !== null
