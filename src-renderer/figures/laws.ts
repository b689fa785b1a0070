import type { ScheduleConfig } from '@contract'
import type { LawName } from './kinds'

/**
 * Laws of the interval n (steps) between two updates of one edge. Each function gives
 * P(0..length-1) with P(0) = 0 and all that is left beyond in the last place, so that it lines up
 * with a histogram whose last count means "that or longer". Derived (ours); see the physics page.
 */
function withTail(length: number, probability: (n: number) => number): Float64Array {
  const law = new Float64Array(length)
  let sum = 0
  for (let n = 1; n < length - 1; n++) {
    law[n] = probability(n)
    sum += law[n]
  }
  law[length - 1] = Math.max(0, 1 - sum)
  return law
}

/** Bernoulli(p): P(n) = p (1 - p)^(n - 1). */
export function geometricLaw(probability: number, length: number): Float64Array {
  return withTail(length, (n) => probability * (1 - probability) ** (n - 1))
}

/**
 * Unequal rates, pooled over edges: an edge contributes intervals in proportion to its updates,
 * so P(n) = sum p_e^2 (1 - p_e)^(n - 1) / sum p_e. Edges with p_e = 0 contribute none.
 * Cost: edges x length.
 */
export function pooledLaw(probabilities: ArrayLike<number>, length: number): Float64Array {
  const law = new Float64Array(length)
  let total = 0
  for (let e = 0; e < probabilities.length; e++) {
    const p = probabilities[e]
    if (p <= 0) continue
    total += p
    let term = p * p
    for (let n = 1; n < length - 1; n++) {
      law[n] += term
      term *= 1 - p
    }
    // What is left after length - 2 misses in a row: p (1 - p)^(length - 2).
    law[length - 1] += term / p
  }
  if (total > 0) for (let n = 1; n < length; n++) law[n] /= total
  return law
}

/** A new random order of E edges for each pass: P(n) = (E - |E - n|) / E^2, n = 1..2E-1. */
export function sweepLaw(edges: number, length: number): Float64Array {
  return withTail(length, (n) => Math.max(0, edges - Math.abs(edges - n)) / (edges * edges))
}

/** Every interval is the same: blocks in turn, or 1 for the synchronous schedule. */
export function fixedLaw(period: number, length: number): Float64Array {
  return withTail(length, (n) => (n === period ? 1 : 0))
}

/**
 * Poisson clocks in time, pooled: an edge of rate r contributes in proportion to its rings, so the
 * n-th bin of this width, from n = 0, holds sum r (e^(-r n w) - e^(-r (n + 1) w)) / sum r.
 * Cost: edges x length.
 */
export function exponentialLaw(rates: ArrayLike<number>, width: number, length: number) {
  const law = new Float64Array(length)
  let total = 0
  for (let e = 0; e < rates.length; e++) {
    const rate = rates[e]
    total += rate
    for (let n = 0; n < length - 1; n++)
      law[n] += rate * (Math.exp(-rate * n * width) - Math.exp(-rate * (n + 1) * width))
    law[length - 1] += rate * Math.exp(-rate * (length - 1) * width)
  }
  if (total > 0) for (let n = 0; n < length; n++) law[n] /= total
  return law
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}

export interface IntervalLaw {
  label: LawName
  /** See `withTail`. */
  law: Float64Array
}

/**
 * The law that a schedule's intervals should follow.
 * @param updateProbability E values, as a frame's timing gives them; 0 for edges that cannot update
 * @param length of the histogram, the last place included
 * @param edges of the whole network, where the probabilities are of some of them only
 */
export function expectedLaw(
  schedule: ScheduleConfig,
  updateProbability: Float64Array,
  length: number,
  edges = updateProbability.length,
): IntervalLaw {
  switch (schedule.kind) {
    case 'synchronous':
      return { label: 'every step', law: fixedLaw(1, length) }
    case 'bernoulli':
      // All edges that can update do so with the same p.
      return { label: 'geometric', law: geometricLaw(largest(updateProbability), length) }
    case 'rates':
      return { label: 'pooled geometric', law: pooledLaw(updateProbability, length) }
    case 'poisson':
      return { label: 'pooled geometric', law: pooledLaw(updateProbability, length) }
    case 'sweep':
      return { label: 'triangular', law: sweepLaw(edges, length) }
    case 'block':
      if (schedule.members === 'anew')
        return { label: 'geometric', law: geometricLaw(largest(updateProbability), length) }
      return { label: 'fixed period', law: fixedLaw(Math.min(schedule.blocks, edges), length) }
  }
}
