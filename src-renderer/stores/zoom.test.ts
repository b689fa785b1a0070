import { describe, expect, it } from 'vitest'
import { following, held, panned, rangeOf, zoomed, type Zoom } from './zoom'

const all: Zoom = { kind: 'all' }

describe('an axis in view', () => {
  it('shows everything up to a round end, which rests while the run grows into it', () => {
    expect(rangeOf(all, 1010)).toEqual([0, 1200])
    expect(rangeOf(all, 1190)).toEqual([0, 1200])
  })

  it('zooms about the pointer and then stays, however far the run goes', () => {
    const zoom = zoomed(all, 1000, 0.5, 250, 1)
    expect(rangeOf(zoom, 1000)).toEqual([125, 625])
    expect(rangeOf(zoom, 5_000_000)).toEqual([125, 625])
  })

  it('follows the newest point with the width that the user chose', () => {
    const zoom = following(held(100, 300, 1000, 1))
    expect(rangeOf(zoom, 1000)).toEqual([808, 1008])
    expect(rangeOf(zoom, 70_000)).toEqual([69_808, 70_008])
    const wider = zoomed(zoom, 70_000, 2, 69_900, 1)
    expect(wider).toEqual({ kind: 'following', width: 400 })
  })

  it('begins at 0 while less is there than the followed width', () => {
    expect(rangeOf({ kind: 'following', width: 500 }, 20)).toEqual([0, 500])
  })

  it('never shows what is before the beginning, and becomes everything when it is', () => {
    expect(rangeOf(panned(held(100, 300, 1000, 1), 1000, -4, 1), 1000)).toEqual([0, 200])
    expect(zoomed(held(100, 300, 1000, 1), 1000, 50, 200, 1)).toEqual(all)
    expect(panned(all, 1000, 0.3, 1)).toEqual(all)
  })

  it('ends a follow mode by a drag, at the width that it had', () => {
    const zoom = panned({ kind: 'following', width: 100 }, 1000, -1, 1)
    expect(zoom).toEqual({ kind: 'held', from: 804, to: 904 })
  })

  it('is never narrower than its least width', () => {
    const zoom = zoomed(held(100, 104, 1000, 4), 1000, 0.01, 102, 4)
    const [from, to] = rangeOf(zoom, 1000)
    expect(to - from).toBe(4)
  })
})
