import type { BatchSpec } from '../batches'

/** Above so many different batches they are not gone through: 0.2 s with the matrix of 128 edges. */
export const MOST_BATCHES = 10_000
/** Nor above so many examples in all of them together. */
const MOST_PLACES = 1_000_000

export interface LikelyBatch {
  /** Numbers of its examples, ascending; with replacement some are there more than once. */
  readonly examples: readonly number[]
  readonly probability: number
}

/** Ways to take b of M: without order, distinct or with replacement. */
function ways(total: number, size: number, replacement: boolean): number {
  const from = replacement ? total + size - 1 : total
  let count = 1
  for (let i = 1; i <= Math.min(size, from - size); i++) count = (count * (from - i + 1)) / i
  return count
}

/**
 * Every batch that a step may draw, with its probability. Of an epoch it is the law of one of its
 * steps taken at random: where the size does not divide M, the last is the rest.
 * @returns null where there are more than MOST_BATCHES, or a million examples in them together.
 */
export function batchLaw(
  total: number,
  size: number,
  draw: BatchSpec['draw'],
): LikelyBatch[] | null {
  if (draw === 'replacement') return drawn(total, size, true, 1)
  const steps = draw === 'epoch' ? Math.ceil(total / size) : 1
  const rest = total - (steps - 1) * size
  if (draw === 'random' || rest === size) return drawn(total, size, false, 1)
  const whole = drawn(total, size, false, (steps - 1) / steps)
  const last = drawn(total, rest, false, 1 / steps)
  const fits = whole !== null && last !== null && whole.length + last.length <= MOST_BATCHES
  return fits ? [...whole, ...last] : null
}

/** @param share probability of them all together */
function drawn(
  total: number,
  size: number,
  replacement: boolean,
  share: number,
): LikelyBatch[] | null {
  const count = ways(total, size, replacement)
  if (size === total && !replacement)
    return [{ examples: Array.from({ length: total }, (_, m) => m), probability: share }]
  if (count > MOST_BATCHES || count * size > MOST_PLACES) return null
  const batches: LikelyBatch[] = []
  const chosen: number[] = []
  // With replacement b! / (c_1! c_2! ...) of the M^b sequences are the same batch.
  const take = (least: number, same: number, probability: number): void => {
    if (chosen.length === size) {
      batches.push({ examples: chosen.slice(), probability })
      return
    }
    const place = chosen.length + 1
    // What is left has to fill the batch.
    const end = replacement ? total : total - size + place
    for (let m = least; m < end; m++) {
      const again = replacement && m === chosen[chosen.length - 1] ? same + 1 : 1
      chosen.push(m)
      const next = replacement ? (probability * place) / (again * total) : probability
      take(replacement ? m : m + 1, again, next)
      chosen.pop()
    }
  }
  take(0, 0, replacement ? share : share / count)
  return batches
}
