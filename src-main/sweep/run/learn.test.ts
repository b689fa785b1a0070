import { runConfigSchema, type SweepPlanInput, type SweepRow } from '@contract'
import { describe, expect, test } from 'vitest'
import golden from '../../machine/golden.json'
import { SimulatedMachine } from '../../machine/simulated'
import { Sweep } from '../plan/sweep'
import { smallPlan } from '../testing/plan'
import { learn } from './learn'
import { rowOf } from './row'

async function rowFrom(changes: Partial<SweepPlanInput>, index = 0): Promise<SweepRow> {
  const row = await rowOf(new Sweep(smallPlan(changes)).run(index), new SimulatedMachine())
  if (row === null) throw new Error('nobody gave it up')
  return row
}

async function resultOf(changes: Partial<SweepPlanInput>, index = 0) {
  const row = await rowFrom(changes, index)
  if (row.state === 'failed') throw new Error(row.problem.message)
  return row.result
}

const { base } = smallPlan()

describe('a run of a sweep', () => {
  test.each(golden.slice(0, 4))(
    '$name: has the golden trajectory, wherever it halts on its way',
    async ({ config, steps, hash }) => {
      const base = runConfigSchema.parse(config)
      const seeds = { first: base.seed, count: 1 }
      const stop = { kind: 'steps' as const, steps }
      const result = await resultOf({ base, seeds, stop, axes: [], curvePoints: 9 })
      expect(result).toMatchObject({ steps, hash, endedBy: 'steps', problems: [] })
      const marks = { steps: [17, 1234], updates: [3.5] }
      const watched = { base, seeds, stop, axes: [], marks, watchCycle: true }
      expect((await resultOf(watched)).hash).toBe(hash)
    },
  )

  test('ends at the first step with so many updates per edge', async () => {
    const stop = { kind: 'updates' as const, perEdge: 100 }
    const [quarter, all] = [await resultOf({ stop }, 0), await resultOf({ stop }, 1)]
    expect([quarter.steps, quarter.updates, quarter.endedBy]).toEqual([400, 100, 'updates'])
    expect([all.steps, all.updates]).toEqual([100, 100])
    const bounded = await resultOf({ stop: { ...stop, mostSteps: 50 } })
    expect([bounded.steps, bounded.endedBy]).toEqual([50, 'bound'])
  })

  test('counts the updates across a change of the probability', async () => {
    const change = { kind: 'set' as const, path: 'schedule.probability' as const, value: 1 }
    const changed = { ...base, adjustments: [{ step: 40, change }] }
    const stop = { kind: 'updates' as const, perEdge: 100 }
    const result = await resultOf({ base: changed, stop })
    // 40 steps at a quarter are 10 updates; 90 more steps bring the rest.
    expect([result.steps, result.updates]).toEqual([130, 100])
  })

  test('ends on a plateau, at the end of a window', async () => {
    const stop = { kind: 'plateau' as const, window: 200, tolerance: 0.05 }
    const result = await resultOf({ stop })
    expect(result.endedBy).toBe('plateau')
    expect(result.steps % 200).toBe(0)
    expect(result.steps).toBeGreaterThan(200)
    const short = await resultOf({ stop: { ...stop, mostSteps: 250 } })
    expect([short.steps, short.endedBy]).toEqual([250, 'bound'])
  })

  test('ends at the first evaluation with a lower error, or is given up at its own last step', async () => {
    const every = { ...base, evaluate: { every: 7 }, stop: { steps: 600 } }
    const stop = { kind: 'error' as const, below: 0.9, mostSteps: null }
    const { steps, endedBy, trainError, curve } = await resultOf({ base: every, stop })
    expect([endedBy, steps % 7]).toEqual(['error', 0])
    expect(trainError).toBeLessThan(0.9)
    expect(curve.step.at(-1)).toBe(steps)
    // No evaluation before it was as low.
    const before = { kind: 'steps' as const, steps: steps - 7 }
    const earlier = await resultOf({ base: every, stop: before, curvePoints: 2 })
    expect(earlier.bestTrainError).toBeGreaterThanOrEqual(0.9)
    const hopeless = await resultOf({ base: every, stop: { ...stop, below: 1e-30 } })
    expect([hopeless.steps, hopeless.endedBy]).toEqual([600, 'bound'])
  })

  test('has a curve from 0 to its end, with the marks, and the best so far', async () => {
    const marks = { steps: [77], updates: [20] }
    const { curve, steps, ...result } = await resultOf({ marks, curvePoints: 6 })
    expect(curve.step).toEqual([0, 1, 3, 10, 31, 77, 80, 96, 300])
    expect(curve.updates.slice(-4)).toEqual([19.25, 20, 24, 75])
    for (const name of ['trainError', 'bestTrainError', 'testError', 'bestTestError'] as const)
      expect(curve[name]).toHaveLength(9)
    expect(curve.trainError.at(-1)).toBe(result.trainError)
    expect(curve.bestTrainError.at(-1)).toBe(result.bestTrainError)
    expect(result.bestTrainError).toBeLessThanOrEqual(Math.min(...curve.trainError))
    expect(steps).toBe(300)
  })

  test('means its late errors over the last tenth of its steps', async () => {
    const every = { ...base, evaluate: { every: 1 } }
    const stop = { kind: 'steps' as const, steps: 20 }
    const all = Array.from({ length: 20 }, (_, i) => i + 1)
    const { curve, ...result } = await resultOf({ base: every, stop, marks: { steps: all } })
    const late = curve.trainError.slice(-3)
    expect(curve.step.slice(-3)).toEqual([18, 19, 20])
    expect(result.lateTrainError).toBeCloseTo(late.reduce((sum, one) => sum + one) / 3, 14)
  })

  test('tells of the cycle that a synchronous run on few levels is caught in', async () => {
    const caught = {
      ...base,
      rule: { kind: 'discrete' as const, levels: 8 },
      schedule: { kind: 'synchronous' as const },
      task: { kind: 'allostery' as const, targets: { kind: 'random' as const } },
    }
    const stop = { kind: 'steps' as const, steps: 5000 }
    const { cycle } = await resultOf({ base: caught, axes: [], watchCycle: true, stop })
    expect(cycle?.found?.period).toBeGreaterThan(0)
    expect(cycle?.found?.from).toBeLessThan(5000)
    expect((await resultOf({ watchCycle: true })).cycle).toBeNull()
  })

  test('goes on after its end to be followed, with the errors and the hash of its end', async () => {
    const plain = await resultOf({})
    const { followed, ...result } = await resultOf({ follow: { steps: 500 } })
    expect(result).toMatchObject({ hash: plain.hash, trainError: plain.trainError, steps: 300 })
    expect(followed?.steps).toBe(500)
    expect(followed?.trace).toBeGreaterThan(0)
    expect(followed?.lag).toHaveLength(followed?.meanSquare.length ?? 0)
  })

  test('that cannot be says why', async () => {
    const greedy = { ...base, batch: { size: 999 } }
    expect(await rowFrom({ base: greedy })).toMatchObject({
      state: 'failed',
      index: 0,
      seed: 1,
      problem: { id: 'batch-size-out-of-range' },
    })
  })

  test('ends where it is when it is given up', async () => {
    const [run] = [new Sweep(smallPlan()).run(0)]
    let asked = 0
    const control = { givenUp: () => ++asked > 2, suspendedMs: 0 }
    expect(await rowOf(run, new SimulatedMachine(), control)).toBeNull()
    await expect(learn(new SimulatedMachine(), run, control)).rejects.toThrow('given up')
  })
})
