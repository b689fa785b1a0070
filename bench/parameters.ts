/** The ideal rule that every program of the benchmark trains with. */
export const rule = {
  kind: 'ideal',
  eta: 0.1,
  alpha: 0.001,
  minConductance: 0.01,
  maxConductance: 10,
  initial: { low: 0.5, high: 1.5 },
} as const

export const seed = 5
