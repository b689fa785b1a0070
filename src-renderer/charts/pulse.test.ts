import { describe, expect, it } from 'vitest'
import { Pulse } from './pulse'

describe('a pulse', () => {
  it('marks an edge that updated and fades', () => {
    const pulse = new Pulse()
    pulse.follow(Float64Array.of(0, 0), 1, 0)
    pulse.follow(Float64Array.of(1, 0), 1, 100)
    expect([pulse.glow(0), pulse.glow(1)]).toEqual([1, 0])
    pulse.follow(Float64Array.of(1, 0), 1, 210)
    expect(pulse.glow(0)).toBeCloseTo(0.5)
    expect(pulse.alive).toBe(true)
    pulse.follow(Float64Array.of(1, 0), 1, 400)
    expect(pulse.glow(0)).toBe(0)
    expect(pulse.alive).toBe(false)
  })

  it('is silent when updates come faster than pulses can be told apart', () => {
    const pulse = new Pulse()
    pulse.follow(Float64Array.of(0), 1000, 0)
    pulse.follow(Float64Array.of(1), 1000, 10)
    expect(pulse.glow(0)).toBe(0)
  })
})
