import { describe, expect, it } from 'vitest'
import { DrawLoop } from './loop'

function stage() {
  let now = 0
  let fresh = false
  let drawn = 0
  const frames: (() => void)[] = []
  const loop = new DrawLoop(
    { schedule: (callback) => frames.push(callback), now: () => now },
    () => fresh,
    () => drawn++,
  )
  return {
    loop,
    waiting: () => frames.length,
    drawn: () => drawn,
    spend: (ms: number) => (now += ms),
    /** One animation frame, at 60 Hz. */
    frame(withData: boolean) {
      now += 16
      fresh = withData
      frames.splice(0).forEach((callback) => callback())
    },
  }
}

describe('the drawing loop', () => {
  it('draws the longest-waiting charts first and the others in the next frames', () => {
    const s = stage()
    const order: string[] = []
    for (const name of ['a', 'b', 'c'])
      s.loop.add({ everyMs: 0, draw: () => (order.push(name), s.spend(3)) })
    s.frame(true)
    expect(order).toEqual(['a', 'b'])
    s.frame(true)
    expect(order).toEqual(['a', 'b', 'c', 'a'])
  })

  it('draws half of the charts in one frame and the other half in the next, however cheap', () => {
    const s = stage()
    const counts = [0, 0, 0, 0]
    counts.forEach((_, n) => s.loop.add({ everyMs: 0, draw: () => counts[n]++ }))
    s.frame(true)
    expect(counts).toEqual([1, 1, 0, 0])
    s.frame(true)
    expect(counts).toEqual([1, 1, 1, 1])
  })

  it('gives a chart eight times its cost to rest, so that five charts leave the window free', () => {
    const s = stage()
    let count = 0
    s.loop.add({ everyMs: 0, draw: () => (count++, s.spend(10)) })
    for (let i = 0; i < 100; i++) {
      s.loop.request()
      s.frame(true)
    }
    // 100 frames of 16 ms and what the drawing takes; one drawing in 80 ms once its cost is known.
    expect(count).toBeLessThan(40)
    expect(count).toBeGreaterThan(15)
  })

  it('passes over a chart whose data are the same, until it is asked for', () => {
    const s = stage()
    let count = 0
    const chart = s.loop.add({ everyMs: 0, draw: () => count++, same: () => true })
    s.frame(true)
    s.loop.request()
    s.frame(true)
    expect(count).toBe(1)
    chart.redraw()
    s.frame(true)
    expect(count).toBe(2)
  })

  it('draws in the next frame what a hand moves, and lets everything else wait', () => {
    const s = stage()
    const order: string[] = []
    const moved = s.loop.add({ everyMs: 1000, draw: () => order.push('moved') })
    for (const name of ['a', 'b']) s.loop.add({ everyMs: 0, draw: () => order.push(name) })
    s.frame(true)
    s.frame(true)
    order.length = 0
    moved.redraw.now()
    s.frame(true)
    expect(order).toEqual(['moved'])
    s.frame(false)
    expect(order).toEqual(['moved', 'a', 'b'])
  })

  it('gives words a frame of their own, and charts the next one', () => {
    const s = stage()
    const order: string[] = []
    for (const name of ['sum', 'sentence'])
      s.loop.add({ everyMs: 1000, alone: true, draw: () => order.push(name) })
    for (const name of ['a', 'b']) s.loop.add({ everyMs: 0, draw: () => order.push(name) })
    for (let n = 0; n < 5; n++) {
      s.loop.request()
      s.frame(true)
    }
    expect(order).toEqual(['sum', 'a', 'sentence', 'b', 'a'])
  })

  it('says once per frame with news that it was drawn', () => {
    const s = stage()
    s.loop.add({ everyMs: 0, draw: () => undefined })
    s.frame(false)
    expect(s.drawn()).toBe(0)
    s.loop.request()
    s.frame(true)
    expect(s.drawn()).toBe(1)
  })

  it('rests when nothing changes, and wakes when asked', () => {
    const s = stage()
    let count = 0
    const chart = s.loop.add({ everyMs: 0, draw: () => count++ })
    s.frame(false)
    expect([count, s.waiting()]).toEqual([1, 0])
    chart.redraw()
    s.frame(false)
    expect([count, s.waiting()]).toEqual([2, 0])
    chart.remove()
    s.loop.request()
    s.frame(true)
    expect(count).toBe(2)
  })

  it('keeps the shortest time between two drawings of a chart', () => {
    const s = stage()
    let count = 0
    s.loop.add({ everyMs: 33, draw: () => count++ })
    for (let i = 0; i < 60; i++) {
      s.loop.request()
      s.frame(true)
    }
    expect(count).toBe(20)
  })
})
