import type { Range } from './extent'

export interface Bins {
  /** count + 1 ascending edges. */
  edges: Float64Array
  /** Bins are equally wide in the logarithm. */
  log: boolean
}

/** Bins over a range; for logarithmic ones the range is positive. */
export function binsOver([low, high]: Range, count: number, log: boolean): Bins {
  const edges = new Float64Array(count + 1)
  const [from, to] = log ? [Math.log10(low), Math.log10(high)] : [low, high]
  for (let i = 0; i <= count; i++) {
    const at = from + ((to - from) * i) / count
    edges[i] = log ? 10 ** at : at
  }
  // The ends exactly: a value at the end must not fall out by a rounding.
  edges[0] = low
  edges[count] = high
  return { edges, log }
}

/** Values per bin; the last bin holds its upper edge too, values outside go to the end bins. */
export function countInto(values: ArrayLike<number>, { edges, log }: Bins): Uint32Array {
  const count = edges.length - 1
  const counts = new Uint32Array(count)
  const scale = log ? Math.log10 : (value: number) => value
  const from = scale(edges[0])
  const width = (scale(edges[count]) - from) / count
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue
    const place = Math.floor((scale(values[i]) - from) / width)
    counts[Math.min(count - 1, Math.max(0, place))]++
  }
  return counts
}
