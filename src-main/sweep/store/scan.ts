import type { Problem, SweepRow } from '@contract'
import type { Sweep } from '../plan/sweep'
import { readResults, resultFiles, type Place } from './rows'

/** The results in a sweep's folder as they come, whoever writes them. */
export class Scan {
  readonly problems: Problem[] = []
  /** Shards that were worked on, as in `2/8`. */
  readonly shards = new Set<string>()
  private readonly places = new Map<string, Place>()
  private readonly foreign = new Set<string>()

  /** @param sweep whose runs are meant */
  constructor(
    private readonly folder: string,
    private readonly sweep: Pick<Sweep, 'id' | 'engine' | 'count'>,
  ) {}

  /** Everything is new again. */
  rewind(): void {
    this.places.clear()
    this.foreign.clear()
    this.problems.length = 0
  }

  /** Rows that were not there at the last call. One run may come twice. O(new bytes). */
  *rows(): Generator<SweepRow> {
    for (const path of resultFiles(this.folder)) {
      if (this.foreign.has(path)) continue
      const place = this.places.get(path) ?? { bytes: 0, lines: 0 }
      this.places.set(path, place)
      for (const found of readResults(path, place)) {
        if (found.kind === 'damaged') this.problems.push(found.problem)
        if (found.kind === 'row' && found.row.index < this.sweep.count) yield found.row
        if (found.kind !== 'header') continue
        const { plan, engine } = found.header
        if (plan === this.sweep.id && engine === this.sweep.engine) {
          this.shards.add(found.header.shard)
          continue
        }
        this.foreign.add(path)
        this.problems.push(foreign(path))
        break
      }
    }
  }
}

/** Whether a row says more than another of the same run: a finished one more than a failed one. */
export const outranks = (
  row: Pick<SweepRow, 'state'>,
  other: Pick<SweepRow, 'state'> | undefined,
): boolean => other === undefined || (other.state === 'failed' && row.state === 'finished')

/** Every run of a folder once, by its number. */
export function rowsByIndex(scan: Scan): Map<number, SweepRow> {
  const rows = new Map<number, SweepRow>()
  for (const row of scan.rows()) if (outranks(row, rows.get(row.index))) rows.set(row.index, row)
  return rows
}

const foreign = (path: string): Problem => ({
  id: 'sweep-foreign-results',
  severity: 'warning',
  message: 'Results of another plan or engine lie in this folder and are left out.',
  where: path.slice(-500),
  kept: 'The file is as it was.',
})
