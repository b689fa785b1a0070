import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NONE, countsOf } from './counts.mjs'
import { formatRow, verdict } from './summary.mjs'

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
  expect(countsOf('vitest', file, 1)).toEqual({ passed: 40, failed: 2, skipped: 1, again: [] })
  put({ stats: { expected: 9, unexpected: 1, flaky: 0, skipped: 0 } })
  const counts = { passed: 9, failed: 1, skipped: 0, again: [] }
  expect(countsOf('playwright', file, 1)).toEqual(counts)
})

test('what passed at the second try counts as passed, and is named', () => {
  const specs = [
    { title: 'starts', tests: [{ status: 'expected' }] },
    { title: 'ends', tests: [{ status: 'flaky' }] },
  ]
  const suites = [{ file: 'a.spec.ts', suites: [{ file: 'a.spec.ts', specs }] }]
  put({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }, suites })
  const counts = countsOf('playwright', file, 0)
  expect(counts).toEqual({ passed: 2, failed: 0, skipped: 0, again: ['a.spec.ts: ends'] })
})

test('a few second tries are told, more are a failure', () => {
  const row = { ...NONE, name: 'e2e', budgetMinutes: 8, ms: 0, passed: 5 }
  const one = verdict([{ ...row, again: ['a'] }, row], 1)
  expect(one).toEqual({
    lines: ['passed at the second try only: a', '10 passed, 0 failed'],
    ok: true,
  })
  const two = verdict([{ ...row, again: ['a', 'b'] }], 1)
  expect(two.ok).toBe(false)
  expect(two.lines.at(-1)).toBe('5 passed, 1 failed')
  expect(formatRow({ ...row, again: ['a'] })).toContain('5 passed, 0 failed, 1 at the second try')
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
  const row = { ...NONE, name: 'e2e', budgetMinutes: 8, passed: 3 }
  expect(formatRow({ ...row, ms: 60_000 })).toMatch(/1\.0 of 8 min\s+3 passed, 0 failed$/)
  expect(formatRow({ ...row, ms: 500_000 })).toContain('OVER BUDGET')
  expect(formatRow({ ...row, ms: 0, why: 'no display' })).toContain('could not run: no display')
})
