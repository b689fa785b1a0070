import { describe, expect, it } from 'vitest'
import type { Frame } from '@contract'
import { MOST_OUTSTANDING } from './gate'
import { Bench, config } from './test/bench'

describe('the stream of frames', () => {
  it('shows the machine at rest: as soon as it is ready, paused or changed', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    expect(bench.frames).toHaveLength(1)
    expect(bench.frames[0]).toMatchObject({ step: 0, sequence: 0, stepsPerSecond: 0 })
    expect(bench.frames[0].evaluation?.step).toBe(0)
    await bench.controller.adjust({ kind: 'edge', edge: 4, action: 'cut' })
    expect(bench.frames.at(-1)?.state.edgeState[4]).toBe(1)
  })

  it('counts no more than sixty frames a second', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    await bench.controller.start()
    const beganMs = bench.time.ms
    await bench.until(() => bench.time.ms - beganMs > 5000)
    await bench.controller.pause()
    const perSecond = (bench.frames.length * 1000) / (bench.time.ms - beganMs)
    expect(perSecond).toBeGreaterThan(55)
    expect(perSecond).toBeLessThan(61)
  })

  it('merges frames while the window is busy, and loses no step', async () => {
    const bench = new Bench()
    const frames: Frame[] = []
    bench.controller.attach((frame) => frames.push(structuredClone(frame)))
    await bench.controller.configure(config({ evaluate: { every: 50 } }))
    await bench.controller.start()
    await bench.until(() => bench.time.ms > 500)
    expect(frames).toHaveLength(MOST_OUTSTANDING)
    bench.controller.acknowledge(frames[1].sequence)
    await bench.until(() => bench.time.ms > 1000)
    expect(frames).toHaveLength(2 * MOST_OUTSTANDING)
    await bench.controller.pause()
    expect(frames).toHaveLength(2 * MOST_OUTSTANDING)
    // The window is done drawing: the step at which the machine stands is still owed.
    bench.controller.acknowledge(frames[3].sequence)
    await bench.until(() => frames.length > 4)
    const { steps } = (await bench.controller.record()).result
    const last = frames[frames.length - 1]
    expect(last.step).toBe(steps)
    expect(last.counters.merged).toBeGreaterThan(20)
    expect(last.counters.dropped).toBe(0)
    const counted = frames.map(({ buckets }) => buckets.batch?.count ?? 0)
    expect(counted.reduce((sum, count) => sum + count)).toBe(steps)
    const evaluations = frames.map(({ buckets }) => buckets.train?.count ?? 0)
    expect(evaluations.reduce((sum, count) => sum + count)).toBe(1 + Math.floor(steps / 50))
    expect(frames.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4])
  })

  it('sends what is owed at a slow pace too, without waiting for the next step', async () => {
    const bench = new Bench()
    const frames: Frame[] = []
    bench.controller.attach((frame) => frames.push(structuredClone(frame)))
    await bench.controller.configure(config({ pace: { stepsPerSecond: 0.1 } }))
    await bench.controller.start()
    await bench.until(() => bench.time.ms > 25_000)
    expect(frames).toHaveLength(MOST_OUTSTANDING)
    bench.time.still = true
    bench.controller.acknowledge(frames[1].sequence)
    await bench.until(() => frames.length > MOST_OUTSTANDING)
    expect(frames[2].step).toBeGreaterThan(frames[1].step)
    await bench.controller.close()
  })

  it('shows the present to a window that comes back', async () => {
    const bench = new Bench()
    bench.controller.attach(() => undefined)
    await bench.controller.configure(config())
    await bench.controller.step(50)
    bench.controller.attach(null)
    await bench.controller.step(50)
    bench.watch()
    await bench.until(() => bench.frames.length > 0)
    expect(bench.frames[0].step).toBe(100)
    expect(bench.frames[0].evaluation?.step).toBe(100)
  })

  it('shows a fresh evaluation at a slow pace, and none of them in the series', async () => {
    const bench = new Bench()
    bench.watch()
    const slow = config({ pace: { stepsPerSecond: 5 }, evaluate: { every: 1000 } })
    await bench.controller.configure(slow)
    await bench.controller.start()
    await bench.until(() => bench.step >= 6)
    await bench.controller.pause()
    for (const frame of bench.frames) expect(frame.evaluation?.step).toBe(frame.step)
    const request = { series: 'train', fromStep: 0, toStep: null, buckets: 100 } as const
    expect([...bench.controller.looks.history(request).firstStep]).toEqual([0])
  })
})
