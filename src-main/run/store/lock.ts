import { join } from 'node:path'
import { ProblemError } from '@contract'
import { Database } from './database'
import { storeInUse } from './problems'

/** Whoever is just looking, or has just been killed, lets go within this time, ms. */
const PATIENCE_MS = 3000

/**
 * The right to write a store, for one process at a time. It is a lock of SQLite on a file of its
 * own, so the operating system takes it back when the process ends, however it ends: there is
 * nothing to clean up, and no process id that another process may have got meanwhile.
 */
export class StoreLock {
  private constructor(private readonly file: Database) {}

  /**
   * @param program who takes it, for those who come later
   * @throws ProblemError `store-in-use`, and what opening throws
   */
  static take(directory: string, program: string, patienceMs = PATIENCE_MS): StoreLock {
    const file = new Database(join(directory, 'lock.sqlite'), patienceMs)
    try {
      file.exec('CREATE TABLE IF NOT EXISTS owner (pid INTEGER, program TEXT)')
      file.transaction(() => {
        file.exec('DELETE FROM owner')
        file.run('INSERT INTO owner VALUES (?, ?)', process.pid, program)
      })
      // Held until the end: others can read who it is, and cannot take it.
      file.exec('BEGIN IMMEDIATE')
      return new StoreLock(file)
    } catch (thrown) {
      const busy = thrown instanceof ProblemError && thrown.problem.id === 'store-busy'
      const owner = busy ? ownerOf(file) : ''
      file.close()
      throw busy ? new ProblemError(storeInUse(directory, owner)) : thrown
    }
  }

  /** Whether somebody holds it now. */
  static isTaken(directory: string): boolean {
    const file = new Database(join(directory, 'lock.sqlite'), 0)
    try {
      file.transaction(() => undefined)
      return false
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      // Where nothing can be written nobody writes.
      return thrown.problem.id === 'store-busy'
    } finally {
      file.close()
    }
  }

  release(): void {
    this.file.exec('ROLLBACK')
    this.file.close()
  }
}

function ownerOf(file: Database): string {
  const owner = file.row('SELECT pid, program FROM owner')
  return owner === null ? 'an unknown program' : `${owner.program}, process ${owner.pid}`
}
