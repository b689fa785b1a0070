import { describe, expect, it } from 'vitest'
import { sparkline } from './sparkline'

describe('a sparkline', () => {
  it('goes from the upper left to the lower right for an error that falls', () => {
    expect(sparkline(Float64Array.of(1, 0.1, 0.01), 63, 23)).toBe('M1.5 1.5L31.5 11.5L61.5 21.5')
  })

  it('is linear where a value is zero or below', () => {
    expect(sparkline(Float64Array.of(4, 1, 0), 63, 23)).toBe('M1.5 1.5L31.5 16.5L61.5 21.5')
  })

  it('lies in the middle where nothing changes', () => {
    expect(sparkline(Float64Array.of(2, 2), 63, 23)).toBe('M1.5 11.5L61.5 11.5')
  })

  it('leaves out what is no number and begins anew after it', () => {
    expect(sparkline(Float64Array.of(1, NaN, 1, 1), 63, 23)).toBe('M1.5 11.5M41.5 11.5L61.5 11.5')
  })

  it('is empty before there are two values', () => {
    expect(sparkline(Float64Array.of(1), 63, 23)).toBe('')
  })
})
