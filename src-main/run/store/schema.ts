import { ProblemError } from '@contract'
import type { Database } from './database'

/**
 * The layout of the store, one entry per version: a file of version n is brought to the present
 * one by the entries from n on. An entry that was released is never changed. Numbers in blobs are
 * doubles, little-endian.
 */
export const MIGRATIONS: readonly string[] = [
  // 1: simulated runs.
  `CREATE TABLE run (
    id TEXT PRIMARY KEY,
    createdAt TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    trashedAt TEXT,
    state TEXT NOT NULL,
    interrupted INTEGER NOT NULL DEFAULT 0,
    machine TEXT NOT NULL, task TEXT NOT NULL, schedule TEXT NOT NULL,
    p REAL, b INTEGER NOT NULL, seed INTEGER NOT NULL,
    step INTEGER NOT NULL, runTimeMs REAL NOT NULL,
    trainError REAL, testError REAL, accuracy REAL,
    -- 48 means of the loss over equal stretches of the run so far
    curve BLOB,
    versions TEXT NOT NULL,
    -- JSON without adjustments: as given, and as it is now
    initialConfig TEXT NOT NULL, config TEXT NOT NULL,
    edges INTEGER NOT NULL
  );
  -- What goes on from the newest checkpoint, except what stands elsewhere; packed.
  CREATE TABLE resume (run TEXT PRIMARY KEY, step INTEGER NOT NULL, data BLOB NOT NULL);
  CREATE TABLE checkpoint (
    run TEXT NOT NULL, step INTEGER NOT NULL, number INTEGER NOT NULL, made INTEGER NOT NULL,
    machine BLOB NOT NULL,
    -- the summaries that are not yet full
    open BLOB NOT NULL,
    PRIMARY KEY (run, step)
  );
  CREATE INDEX checkpointByNumber ON checkpoint (run, number);
  -- All adjustments, made and planned, in the order in which they hold; those given from the first.
  CREATE TABLE adjustment (
    run TEXT NOT NULL, given INTEGER NOT NULL, number INTEGER NOT NULL, step INTEGER NOT NULL,
    change TEXT NOT NULL, PRIMARY KEY (run, given, number)
  );
  CREATE TABLE problem (
    run TEXT NOT NULL, number INTEGER NOT NULL, step INTEGER NOT NULL, problem TEXT NOT NULL,
    PRIMARY KEY (run, number)
  );
  -- Whole series in at most 4,096 buckets of equal width: first and last step, min, max, sum.
  CREATE TABLE history (
    run TEXT NOT NULL, series TEXT NOT NULL, part INTEGER NOT NULL, width INTEGER NOT NULL,
    rows BLOB NOT NULL, PRIMARY KEY (run, series, part)
  );
  -- Rows: first and last step, min, max, sum, count; the columns sum up the blob.
  CREATE TABLE summary (
    run TEXT NOT NULL, series TEXT NOT NULL, firstStep INTEGER NOT NULL, lastStep INTEGER NOT NULL,
    min REAL, max REAL, sum REAL, count INTEGER NOT NULL,
    rows BLOB NOT NULL, PRIMARY KEY (run, series, lastStep)
  );
  -- Rows: step, loss, conductance of each edge.
  CREATE TABLE sample (
    run TEXT NOT NULL, firstStep INTEGER NOT NULL, lastStep INTEGER NOT NULL, rows BLOB NOT NULL,
    PRIMARY KEY (run, lastStep)
  );`,
  // 2: runs on a board, which cannot be computed again: every frame is kept.
  `ALTER TABLE run ADD COLUMN device TEXT;
  CREATE TABLE frame (
    run TEXT NOT NULL, number INTEGER NOT NULL, lastStep INTEGER NOT NULL,
    receivedMs REAL NOT NULL, data BLOB NOT NULL, PRIMARY KEY (run, number)
  );
  CREATE TABLE gap (
    run TEXT NOT NULL, number INTEGER NOT NULL, gap TEXT NOT NULL, PRIMARY KEY (run, number)
  );`,
  // 3: runs of bundles: the file that each came from.
  'ALTER TABLE run ADD COLUMN imported TEXT;',
  // 4: frames are looked for by their step: a replay of a day of them is put to any step at once.
  'CREATE INDEX frameByStep ON frame (run, lastStep);',
]

/** Tables that hold rows of a run, besides `run` itself. */
export const RUN_TABLES = [
  'resume',
  'checkpoint',
  'adjustment',
  'problem',
  'history',
  'summary',
  'sample',
  'frame',
  'gap',
] as const

/** Brings a file to the present layout, all or nothing. @throws ProblemError `store-too-new` */
export function migrate(database: Database): void {
  if (versionOf(database) === MIGRATIONS.length) return
  database.transaction(() => {
    // Asked again inside: another process may have been faster.
    for (const step of MIGRATIONS.slice(versionOf(database))) database.exec(step)
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
  })
}

/** @throws ProblemError if a newer version of the program wrote it */
export function versionOf(database: Database): number {
  const version = Number(database.row('PRAGMA user_version')?.user_version)
  if (version > MIGRATIONS.length)
    throw new ProblemError({
      id: 'store-too-new',
      severity: 'error',
      message: `The run store has layout ${version}; this version knows ${MIGRATIONS.length}.`,
      where: database.path.slice(-500),
      kept: 'Nothing was changed.',
      tip: 'Use the newer version of Desynclab, or choose another folder for the runs.',
    })
  return version
}
