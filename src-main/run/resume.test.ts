import { describe, expect, it } from 'vitest'
import type { Adjustment } from '@contract'
import type { RunCheckpoint } from './checkpoint'
import { Bench, config } from './test/bench'

const cut = { kind: 'edge', edge: 2, action: 'cut' } as const
const slower = { kind: 'set', path: 'schedule.probability', value: 0.2 } as const

/** The hash of an uninterrupted run with these adjustments. */
async function hashOf(steps: number, adjustments: Adjustment[]): Promise<string> {
  const bench = new Bench()
  await bench.controller.configure(config({ adjustments }))
  await bench.controller.step(steps)
  return (await bench.controller.record()).result.hash
}

async function resumed(
  checkpoint: RunCheckpoint,
  later: Adjustment[],
  steps: number,
): Promise<Bench> {
  const bench = new Bench()
  bench.watch()
  await bench.controller.resume(checkpoint, 'paused', later)
  await bench.controller.step(steps - checkpoint.step)
  return bench
}

describe('a run in a fresh process', () => {
  it('goes on bit for bit from its checkpoint', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    await bench.controller.start()
    await bench.until(() => bench.kept.some(({ step }) => step > 0))
    const checkpoint = bench.kept.find(({ step }) => step > 0)
    if (checkpoint === undefined) throw new Error('no checkpoint')
    await bench.controller.pause()
    const steps = checkpoint.step + 5000
    const after = await resumed(checkpoint, [], steps)
    const record = await after.controller.record()
    expect(record.result.hash).toBe(await hashOf(steps, []))
    expect(record.run).toBe(checkpoint.run)
    const rows = after.controller.looks.history({
      series: 'batch',
      fromStep: 0,
      toStep: null,
      buckets: 100,
    })
    expect(rows.range).toEqual({ firstStep: 1, lastStep: steps })
    const { timing } = after.frames[after.frames.length - 1]
    // Each edge updates with p = 0.5: ten standard deviations around the mean.
    const spread = 5 * Math.sqrt(steps)
    expect(timing.updates.every((n) => Math.abs(n - steps / 2) < spread)).toBe(true)
  })

  it('makes again what was changed before, at and after the checkpoint', async () => {
    const bench = new Bench()
    await bench.controller.configure(config())
    await bench.controller.adjust(cut)
    await bench.controller.step(1000)
    await bench.controller.adjust(slower)
    await bench.controller.pause()
    const checkpoint = bench.kept[bench.kept.length - 1]
    const later: Adjustment[] = [
      { step: 1000, change: { kind: 'edge', edge: 5, action: 'freeze' } },
      { step: 1500, change: { kind: 'edge', edge: 2, action: 'restore' } },
    ]
    const after = await resumed(checkpoint, later, 3000)
    const record = await after.controller.record()
    const all = [{ step: 0, change: cut }, { step: 1000, change: slower }, ...later]
    expect(record.config.adjustments).toEqual(all)
    expect(record.result.hash).toBe(await hashOf(3000, all))
  })

  it('starts again from step 0 what was lost before its first checkpoint', async () => {
    const bench = new Bench()
    await bench.controller.configure(config())
    await bench.controller.adjust(cut)
    await bench.controller.pause()
    for (const checkpoint of bench.kept) {
      // The checkpoint at configure does not know of the cut, the one at the pause does.
      const later = checkpoint.adjustmentsMade === 0 ? [{ step: 0, change: cut }] : []
      const after = await resumed(checkpoint, later, 500)
      expect(after.frames[after.frames.length - 1].state.edgeState[2]).toBe(1)
      expect((await after.controller.record()).result.hash).toBe(
        await hashOf(500, [{ step: 0, change: cut }]),
      )
    }
    expect(bench.kept).toHaveLength(2)
  })

  it('runs on by itself if it ran', async () => {
    const first = new Bench()
    await first.controller.configure(config())
    await first.controller.step(10)
    const bench = new Bench()
    bench.watch()
    await bench.controller.resume(first.kept[first.kept.length - 1], 'running', [])
    await bench.until(() => bench.step > 2000)
    await bench.controller.pause()
    expect(bench.state).toBe('paused')
  })

  it('refuses a checkpoint of another configuration', async () => {
    const bench = new Bench()
    await bench.controller.configure(config())
    await bench.controller.step(10)
    const checkpoint = bench.kept[bench.kept.length - 1]
    const foreign = { ...checkpoint, config: config({ seed: 8 }) }
    await expect(new Bench().controller.resume(foreign, 'paused', [])).rejects.toMatchObject({
      problem: { id: 'foreign-checkpoint' },
    })
  })
})
