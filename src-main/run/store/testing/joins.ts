import type { Database } from '../database'

/**
 * What is wrong with a recorded run: the file as SQLite sees it, and the summary of each step's
 * loss, whose rows must join one another so that no step is missing and none is there twice.
 */
export function faultsOf(database: Database, run: string): string[] {
  const found = database.rows('PRAGMA integrity_check').map((row) => String(row.integrity_check))
  const faults = found.filter((text) => text !== 'ok')
  const rows = database.rows(
    "SELECT firstStep, lastStep FROM summary WHERE run = ? AND series = 'batch' ORDER BY lastStep",
    run,
  )
  let last = 0
  for (const { firstStep, lastStep } of rows) {
    if (Number(firstStep) !== last + 1) faults.push(`step ${firstStep} follows step ${last}`)
    last = Number(lastStep)
  }
  const kept = database.row('SELECT max(step) AS step FROM checkpoint WHERE run = ?', run)
  const { step } = database.row('SELECT step FROM run WHERE id = ?', run) ?? {}
  if (kept?.step !== step) faults.push(`at step ${step}, with a checkpoint at ${kept?.step}`)
  return faults
}
