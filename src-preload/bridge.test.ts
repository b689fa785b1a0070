import { describe, expect, it } from 'vitest'
import { Bench, config } from '../src-main/run/test/bench'
import { isFrame, lostBridge } from './bridge'

describe('the bridge to the window', () => {
  it('lets real frames through', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    await bench.controller.step(10)
    expect(bench.frames.length).toBeGreaterThan(1)
    expect(bench.frames.every(isFrame)).toBe(true)
  })

  it('lets nothing else through', async () => {
    const bench = new Bench()
    bench.watch()
    await bench.controller.configure(config())
    const [frame] = bench.frames
    for (const other of [
      null,
      undefined,
      7,
      'frame',
      {},
      { ...frame, sequence: '1' },
      { ...frame, state: { ...frame.state, conductance: [1, 2] } },
      { ...frame, raster: null },
    ])
      expect(isFrame(other)).toBe(false)
  })

  it('makes a problem of a call that did not arrive', () => {
    expect(lostBridge(new Error('gone'))).toMatchObject({
      ok: false,
      problem: { id: 'bridge-failed', message: 'gone' },
    })
  })
})
