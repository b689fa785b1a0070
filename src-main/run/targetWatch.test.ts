import { presetSchema } from '@contract'
import { describe, expect, it } from 'vitest'
import iris from '../../resources/presets/iris-penn16.json'
import { TargetWatch, targetsCollapsedId } from './targetWatch'
import { Bench, config } from './test/bench'

const { config: preset } = presetSchema.parse(iris)
const told = (bench: Bench) =>
  bench.events.flatMap((event) => (event.kind === 'problem' ? [event.problem.id] : []))
const solved = (bench: Bench) =>
  bench.events.flatMap((event) => (event.kind === 'solved' ? [event.id] : []))

describe('the watch over the targets of a classification', () => {
  it('tells once that a run collapsed, keeps it in the record, and a reset clears it', async () => {
    const bench = new Bench()
    // Ten times the preset's alpha: 26,000 steps do what takes the preset 166,000.
    const rule = { ...preset.rule, kind: 'ideal' as const, alpha: 0.03 }
    await bench.controller.configure(config({ ...preset, rule, stop: { steps: null } }))
    await bench.controller.step(26_000)
    await bench.controller.step(5_000)
    expect(told(bench)).toEqual([targetsCollapsedId])
    const record = await bench.controller.record()
    expect(record.problems.map(({ id }) => id)).toEqual([targetsCollapsedId])
    expect(record.result.testAccuracy).toBeLessThan(0.9)
    const before = solved(bench).length
    await bench.controller.reset()
    expect(solved(bench)).toHaveLength(before + 1)
  })

  it('says nothing over the whole of the preset, nor of a task without classes', async () => {
    const bench = new Bench()
    await bench.controller.configure(preset)
    await bench.controller.step(6000)
    await bench.controller.configure(config())
    await bench.controller.step(6000)
    expect(told(bench)).toEqual([])
  })

  it('takes it back when the targets come apart again', () => {
    const at = (step: number, distance: number) => ({
      step,
      trainError: 0,
      testError: null,
      trainAccuracy: 1,
      testAccuracy: null,
      outputs: new Float64Array(4),
      targets: Float64Array.of(1, 2, 1 + distance, 2 - distance),
      confusion: null,
    })
    const watch = new TargetWatch(at(0, 1), 2)
    const news = [0.9, 0.04, 0.06, 0.03, 0.2, 0.04].map((distance, n) => {
      const found = watch.look(at(n + 1, distance))
      return typeof found === 'object' ? (found?.where ?? null) : found
    })
    expect(news).toEqual([null, 'step 2', null, null, targetsCollapsedId, 'step 6'])
  })
})
