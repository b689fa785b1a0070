import { readFileSync } from 'node:fs'
import { errorCode } from '../setup/problem.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number, again: string[] }} Counts `again`: the
 *   names of tests that passed at the second try only; they count as passed
 */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0, again: [] }

/**
 * How a step's own tool writes its numbers to `file`.
 * @param {'vitest' | 'playwright' | undefined} tool
 * @param {string} file
 * @param {string} [table] a reporter of Playwright besides, which prints a table of the step's own
 * @param {boolean} [twice] a test that fails is tried once more
 * @returns {{ args: string[], env: NodeJS.ProcessEnv }}
 */
export function reporting(tool, file, table, twice) {
  if (tool === 'vitest') {
    const args = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    return { args, env: {} }
  }
  if (tool === 'playwright') {
    const reporters = ['list', 'json', ...(table ? [table] : [])].join(',')
    const args = ['--', `--reporter=${reporters}`, ...(twice ? ['--retries=1'] : [])]
    return { args, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }
  }
  return { args: [], env: {} }
}

/**
 * The numbers of a finished step. A step that ended badly has at least one failure, whatever
 * its report says; one that ran no test at all has failed.
 * @param {'vitest' | 'playwright' | undefined} tool
 * @param {string} file
 * @param {number} code exit status
 * @returns {Counts}
 */
export function countsOf(tool, file, code) {
  const counts = tool ? readCounts(tool, file) : { ...NONE, passed: code === 0 ? 1 : 0 }
  const nothing = counts.passed + counts.failed === 0
  if (counts.failed === 0 && (code !== 0 || nothing)) return { ...counts, failed: 1 }
  return counts
}

/**
 * @param {'vitest' | 'playwright'} tool
 * @param {string} file
 * @returns {Counts}
 */
function readCounts(tool, file) {
  const report = readReport(file)
  if (!report) return NONE
  if (tool === 'vitest') {
    return {
      ...NONE,
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    }
  }
  const { expected, unexpected, flaky, skipped } = report.stats
  const again = flaky > 0 ? flakyIn(report.suites ?? []) : []
  return { passed: expected + flaky, failed: unexpected, skipped, again }
}

/**
 * @typedef {{ title: string, tests: { status: string }[] }} Spec
 * @typedef {{ file: string, specs?: Spec[], suites?: Group[] }} Group
 */

/**
 * @param {Group[]} groups of Playwright's report
 * @returns {string[]}
 */
function flakyIn(groups) {
  return groups.flatMap(({ file, specs = [], suites = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => `${file}: ${title}`),
    ...flakyIn(suites),
  ])
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && !(error instanceof SyntaxError)) throw error
    return undefined
  }
}
