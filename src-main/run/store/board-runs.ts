import type { BoardDevice } from '@contract'
import type { Database } from './database'

/** A board forgets its run with its power: one that is further back is not looked for. */
const MOST_RUNS = 200

/** Runs that were learned by a board, newest first; by all four fields of `*IDN?`. */
export function runsOfBoard(database: Database, wanted: BoardDevice): string[] {
  return database
    .rows(
      `SELECT id, device FROM run WHERE device IS NOT NULL AND trashedAt IS NULL
      ORDER BY createdAt DESC, id LIMIT ?`,
      MOST_RUNS,
    )
    .filter(({ device }) => identity(JSON.parse(String(device))) === identity(wanted))
    .map(({ id }) => String(id))
}

const identity = ({ manufacturer, model, serialNumber, firmware }: BoardDevice): string =>
  [manufacturer, model, serialNumber, firmware].join()
