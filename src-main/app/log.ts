import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The log is cut once it is this long; one former part stays. */
const LONGEST_BYTES = 1_000_000

/**
 * Appends lines to `main.log` in the folder; at most 2 MB in all. Writes at once, so that a line
 * about a crash is there after it.
 */
export function openLog(folder: string, now: () => Date): (what: string) => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'main.log')
  return (what) => {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size > LONGEST_BYTES) renameSync(file, `${file}.1`)
    appendFileSync(file, `${now().toISOString()} ${what}\n`)
  }
}

/** An error with its stack, or any other thrown value, as text. */
export function errorText(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}
