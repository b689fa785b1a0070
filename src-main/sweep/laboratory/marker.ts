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

/** Whether an engine of the same window was at work on it, and ended without a word. */
export function isMarked(folder: string, owner: number): boolean {
  try {
    return readFileSync(join(folder, MARKER), 'utf8').trim() === String(owner)
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return false
    throw thrown
  }
}
