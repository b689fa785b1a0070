import type { Frame } from '@contract'
import type { IntervalsInput } from './intervals'
import type { Numbers } from './numbers'
import { stepOfRow, updatedOn, type RasterInput } from './raster'
import type { TimeIntervalsInput } from './timeIntervals'

const totalOf = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0)

/** How often each interval was measured and should have been; the last is that or longer. */
export function intervalNumbers({ counts, law }: IntervalsInput): Numbers {
  const total = totalOf(counts)
  const last = lastAbove(counts, law?.law)
  return {
    columns: [
      { name: 'interval', unit: 'steps' },
      { name: 'measured' },
      ...(law ? [{ name: 'expected', unit: law.label }] : []),
    ],
    rows: Array.from({ length: last }, (_, n) => [
      n + 1,
      counts[n + 1],
      ...(law ? [total * law.law[n + 1]] : []),
    ]),
  }
}

/** The same in simulated time. */
export function timeIntervalNumbers({ counts, binS, law }: TimeIntervalsInput): Numbers {
  const total = totalOf(counts)
  return {
    columns: [
      { name: 'from', unit: 's' },
      { name: 'to', unit: 's' },
      { name: 'measured' },
      { name: 'expected', unit: 'exponential' },
    ],
    rows: Array.from({ length: lastAbove(counts, law) + 1 }, (_, n) => [
      n * binS,
      (n + 1) * binS,
      counts[n],
      total * law[n],
    ]),
  }
}

/** The last place where anything was measured, or is expected once in a million. */
function lastAbove(counts: Uint32Array, law: Float64Array | undefined): number {
  let last = counts.length - 1
  while (last > 1 && counts[last] === 0 && (law?.[last] ?? 0) < 1e-6) last--
  return last
}

/** A row per edge: its updates in view, all of them, and what its schedule says. */
export function rasterNumbers(
  { raster, edges, window }: RasterInput,
  timing: Frame['timing'] | null,
  names: readonly string[],
): Numbers {
  const oldest = Math.max(0, raster.steps - window)
  const shown = Array.from({ length: raster.steps - oldest }, (_, n) => oldest + n)
  return {
    columns: [
      { name: 'edge' },
      { name: 'between' },
      { name: 'updates in view' },
      { name: 'steps in view' },
      ...(timing
        ? [
            { name: 'updates since step 0' },
            { name: 'last update', unit: 'step' },
            { name: 'expected updates', unit: '1/step' },
          ]
        : []),
    ],
    rows: Array.from({ length: edges }, (_, edge) => [
      edge,
      names[edge],
      shown.filter((row) => updatedOn(raster, row, edge)).length,
      shown.length,
      ...(timing
        ? [timing.updates[edge], timing.lastUpdate[edge], timing.updateProbability[edge]]
        : []),
    ]),
  }
}

/** A row per step in view, a column per edge: 1 where it updated. */
export function rasterSteps({ raster, edges, window }: RasterInput, names: readonly string[]) {
  const oldest = Math.max(0, raster.steps - window)
  const rows = Array.from({ length: raster.steps - oldest }, (_, n) => [
    stepOfRow(raster, oldest + n),
    ...(raster.timeS ? [raster.timeS[oldest + n]] : []),
    ...Array.from({ length: edges }, (_, edge) => Number(updatedOn(raster, oldest + n, edge))),
  ])
  const time = raster.timeS ? [{ name: 'simulated time', unit: 's' }] : []
  const columns = [{ name: 'step' }, ...time, ...names.map((name) => ({ name }))]
  return { columns, rows } satisfies Numbers
}
