import { scale, split, upperHalf } from './bits'

// A number as high + low carries about 106 bits: enough for the logarithm of a power, whose error
// the exponent multiplies by up to 745. Sums after Knuth, products after Dekker.
type Pair = readonly [high: number, low: number]

function sum(a: number, b: number): Pair {
  const s = a + b
  const t = s - a
  return [s, a - (s - t) + (b - t)]
}

function product(a: number, b: number): Pair {
  const p = a * b
  const ah = upperHalf(a)
  const bh = upperHalf(b)
  const al = a - ah
  const bl = b - bh
  return [p, al * bl - (p - ah * bh - al * bh - ah * bl)]
}

function add(a: Pair, b: Pair): Pair {
  const [s, e] = sum(a[0], b[0])
  return sum(s, e + (a[1] + b[1]))
}

function multiply(a: Pair, b: Pair): Pair {
  const [p, e] = product(a[0], b[0])
  return sum(p, e + (a[0] * b[1] + a[1] * b[0]))
}

function divide(a: Pair, b: Pair): Pair {
  const q = a[0] / b[0]
  const left = add(a, multiply([-q, 0], b))
  return sum(q, (left[0] + left[1]) / b[0])
}

const LN2: Pair = [0.6931471805599453, 2.3190468138462996e-17]

/** ln x = k ln 2 + 2 artanh((m - 1) / (m + 1)), m in [sqrt 1/2, sqrt 2]. */
function logarithmPair(x: number): Pair {
  const { fraction, exponent } = split(x)
  const halve = fraction > 1.4142135623730951
  const m = halve ? fraction / 2 : fraction
  const s = divide([m - 1, 0], sum(m, 1))
  const z = multiply(s, s)
  // |s| < 0.1716: the term s^45/45 is below 2^-118.
  let series: Pair = [0, 0]
  for (let n = 43; n >= 1; n -= 2) series = add(multiply(series, z), divide([1, 0], [n, 0]))
  const twice = multiply(multiply(series, s), [2, 0])
  return add(multiply([halve ? exponent + 1 : exponent, 0], LN2), twice)
}

/** e^(pair) with the rounding of the last addition only, within 0.51 units in the last place. */
function exponentialPair(x: Pair): number {
  const k = Math.floor(x[0] * 1.4426950408889634 + 0.5)
  const r = multiply(add(x, multiply([-k, 0], LN2)), [1 / 64, 0])
  // |r| < 0.0055: the term r^12/12! is below 2^-118.
  let series: Pair = [1, 0]
  for (let n = 11; n >= 1; n--) series = add([1, 0], divide(multiply(series, r), [n, 0]))
  for (let i = 0; i < 6; i++) series = multiply(series, series)
  return scale(series[0] + series[1], k)
}

/**
 * x^y for x >= 0, within 1 unit in the last place; a negative x gives NaN (ours: no conductance,
 * probability or distance is negative, and nothing here needs the integer case).
 */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1
  if (x !== x || y !== y || x < 0) return NaN
  if (x === 0) return y > 0 ? 0 : Infinity
  if (x === Infinity) return y > 0 ? Infinity : 0
  if (y === Infinity || y === -Infinity) return x > 1 === y > 0 ? Infinity : 0
  const log = logarithmPair(x)
  const rough = log[0] * y
  if (rough > 710) return Infinity
  if (rough < -746) return 0
  return exponentialPair(multiply(log, [y, 0]))
}
