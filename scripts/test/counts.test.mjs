import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countsOf } from './counts.mjs'
import { formatRow } from './summary.mjs'

let file = ''
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'counts-test-')), 'report.json')
})
afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }))

/** @param {object} report */
const put = (report) => writeFileSync(file, JSON.stringify(report))

test('a step without a report counts as one test', () => {
  expect(countsOf(undefined, file, 0)).toMatchObject({ passed: 1, failed: 0 })
  expect(countsOf(undefined, file, 2)).toMatchObject({ passed: 0, failed: 1 })
})

test('reads the numbers of both tools', () => {
  put({ numPassedTests: 40, numFailedTests: 2, numPendingTests: 1 })
  expect(countsOf('vitest', file, 1)).toEqual({ passed: 40, failed: 2, skipped: 1 })
  put({ stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 0 } })
  expect(countsOf('playwright', file, 1)).toEqual({ passed: 9, failed: 2, skipped: 0 })
})

test('a bad end is a failure, whatever the report says', () => {
  put({ numPassedTests: 40, numFailedTests: 0, numPendingTests: 0 })
  expect(countsOf('vitest', file, 1)).toMatchObject({ passed: 40, failed: 1 })
})

test('no report and no test are failures', () => {
  expect(countsOf('vitest', file, 0)).toMatchObject({ passed: 0, failed: 1 })
  put({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } })
  expect(countsOf('playwright', file, 0)).toMatchObject({ failed: 1 })
})

test('a row tells when a suite took longer than it may', () => {
  const row = { name: 'e2e', budgetMinutes: 8, passed: 3, failed: 0, skipped: 0 }
  expect(formatRow({ ...row, ms: 60_000 })).toMatch(/1\.0 of 8 min\s+3 passed, 0 failed$/)
  expect(formatRow({ ...row, ms: 500_000 })).toContain('OVER BUDGET')
  expect(formatRow({ ...row, ms: 0, why: 'no display' })).toContain('could not run: no display')
})
