/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} budgetMinutes
 * @property {number} ms
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} again tests that passed at the second try only
 * @property {string} [why] why it could not run
 */

/**
 * One line for one suite: its time against its budget, and its numbers.
 * @param {Row} row
 */
export function formatRow({ name, budgetMinutes, ms, passed, failed, skipped, again, why }) {
  if (why) return `${name.padEnd(18)} could not run: ${why}`
  const minutes = (ms / 60_000).toFixed(1)
  const over = ms > budgetMinutes * 60_000 ? ', OVER BUDGET' : ''
  const left = skipped > 0 ? `, ${skipped} skipped` : ''
  const second = again.length > 0 ? `, ${again.length} at the second try` : ''
  const time = `${minutes} of ${budgetMinutes} min${over}`.padEnd(16)
  return `${name.padEnd(18)} ${time} ${passed} passed, ${failed} failed${second}${left}`
}

/**
 * The last lines of all suites, and whether they passed: tests that needed a second try are named,
 * and more than so many of them are a failure, too.
 * @param {Row[]} rows
 * @param {number} mostAgain
 */
export function verdict(rows, mostAgain) {
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    rows.reduce((all, row) => all + row[key], 0)
  const again = rows.flatMap((row) => row.again)
  const tooMany = again.length > mostAgain
  const lines = again.map((name) => `passed at the second try only: ${name}`)
  if (tooMany) lines.push(`${again.length} second tries are more than ${mostAgain}: a failure.`)
  const failed = sum('failed') + (tooMany ? 1 : 0)
  return { lines: [...lines, `${sum('passed')} passed, ${failed} failed`], ok: failed === 0 }
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<{ value: T, ms: number }>}
 */
export async function timed(work) {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}
