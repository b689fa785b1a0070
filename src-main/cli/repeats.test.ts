import { sweepPlanSchema, type SweepPlan } from '@contract'
import { expect, test } from 'vitest'
import xor from '../../resources/presets/xy-xor-3x3.json'
import { SimulatedMachine } from '../machine/simulated'
import { inlinePool, runAll, Sweep } from '../sweep'
import { smallPlan } from '../sweep/testing/plan'
import { outcomeOf, outcomeText } from './repeats'

async function said(plan: SweepPlan): Promise<string> {
  const sweep = new Sweep(plan)
  const pool = inlinePool(sweep, () => new SimulatedMachine())
  const { result } = outcomeOf(plan.base, await runAll(sweep, pool, {}), 1000)
  return outcomeText(plan.base, result)
}

test('what repeats came to is said in the unit of what learned', async () => {
  const stop = { kind: 'steps', steps: 3 } as const
  expect(await said(smallPlan({ stop, axes: [] }))).toMatch(/train error .*V² \(.*V² to .*V²\)/)
  const spins = await said(sweepPlanSchema.parse({ base: xor.config, stop, seeds: { count: 3 } }))
  expect(spins).toMatch(/runs +3, seeds from/)
  expect(spins).toMatch(/train error +[\d.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+ \(/)
  expect(spins).not.toMatch(/V²|V\^2/)
})
