/** One treatment after convergence, medians over seeds. */
export interface Noise {
  label: string
  /** Kind of noise: none is the reference. */
  kind: 'none' | 'mask' | 'batch'
  value: number
  /** Mean error at the end, V^2, and of each run. */
  error: number
  errors: number[]
  runs: string[]
  /** Sum over edges of the variance of one step's change, beyond that of the reference. */
  trace: number
  /** Mean squared displacement at each of LAGS, beyond that of the reference's same seed. */
  displacement: number[]
  /** The same of each run, by lag. */
  displacements: number[][]
}

/** The batch size whose runs move as those of a p. */
export interface Match {
  p: number
  /** Between two that were run it is interpolated; null: none. */
  batch: number | null
  /** Why none. */
  why: string
  /** Error at p over that at this b, which is interpolated alike; NaN where there is none. */
  errorRatio: number
}

/** @param lag number of the lag in `displacement` */
export function matches(noises: readonly Noise[], lag: number): Match[] {
  const batches = noises
    .filter(({ kind }) => kind === 'batch')
    .map(({ value, error, displacement }) => ({ b: value, error, moved: displacement[lag] }))
    .filter(({ moved }) => moved > 0)
    .sort((x, y) => y.b - x.b)
  return noises
    .filter(({ kind }) => kind === 'mask')
    .map(({ value: p, error, displacement }) => ({
      p,
      ...match(batches, displacement[lag], error),
    }))
}

const none = (why: string) => ({ batch: null, why, errorRatio: NaN })

interface Batch {
  b: number
  error: number
  moved: number
}

/** @param batches from the largest on */
function match(batches: readonly Batch[], moved: number, error: number): Omit<Match, 'p'> {
  if (batches.length === 0) return none('has no batches to be compared with')
  if (!(moved > 0)) return none('moves no more than p = 1 with all examples')
  if (moved < Math.min(...batches.map((one) => one.moved)))
    return none(`moves less than even b = ${batches[0].b}`)
  for (let i = 1; i < batches.length; i++) {
    const [large, small] = [batches[i - 1], batches[i]]
    const [low, high] = [Math.log(large.moved), Math.log(small.moved)]
    const at = (Math.log(moved) - low) / (high - low)
    if (!(at >= 0 && at <= 1)) continue
    const between = (x: number, y: number) => Math.exp(Math.log(x) + at * Math.log(y / x))
    return {
      batch: between(large.b, small.b),
      why: '',
      errorRatio: error / between(large.error, small.error),
    }
  }
  return none(`moves more than even b = ${batches[batches.length - 1].b}`)
}
