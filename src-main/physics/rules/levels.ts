import { PhysicsError } from '../error'
import { logarithm, power } from '../numeric'

export interface LevelSpec {
  levels: number
  maxResistanceOhm: number
  /** null: R_max / levels. */
  minResistanceOhm?: number | null
  spacing?: 'linear' | 'logarithmic'
}

/**
 * Conductances of levels 1..levels (0 is unused): R_n = n R_max / levels; from a given minimum
 * R_n = R_min + (n - 1) (R_max - R_min) / (levels - 1); or logarithmic,
 * R_n = R_min (R_max / R_min)^((n - 1) / (levels - 1)), as in a log-taper potentiometer.
 * @throws PhysicsError unless R_min lies below R_max.
 */
export function levelConductances(spec: LevelSpec): Float64Array {
  const { levels, maxResistanceOhm: high, minResistanceOhm, spacing } = spec
  const low = minResistanceOhm ?? high / levels
  if (!(low < high))
    throw new PhysicsError(
      'resistance-range',
      `The lowest level has ${low} ohm and the highest ${high} ohm.`,
      'Needed: minResistanceOhm below maxResistanceOhm.',
      'rule.minResistanceOhm',
    )
  const at = (n: number): number => {
    const part = (n - 1) / (levels - 1)
    if (spacing === 'logarithmic') return 1 / (low * power(high / low, part))
    if (minResistanceOhm === null || minResistanceOhm === undefined) return levels / (n * high)
    return 1 / (low + part * (high - low))
  }
  return Float64Array.from({ length: levels + 1 }, (_, n) => (n === 0 ? 0 : at(n)))
}

/** Level whose resistance is nearest to 1/k, in ratio. @param ofLevel falls with the level. */
export function nearestLevel(ofLevel: Float64Array, k: number): number {
  let best = 1
  let bestMiss = Infinity
  for (let n = 1; n < ofLevel.length; n++) {
    const miss = Math.abs(logarithm(ofLevel[n] / k))
    if (miss < bestMiss) {
      best = n
      bestMiss = miss
    }
  }
  return best
}

/** Lowest and highest conductance of the grid. */
export function levelRange(spec: LevelSpec): { low: number; high: number } {
  const ofLevel = levelConductances(spec)
  return { low: ofLevel[ofLevel.length - 1], high: ofLevel[1] }
}
