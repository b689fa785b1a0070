import { join } from 'node:path'
import { hasDisplay, startVirtualDisplay } from '../setup/display.mjs'
import { describe } from '../setup/problem.mjs'
import { runNpm } from '../setup/process.mjs'
import { ROOT } from '../setup/project.mjs'
import { NONE, countsOf, reporting } from './counts.mjs'

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./suites.mjs').Suite} Suite */

/**
 * Runs a suite's steps one after the other, all of them even when one fails.
 * @param {Suite} suite
 * @param {{ full: boolean, env: NodeJS.ProcessEnv, reports: string }} options `reports` is a folder for the tools' numbers
 * @returns {Promise<Counts>}
 */
export async function runSuite(suite, { full, env, reports }) {
  const display = suite.window ? await ownDisplay() : undefined
  if (display instanceof Error) {
    console.error(describe(display))
    return { ...NONE, failed: 1 }
  }
  try {
    const total = { ...NONE, again: /** @type {string[]} */ ([]) }
    for (const step of suite.steps) {
      console.log(`\n${suite.name}: ${step.name}`)
      const file = join(reports, `${suite.name}-${step.name}.json`.replaceAll(' ', '-'))
      const extra = reporting(step.counts, file, step.table, step.twice)
      const args = [...((full && step.full) || step.quick), ...extra.args]
      const { code } = await runNpm(args, {
        cwd: ROOT,
        group: true,
        env: { ...process.env, ...env, ...display?.env, ...extra.env },
      })
      const counts = countsOf(step.counts, file, code)
      total.passed += counts.passed
      total.failed += counts.failed
      total.skipped += counts.skipped
      total.again.push(...counts.again)
    }
    return total
  } finally {
    await display?.stop()
  }
}

/**
 * Windows of tests never appear on the user's desktop where that can be had: on Linux.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<void> } | Error | undefined>}
 */
async function ownDisplay() {
  if (process.platform !== 'linux') return undefined
  try {
    return await startVirtualDisplay()
  } catch (error) {
    if (hasDisplay()) return undefined
    return error instanceof Error ? error : new Error(String(error))
  }
}
