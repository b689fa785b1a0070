import type { PyramidSnapshot } from '../pyramid'

const POINTS = 48

/** Means of a series over at most 48 equal stretches, for a picture the size of a thumbnail. */
export function curveOf({ width, sum, tail }: PyramidSnapshot): Float64Array {
  const buckets = sum.length + (tail.count > 0 ? 1 : 0)
  const points = Math.min(POINTS, buckets)
  const means = new Float64Array(points)
  for (let point = 0; point < points; point++) {
    const from = Math.floor((point * buckets) / points)
    const to = Math.floor(((point + 1) * buckets) / points)
    let [total, count] = [0, 0]
    for (let n = from; n < to; n++) {
      total += n < sum.length ? sum[n] : tail.sum
      count += n < sum.length ? width : tail.count
    }
    means[point] = total / count
  }
  return means
}
