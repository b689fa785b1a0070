import type { SpinExamples } from './examples'
import type { SpinRoles } from './roles'

/** What pulls outputs towards their targets. c is the cosine between an output and its target. */
export interface Nudging {
  /** log: - log(1 + c), as the authors; cosine: 1 - c. */
  cost: 'log' | 'cosine'
  /** Strength of the nudge. */
  beta: number
  /** Both signs of beta and the difference between them; else the nudged and the free state. */
  symmetric: boolean
  /** Largest weight of the log cost, which has none where an output points away from its target. */
  cap: number
}

/** Spins that are nudged: T of them, and their 2T target vectors. */
export interface Targets {
  readonly spins: Int32Array
  readonly vectors: Float64Array
}

/** The targets of an example of a set. */
export function targetsOf(
  { targets }: SpinExamples,
  { outputs }: SpinRoles,
  example: number,
): Targets {
  const from = 2 * outputs.length * example
  return { spins: outputs, vectors: targets.subarray(from, from + 2 * outputs.length) }
}

/** Below 1 + c of this the weight is the cap's anyway; keeps the division finite. */
const AWAY = 1e-9

/**
 * -dC/dc at the free state. It is kept while the spins come to rest, so that the nudge is a constant
 * field along the target and alignment stays exact; the same as the cost itself to first order in
 * beta, up to the cap (ours).
 */
export function nudgeWeight({ cost, cap }: Nudging, c: number): number {
  return cost === 'cosine' ? 1 : Math.min(cap, 1 / (1 + c + AWAY))
}

/** Cosine between a spin and the t-th target. */
export function towards(s: Float64Array, { spins, vectors }: Targets, t: number): number {
  const i = 2 * spins[t]
  return s[i] * vectors[2 * t] + s[i + 1] * vectors[2 * t + 1]
}

/** Sum over targets of (1 - cos(phi - tau)) / 2: what the authors monitor. */
export function distanceCost(s: Float64Array, targets: Targets): number {
  let sum = 0
  for (let t = 0; t < targets.spins.length; t++) sum += 0.5 * (1 - towards(s, targets, t))
  return sum
}
