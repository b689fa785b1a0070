/** A hundredth of the rounding that a sum of probabilities can have. */
const SLACK = 1e-9

/** About `count` whole steps at equal ratios from 1 to the last, each once. */
export function logarithmicSteps(last: number, count: number): number[] {
  const steps = Array.from({ length: count }, (_, i) =>
    Math.round(Math.exp((Math.log(last) * i) / (count - 1))),
  )
  return [...new Set([...steps, last])].filter((step) => step <= last).sort((a, b) => a - b)
}

/** The first step at which so many updates per edge are expected, if the rate stays. */
export function stepOfUpdates(
  wanted: number,
  at: { step: number; updates: number; rate: number },
): number {
  if (wanted <= at.updates + SLACK) return at.step
  return at.step + Math.max(1, Math.ceil((wanted - at.updates) / at.rate - SLACK))
}

/** Whether so many updates were expected, but for rounding. */
export const reached = (wanted: number, updates: number): boolean =>
  updates >= wanted * (1 - SLACK) - SLACK
