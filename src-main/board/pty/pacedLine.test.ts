import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PacedLine } from './pacedLine'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function make(bytesPerS: number | null, waiting = 0) {
  const written: number[] = []
  const line = new PacedLine({
    write: (bytes) => written.push(...bytes),
    waiting: () => waiting,
    bytesPerS,
    bufferBytes: 512,
    nowMs: () => Date.now(),
  })
  return { line, written }
}
const numbered = (count: number) => Uint8Array.from({ length: count }, (_, i) => i % 256)

describe('a paced line', () => {
  test('takes as many bytes a second as it was told, in their order', () => {
    const { line, written } = make(11_520)
    line.send(numbered(20_000))
    vi.advanceTimersByTime(1000)
    expect(written.length).toBeGreaterThan(11_520 - 64)
    expect(written.length).toBeLessThanOrEqual(11_520)
    vi.advanceTimersByTime(1000)
    expect(written).toEqual([...numbered(20_000)])
  })

  test('does not save idle time up', () => {
    const { line, written } = make(1000)
    vi.advanceTimersByTime(10_000)
    line.send(numbered(500))
    vi.advanceTimersByTime(100)
    expect(written.length).toBeLessThanOrEqual(100)
  })

  test('has room for what its buffer still holds', () => {
    const { line } = make(1000)
    expect(line.room()).toBe(512)
    line.send(numbered(300))
    expect(line.room()).toBe(212)
    line.send(numbered(400))
    expect(line.room()).toBe(0)
    vi.advanceTimersByTime(400)
    expect(line.room()).toBeGreaterThan(150)
    expect(make(null, 100).line.room()).toBe(412)
  })

  test('passes everything on at once without a rate', () => {
    const { line, written } = make(null)
    line.send(numbered(3))
    expect(written).toEqual([0, 1, 2])
  })

  test('sends nothing more once it is closed', () => {
    const { line, written } = make(1000)
    line.send(numbered(100))
    line.close()
    vi.advanceTimersByTime(1000)
    expect(written).toEqual([])
  })
})
