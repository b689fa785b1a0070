/** A share of runs, and where it may lie. */
export interface Proportion {
  share: number
  low: number
  high: number
}

/** Two-sided 95 % point of the normal law. */
const Z = 1.959963984540054

/** Share of successes with its 95 % score interval (Wilson, 1927). @throws RangeError without trials */
export function proportion(successes: number, trials: number): Proportion {
  if (!(trials > 0)) throw new RangeError('no trials have no share')
  const share = successes / trials
  const scale = 1 + (Z * Z) / trials
  const middle = (share + (Z * Z) / (2 * trials)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / trials + (Z / (2 * trials)) ** 2)
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
