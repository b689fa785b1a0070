import { expect, test } from 'vitest'
import { describeDisplacement, displacementExponent, displacementPath } from './displacement'

const lag = Float64Array.of(1, 2, 4, 8, 16)
const of = (power: number) => ({
  lag,
  meanSquare: lag.map((steps) => 1e-6 * steps ** power),
  origins: Float64Array.of(16, 8, 4, 2, 1),
})

test('diffusion has the exponent 1, and drift 2', () => {
  expect(displacementExponent(of(1))).toBeCloseTo(1)
  expect(displacementExponent(of(2))).toBeCloseTo(2)
  expect(describeDisplacement(of(1), 'a.u.')).toContain('over 16 steps, growing as lag to the 1.00')
})

test('edges that rest have no exponent and no line', () => {
  const still = { ...of(1), meanSquare: new Float64Array(5) }
  expect(displacementExponent(still)).toBeNull()
  expect(displacementPath(still, 60, 18)).toBe('')
})

test('the line goes from the lower left to the upper right', () => {
  const path = displacementPath(of(1), 60, 18)
  expect(path.startsWith('M1.0 17.0L')).toBe(true)
  expect(path.endsWith('L59.0 1.0')).toBe(true)
})
