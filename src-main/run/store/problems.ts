import { ProblemError, type Problem } from '@contract'

const elsewhere = 'Make room there, or choose another folder for the runs and go on.'

/** An error of SQLite as something that a person can act on; any other error as it is. */
export function storeProblem(thrown: unknown, where: string): Error {
  if (thrown instanceof ProblemError) return thrown
  if (!(thrown instanceof Error)) return new Error(String(thrown))
  const code = 'code' in thrown ? String(thrown.code) : ''
  const kept = 'What was recorded before.'
  const problem = (id: string, message: string, tip: string): ProblemError =>
    new ProblemError({ id, severity: 'error', message, where: where.slice(-500), kept, tip })
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC')
    return problem('store-full', 'The disk of the run store is full.', elsewhere)
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES')
    return problem('store-read-only', 'The run store cannot be written.', elsewhere)
  if (code.startsWith('SQLITE_IOERR'))
    return problem(
      'store-unwritable',
      `The disk of the run store fails: ${thrown.message}`,
      elsewhere,
    )
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return problem(
      'store-damaged',
      'The file of the run store is damaged or is something else.',
      'Move it away and start again: a new one is made. Keep the old one for rescue.',
    )
  if (code.startsWith('SQLITE_BUSY'))
    return problem('store-busy', 'Another program holds the run store.', 'Try again.')
  if (/unable to open/i.test(thrown.message) || ['EEXIST', 'ENOTDIR', 'ENOENT'].includes(code))
    return problem('store-unusable', 'The run store cannot be opened or made.', elsewhere)
  return thrown
}

/** @param owner what the other says of itself */
export function storeInUse(where: string, owner: string): Problem {
  return {
    id: 'store-in-use',
    severity: 'error',
    message: `Another program records into this run store: ${owner}.`,
    where: where.slice(-500),
    kept: 'Both stay as they are. Runs of this one are not recorded.',
    tip: 'Close the other one, or choose another folder for the runs. Reading is always possible.',
  }
}

/** @param found how many there are whose identity begins so */
export function noSuchRun(wanted: string, found = 0): ProblemError {
  const run = wanted.slice(0, 100)
  return new ProblemError({
    id: 'no-such-run',
    severity: 'error',
    message:
      found > 1 ? `${found} runs begin with ${run}.` : `There is no run ${run} in the store.`,
    tip: found > 1 ? 'Give more of its identity.' : '`desynclab runs` lists them.',
  })
}
