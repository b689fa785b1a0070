import { ProblemError, type Problem, type SweepRow } from '@contract'
import { Sweep } from '../plan/sweep'
import { parseShard, runCountOf, runsOf, wholePlan, type Shard } from '../shard'
import { openFolder, readFolderPlan, readStamp } from './folder'
import { outranks, rowsByIndex, Scan } from './scan'
import { ResultsWriter } from './writer'

/** Runs of a shard that nobody has done. */
export interface MissingShard {
  shard: Shard
  missing: number
  of: number
}

export interface Merged {
  sweep: Sweep
  /** Each run once, in the order of the plan. */
  rows: SweepRow[]
  /** Runs without a result. */
  missing: number
  /** By the shards in which the plan was done, if it was. */
  shards: MissingShard[]
  /** Damaged lines and foreign files that were left out. */
  problems: Problem[]
}

const refuse = (id: string, message: string, where: string, tip: string): ProblemError =>
  new ProblemError({
    id,
    severity: 'error',
    message,
    where: where.slice(-500),
    kept: 'Every folder is as it was.',
    tip,
  })

/** The plan of all folders. @throws ProblemError where one has another, or another engine. */
function commonSweep(folders: readonly string[]): Sweep {
  const [first, ...others] = folders.map((folder) => ({ folder, stamp: readStamp(folder) }))
  for (const { folder, stamp } of others) {
    if (stamp.plan !== first.stamp.plan)
      throw refuse(
        'merge-other-plan',
        `It is of another plan than ${first.folder}.`,
        folder,
        'Merge only folders of one plan.',
      )
    if (stamp.engine !== first.stamp.engine)
      throw refuse(
        'merge-other-engine',
        `It is of the engine ${stamp.engine}, and ${first.folder} of ${first.stamp.engine}.`,
        folder,
        'Run one of them again: results of two engines are not one sweep.',
      )
  }
  const sweep = new Sweep(readFolderPlan(first.folder), first.stamp.engine)
  if (sweep.id === first.stamp.plan) return sweep
  throw refuse(
    'plan-changed',
    'The plan in this folder was changed after its runs.',
    first.folder,
    'Put the plan back as it was, or run the changed one into another folder.',
  )
}

/** What has to be equal of two results of one run: all but the time it took. */
function substance(row: SweepRow): string {
  if (row.state === 'failed') return row.problem.id
  return JSON.stringify({ ...row.result, seconds: 0 })
}

function missingShards(scans: readonly Scan[], done: ReadonlyMap<number, unknown>, runs: number) {
  const counts = new Set(scans.flatMap(({ shards }) => [...shards]).map((s) => parseShard(s).count))
  const [count] = counts
  // Shards of different cuts overlap: then there is no telling whose a run was.
  if (counts.size !== 1 || count === 1) return []
  const missing: MissingShard[] = []
  for (let number = 1; number <= count; number++) {
    const shard = { number, count }
    let left = 0
    for (const index of runsOf(shard, runs)) if (!done.has(index)) left++
    if (left > 0) missing.push({ shard, missing: left, of: runCountOf(shard, runs) })
  }
  return missing
}

/**
 * The results in folders of one plan as one. O(results) in time and memory.
 * @throws ProblemError on a mixture: other plan, other engine, or two results of one run that differ
 */
export function merge(folders: readonly string[]): Merged {
  const sweep = commonSweep(folders)
  const scans = folders.map((folder) => new Scan(folder, sweep))
  const rows = new Map<number, { row: SweepRow; folder: string }>()
  scans.forEach((scan, i) => {
    for (const row of scan.rows()) {
      const other = rows.get(row.index)
      if (other?.row.state === row.state && substance(other.row) !== substance(row))
        throw refuse(
          'merge-different-results',
          `Run ${row.index} has another result than in ${other.folder}.`,
          folders[i],
          'One of both computers computes wrongly, or a file was changed: run it again on each.',
        )
      if (outranks(row, other?.row)) rows.set(row.index, { row, folder: folders[i] })
    }
  })
  return {
    sweep,
    rows: [...rows.values()].map(({ row }) => row).sort((a, b) => a.index - b.index),
    missing: sweep.count - rows.size,
    shards: missingShards(scans, rows, sweep.count),
    problems: scans.flatMap(({ problems }) => problems),
  }
}

/** Writes what a folder does not have yet. @throws ProblemError where it is another sweep's */
export function writeMerged({ sweep, rows }: Merged, folder: string): void {
  openFolder(folder, sweep)
  const there = rowsByIndex(new Scan(folder, sweep))
  const fresh = rows.filter((row) => outranks(row, there.get(row.index)))
  if (fresh.length === 0) return
  const writer = new ResultsWriter(folder, sweep, wholePlan)
  for (const row of fresh) writer.write(row)
  writer.close()
}
