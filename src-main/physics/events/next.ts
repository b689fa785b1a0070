import type { MarchRule } from '../solver/march'

/**
 * The conductance of edge e after an update from its contrast; moves its level.
 * @param rate factor on the contrast under the ideal rule; @param factor as EventEdges
 */
export function nextConductance(
  rule: MarchRule,
  e: number,
  k: number,
  contrast: number,
  rate: number,
  factor: number,
): number {
  if (rule.kind === 'ideal') {
    const next = k + rate * contrast * factor
    return next < rule.low ? rule.low : next > rule.high ? rule.high : next
  }
  const top = rule.ofLevel.length - 1
  const n = rule.level[e] + (contrast < 0 ? rule.levelStep : -rule.levelStep)
  rule.level[e] = n < 1 ? 1 : n > top ? top : n
  return rule.ofLevel[rule.level[e]] * factor
}
