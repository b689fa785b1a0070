import type { SweepEstimate } from '@contract'
import type { Pool } from './pool'
import type { Sweep } from './plan/sweep'

/** Cells that are tried at most, at equal distances. */
const MOST_TRIED = 12
/** How long each is tried: a thousand steps of a small network. */
const TRY_MS = 150

/** How many runs a plan has and how long they take here, from a short try of some of its cells. */
export async function estimate(sweep: Sweep, pool: Pool): Promise<SweepEstimate> {
  const { count: cells } = sweep.cells
  const tried = Math.min(cells, MOST_TRIED)
  const indices = Array.from({ length: tried }, (_, i) => Math.floor((i * cells) / tried))
  const probes = await Promise.all(indices.map((index) => pool.probe(index, TRY_MS)))
  const known = probes.flatMap((one) => (one.ok ? [one] : []))
  const mean = known.reduce((sum, { seconds }) => sum + seconds, 0) / known.length
  const steps = known.map((one) => one.steps)
  return {
    runs: sweep.count,
    cells,
    lanes: pool.lanes,
    seconds: known.length === 0 ? null : (mean * sweep.count) / Math.min(pool.lanes, sweep.count),
    atMost: ['plateau', 'error'].includes(sweep.plan.stop.kind),
    fewestSteps: known.length === 0 ? null : Math.min(...steps),
    mostSteps: known.length === 0 ? null : Math.max(...steps),
    problems: probes.flatMap((one, i) =>
      one.ok ? [] : [{ cell: sweep.cells.placeOf(indices[i]), problem: one.problem }],
    ),
  }
}
