/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} budgetMinutes
 * @property {number} ms
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [why] why it could not run
 */

/**
 * One line for one suite: its time against its budget, and its numbers.
 * @param {Row} row
 */
export function formatRow({ name, budgetMinutes, ms, passed, failed, skipped, why }) {
  if (why) return `${name.padEnd(18)} could not run: ${why}`
  const minutes = (ms / 60_000).toFixed(1)
  const over = ms > budgetMinutes * 60_000 ? ', OVER BUDGET' : ''
  const left = skipped > 0 ? `, ${skipped} skipped` : ''
  const time = `${minutes} of ${budgetMinutes} min${over}`.padEnd(16)
  return `${name.padEnd(18)} ${time} ${passed} passed, ${failed} failed${left}`
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
