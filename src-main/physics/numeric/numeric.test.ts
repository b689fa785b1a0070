import { expect, test } from 'vitest'
import { Draws } from '../random'
import {
  exactCosine,
  exactExp,
  exactLog,
  exactPower,
  exactSine,
  fixed,
  ulps,
} from '../testing/exact'
import { arctangent2, cosine, exponential, logarithm, power, sine } from './index'

const draws = new Draws(1, 'noise')
const sample = (count: number, low: number, high: number) =>
  Array.from({ length: count }, () => draws.between(low, high))

/** Largest error in units of the last place, and where. */
function worst(
  points: number[],
  f: (x: number) => number,
  exact: (x: bigint, n: number) => bigint,
) {
  return points.reduce(
    (most, x) => {
      const error = ulps(f(x), exact(fixed(x), x))
      return error > most.error ? { error, x } : most
    },
    { error: 0, x: 0 },
  )
}

test('the exponential is within 1 unit in the last place', () => {
  const points = [...sample(300, -700, 700), ...sample(300, -1, 1), 1e-10, -1e-10, 0.34657, 709.7]
  expect(worst(points, exponential, exactExp).error).toBeLessThanOrEqual(1)
})

test('the exponential overflows, underflows and passes what is not a number', () => {
  expect(exponential(710)).toBe(Infinity)
  expect(exponential(-746)).toBe(0)
  expect(exponential(NaN)).toBeNaN()
  expect(exponential(0)).toBe(1)
  expect(exponential(-740)).toBeGreaterThan(0)
})

test('the logarithm is within 1 unit in the last place', () => {
  const points = [
    ...sample(200, 0.5, 2),
    ...sample(200, 1e-9, 1e9),
    1e-300,
    1e300,
    0.7071067811865475,
  ]
  const exact = (x: bigint, n: number) => exactLog(x, Math.log(n))
  expect(worst(points, logarithm, exact).error).toBeLessThanOrEqual(1)
})

test('the logarithm of 0, of negative and of subnormal numbers', () => {
  expect(logarithm(0)).toBe(-Infinity)
  expect(logarithm(-1)).toBeNaN()
  expect(logarithm(1)).toBe(0)
  expect(logarithm(Infinity)).toBe(Infinity)
  expect(logarithm(5e-324)).toBeCloseTo(-744.4400719213812, 12)
})

test('sine and cosine are within 1 unit in the last place, near multiples of pi/2 too', () => {
  const quarters = Array.from({ length: 300 }, (_, i) => (i + 1) * 1.5707963267948966)
  const points = [...sample(400, -20, 20), ...sample(200, -1.6e6, 1.6e6), ...quarters, 1e-9, 0.785]
  expect(worst(points, sine, exactSine).error).toBeLessThanOrEqual(1)
  expect(worst(points, cosine, exactCosine).error).toBeLessThanOrEqual(1)
})

test('an angle whose reduction would lose bits is refused', () => {
  expect(() => sine(1e7)).toThrow(/sine or cosine of 10000000/)
  expect(() => cosine(NaN)).toThrow()
})

test('a power is within 1 unit in the last place', () => {
  const bases = sample(200, 0.001, 1000)
  const exponents = sample(200, -90, 90)
  bases.forEach((x, i) =>
    expect(
      ulps(power(x, exponents[i]), exactPower(x, Math.log(x), exponents[i])),
    ).toBeLessThanOrEqual(1),
  )
})

test('powers at the edges of their domain', () => {
  expect(power(2, 10)).toBe(1024)
  expect(power(0, 0)).toBe(1)
  expect(power(0, -1)).toBe(Infinity)
  expect(power(-2, 2)).toBeNaN()
  expect(power(10, 400)).toBe(Infinity)
  expect(power(10, -400)).toBe(0)
  expect(power(0.5, Infinity)).toBe(0)
  expect(power(2, -1074)).toBe(5e-324)
})

test('the angle of a vector is within 2 units in the last place, in all four quarters', () => {
  for (const angle of [...sample(2000, -3.14159, 3.14159), 1e-9, -3.1415926]) {
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    const expected = Math.atan2(y, x)
    expect(Math.abs(arctangent2(y, x) - expected)).toBeLessThan(2 ** -51 * Math.abs(expected))
  }
  expect([arctangent2(0, 1), arctangent2(0, -1), arctangent2(0, 0)]).toEqual([0, Math.PI, 0])
  expect([arctangent2(2, 0), arctangent2(-2, 0)]).toEqual([Math.PI / 2, -Math.PI / 2])
})
