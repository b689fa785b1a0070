import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDuration,
  formatError,
  formatPercent,
  formatPower,
  formatScientific,
  formatSi,
  formatVoltage,
  grouped,
} from './format'

/** The narrow space as an ordinary one, to read the expectations. */
const plain = (text: string) => text.replaceAll('\u202f', ' ')

describe('numbers', () => {
  it('of steps have all their digits, in groups', () => {
    expect(plain(grouped(1234567))).toBe('1 234 567')
    expect(grouped(999)).toBe('999')
  })

  it('take the SI prefix that leaves one to three digits before the point', () => {
    expect(plain(formatSi(1250, 'S'))).toBe('1.25 kS')
    expect(plain(formatSi(1.5625e-5, 'S'))).toBe('15.6 µS')
    expect(plain(formatSi(0, 'V'))).toBe('0 V')
    expect(plain(formatSi(-0.042, 'V'))).toBe('−42.0 mV')
    expect(plain(formatSi(5))).toBe('5.00')
  })

  it('go to the next prefix when rounding makes a thousand', () => {
    expect(plain(formatSi(999.6, 'V'))).toBe('1.00 kV')
    expect(plain(formatSi(999.4, 'V'))).toBe('999 V')
  })

  it('keep their width while they change', () => {
    const widths = [1, 1.234, 9.99, 12.34, 99.94].map((v) => formatSi(v, 'V').length)
    expect(new Set(widths).size).toBe(1)
  })

  it('count exactly below ten thousand', () => {
    expect([0, 9999, 12_345, 4_560_000].map((v) => plain(formatCount(v)))).toEqual([
      '0',
      '9999',
      '12.3 k',
      '4.56 M',
    ])
  })

  it('write errors without a prefix, which the square would make misleading', () => {
    expect(plain(formatError(4.2e-4))).toBe('4.20×10⁻⁴ V²')
    expect(plain(formatError(0.05))).toBe('0.0500 V²')
    expect(formatError(null)).toBe('–')
    expect(formatScientific(0)).toBe('0')
    expect(formatScientific(12345)).toBe('1.23×10⁴')
    expect(formatPower(-12)).toBe('10⁻¹²')
  })

  it('write percentages, voltages and durations with fixed decimals', () => {
    expect(plain(formatPercent(0.9583))).toBe('95.8 %')
    expect(plain(formatVoltage(-0.004))).toBe('−0.00 V')
    expect([350, 12_340, 245_000, 7_380_000].map((ms) => plain(formatDuration(ms)))).toEqual([
      '350 ms',
      '12.3 s',
      '4 min 05 s',
      '2 h 03 min',
    ])
  })
})
