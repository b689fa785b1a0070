import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPosition, nudged, numberText, sliderOf, toPosition, typedNumber } from './number'

const p = { min: 0.01, max: 1, log: false, whole: false }
const alpha = { min: 1e-5, max: 1, log: true, whole: false }
const b = { min: 1, max: 30, log: false, whole: true }

describe('a typed number', () => {
  it('is read as a person writes it', () => {
    expect(typedNumber(' 0,25 ')).toBe(0.25)
    expect(typedNumber('3e-3')).toBe(0.003)
    expect(typedNumber('−2')).toBe(-2)
    expect(typedNumber('.5')).toBe(0.5)
    // As Chinese input methods write them.
    expect(typedNumber('０．２５')).toBe(0.25)
    expect(typedNumber('１２')).toBe(12)
    expect(typedNumber('12 apples')).toBeNull()
    expect(typedNumber('')).toBeNull()
  })

  it('is shown so that it can be read back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
        const read = typedNumber(numberText(value))
        expect(Math.abs((read ?? NaN) / value - 1)).toBeLessThan(1e-3)
      }),
    )
    expect(numberText(0.003)).toBe('0.003')
    expect(numberText(3e-7)).toBe('3e-7')
  })
})

describe('a slider', () => {
  it('reaches both ends and comes back to where it was', () => {
    for (const scale of [p, alpha, b]) {
      expect(fromPosition(toPosition(scale.min, scale), scale)).toBe(scale.min)
      expect(fromPosition(toPosition(scale.max, scale), scale)).toBe(scale.max)
    }
    for (let value = 1; value <= 30; value++) {
      expect(fromPosition(toPosition(value, b), b)).toBe(value)
    }
  })

  it('moves a probability by hundredths and a batch by ones', () => {
    expect(sliderOf(p)).toEqual({ min: 0.01, max: 1, step: 0.01 })
    expect(sliderOf(b)).toEqual({ min: 1, max: 30, step: 1 })
    expect(sliderOf({ ...b, max: 1 }).max).toBeGreaterThan(1)
    expect(fromPosition(0.1 + 0.2, p)).toBe(0.3)
  })

  it('spends equal lengths on equal ratios on a log scale', () => {
    expect(toPosition(1e-3, alpha) - toPosition(1e-4, alpha)).toBe(200)
  })

  it('stays inside its range, whatever the value', () => {
    expect(toPosition(100, p)).toBe(1)
    expect(toPosition(0, alpha)).toBe(0)
  })
})

describe('a nudge', () => {
  it('always moves a whole number, and stops at the ends', () => {
    expect(nudged(1, 1, b)).toBe(2)
    expect(nudged(30, 1, b)).toBe(30)
    expect(nudged(1, -1, { ...b, log: true })).toBe(1)
    expect(nudged(2, -1, { min: 1, max: 1e6, log: true, whole: true })).toBe(1)
  })

  it('moves by a tenth on a log scale', () => {
    expect(nudged(0.003, 1, alpha)).toBe(0.0033)
  })
})
