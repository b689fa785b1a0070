import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LibraryEntry, LibraryFilter } from '@contract'
import { ProblemError } from '@contract'
import { Database } from './database'
import { listRuns } from './library'
import { StoreLock } from './lock'
import { storeProblem } from './problems'
import { migrate, versionOf, MIGRATIONS } from './schema'

const FILE = 'runs.sqlite'

/**
 * All runs of a folder, in one SQLite file in WAL mode: one process writes, any number reads
 * meanwhile. The functions of this room work on its `database`.
 */
export class RunStore {
  private constructor(
    readonly directory: string,
    readonly database: Database,
    private readonly lock: StoreLock | null,
  ) {}

  /**
   * To read and to write; what a former process left running is marked interrupted.
   * @param program who writes, for others that want to
   * @throws ProblemError `store-in-use`, `store-too-new`, or that it cannot be opened or made
   */
  static open(directory: string, program: string, patienceMs?: number): RunStore {
    makeDirectory(directory)
    const lock = StoreLock.take(directory, program, patienceMs)
    try {
      const database = new Database(join(directory, FILE))
      // Must be set before the first table is made; costs nothing while nothing is deleted.
      database.exec('PRAGMA auto_vacuum = INCREMENTAL')
      database.rows('PRAGMA journal_mode = WAL')
      // Each transaction is on the disk when it ends: a power cut costs the last second, not more.
      database.exec('PRAGMA synchronous = FULL')
      migrate(database)
      database.exec("UPDATE run SET state = 'paused', interrupted = 1 WHERE state = 'running'")
      return new RunStore(directory, database, lock)
    } catch (thrown) {
      lock.release()
      throw thrown
    }
  }

  /**
   * To read only, also while another process writes.
   * @throws ProblemError `no-store`, `store-too-new`
   */
  static read(directory: string): RunStore {
    const path = join(directory, FILE)
    if (!existsSync(path)) throw noStore(directory)
    // With a journal left beside it only SQLite knows what the file holds.
    const unchanging = isReadOnly(directory) && !existsSync(`${path}-wal`)
    const database = new Database(path, undefined, unchanging)
    database.exec('PRAGMA query_only = 1')
    if (versionOf(database) < MIGRATIONS.length) {
      database.close()
      // Only who may write can bring it to the present layout.
      RunStore.open(directory, 'desynclab').close()
      return RunStore.read(directory)
    }
    return new RunStore(directory, database, null)
  }

  list(filter: LibraryFilter = {}): LibraryEntry[] {
    return listRuns(this.database, filter, this.lock !== null || StoreLock.isTaken(this.directory))
  }

  close(): void {
    try {
      if (this.lock !== null) this.database.rows('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      this.database.close()
      this.lock?.release()
    }
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (thrown) {
    throw storeProblem(thrown, directory)
  }
}

/** A disk without write access, not a folder of somebody else. */
function isReadOnly(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK)
    return false
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EROFS'
  }
}

function noStore(directory: string): ProblemError {
  return new ProblemError({
    id: 'no-store',
    severity: 'error',
    message: 'There are no stored runs there.',
    where: directory.slice(-500),
    tip: 'Record one with `desynclab run --record` or in the window, or name another folder.',
  })
}
