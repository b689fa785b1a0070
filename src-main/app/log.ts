import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The log is cut once it is this long; one former part stays. */
const LONGEST_BYTES = 1_000_000

/**
 * Appends lines to `main.log` in the folder; at most 2 MB in all. Writes at once, so that a line
 * about a crash is there after it. On a full disk nobody who logs fails of that, least of all who
 * logs a failure: why a line is missing is told once, until lines are written again.
 * @param complain where that is told
 */
export function openLog(
  folder: string,
  now: () => Date,
  complain: (text: string) => void = (text) => void process.stderr.write(`${text}\n`),
): (what: string) => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'main.log')
  let written = true
  return (what) => {
    try {
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (size > LONGEST_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${now().toISOString()} ${what}\n`)
      written = true
    } catch (thrown) {
      if (written) complain(`The log cannot be written: ${String(thrown)}. It would say: ${what}`)
      written = false
    }
  }
}

/** An error with its stack, or any other thrown value, as text. */
export function errorText(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}
