import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from './setup/problem.mjs'
import { endChildrenOnSignals, whenEnded } from './setup/process.mjs'
import { requireNode } from './setup/project.mjs'
import { prepare } from './test/prepare.mjs'
import { runSuite } from './test/run-suite.mjs'
import { NONE } from './test/counts.mjs'
import { formatRow, timed, verdict } from './test/summary.mjs'
import { MOST_SECOND_TRIES, SETUP_BUDGET_MINUTES, SUITES } from './test/suites.mjs'

/** `npm test`: sets everything up, runs every suite, `--full` in their long forms. */
async function main() {
  const full = process.argv.includes('--full')
  endChildrenOnSignals()
  requireNode()
  const reports = mkdtempSync(join(tmpdir(), 'desynclab-test-'))
  whenEnded(() => rmSync(reports, { recursive: true, force: true }))
  /** @type {import('./test/summary.mjs').Row[]} */
  const rows = []
  try {
    const setup = await timed(() => prepare(SUITES))
    const { problems, env, obstacle } = setup.value
    const ready = { ...NONE, passed: problems.length === 0 ? 1 : 0, failed: problems.length }
    rows.push({ name: 'set-up', budgetMinutes: SETUP_BUDGET_MINUTES, ms: setup.ms, ...ready })
    for (const suite of SUITES) {
      const why = await obstacle(suite)
      const { name, budgetMinutes } = suite
      if (why) {
        console.error(`\n${name}: could not run, because ${why}`)
        rows.push({ ...NONE, name, budgetMinutes, ms: 0, failed: 1, why })
        continue
      }
      const { value, ms } = await timed(() => runSuite(suite, { full, env, reports }))
      rows.push({ name, budgetMinutes, ms, ...value })
    }
  } catch (error) {
    console.error(describe(error))
    const budgetMinutes = SETUP_BUDGET_MINUTES
    rows.push({ ...NONE, name: 'set-up', budgetMinutes, ms: 0, failed: 1, why: 'see above' })
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  return rows
}

const rows = await main()
console.log('')
for (const row of rows) console.log(formatRow(row))
const { lines, ok } = verdict(rows, MOST_SECOND_TRIES)
for (const line of lines) console.log(line)
process.exitCode = ok ? 0 : 1
