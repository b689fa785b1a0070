import { describe, expect, test } from 'vitest'
import type { BoardFrame } from '../link/frame'
import { BoardLog } from './log'

const frame = (sequence: number): BoardFrame => ({
  sequence,
  step: 10 * sequence,
  timeUs: 0,
  interval: 10,
  example: 0,
  loss: 0.25,
  dropped: 0,
  idealRule: false,
  output: true,
  learning: true,
  mask: new Uint8Array(2),
  edges: new Float64Array(16),
  freeCounts: new Int16Array(9),
  clampedCounts: new Int16Array(9),
})

describe('the log of a line', () => {
  test('keeps the newest 5,000 entries and counts on', () => {
    const log = new BoardLog(() => 0)
    for (let i = 0; i < 12_000; i++) log.add('sent', String(i))
    const kept = log.after(-1)
    expect(kept).toHaveLength(5000)
    expect(kept[0]).toEqual({ id: 7000, atMs: 0, direction: 'sent', text: '7000' })
    expect(log.after(11_998).map(({ text }) => text)).toEqual(['11999'])
    expect(log.after(11_999)).toEqual([])
    expect(log.after(50_000)).toEqual([])
  })

  test('tells frames in one line a second, however many come', () => {
    let now = 0
    const log = new BoardLog(() => now)
    for (let i = 0; i < 1000; i++) {
      log.frame(frame(i))
      if (i % 100 === 0) log.add('sent', 'SEED?')
      now += 10
    }
    const lines = log.after(-1).filter(({ direction }) => direction === 'received')
    expect(lines.length).toBeGreaterThan(7)
    expect(lines.length).toBeLessThan(12)
    expect(lines[0].text).toContain('frames 0 to 100: step 1000')
  })

  test('cuts a text that nobody could read', () => {
    const log = new BoardLog(() => 0)
    log.add('received', 'x'.repeat(100_000))
    expect(log.after(-1)[0].text.length).toBeLessThan(2100)
  })
})
