import { medianUpperBound } from './binomial'
import { Resampler } from './random'

/**
 * Power of a test of "no worse": how often, if ratios fall as in a pilot, the upper bound of the
 * median of so many of them stays within the margin. By resampling the pilot with replacement.
 * @returns 0..1
 */
export function powerOfBound(
  pilot: readonly number[],
  count: number,
  margin: number,
  { level = 0.95, trials = 1000, seed = 1 } = {},
): number {
  const random = new Resampler(seed)
  const drawn = new Array<number>(count).fill(0)
  let within = 0
  for (let t = 0; t < trials; t++) {
    for (let i = 0; i < count; i++) drawn[i] = pilot[random.below(pilot.length)]
    if (medianUpperBound(drawn, level) <= margin) within++
  }
  return within / trials
}

export interface ChosenSeeds {
  seeds: number
  /** Of that many; below the one asked for where no allowed number has it. */
  power: number
}

/** The least of the allowed numbers (ascending) whose power, by every pilot, is enough. */
export function seedsForPower(
  pilots: readonly (readonly number[])[],
  allowed: readonly number[],
  margin: number,
  power = 0.9,
): ChosenSeeds {
  let chosen: ChosenSeeds = { seeds: allowed[allowed.length - 1], power: 0 }
  for (const seeds of allowed) {
    const least = Math.min(...pilots.map((pilot) => powerOfBound(pilot, seeds, margin)))
    chosen = { seeds, power: least }
    if (least >= power) break
  }
  return chosen
}
