import { split } from './bits'

// Method and coefficients: fdlibm; notice in exponential.ts.
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const L1 = 6.66666666666673513e-1
const L2 = 3.999999999940941908e-1
const L3 = 2.857142874366239149e-1
const L4 = 2.222219843214978396e-1
const L5 = 1.818357216161805012e-1
const L6 = 1.531383769920937332e-1
const L7 = 1.479819860511658591e-1

/** Natural logarithm, within 1 unit in the last place; the same bits on every runtime. */
export function logarithm(x: number): number {
  if (x !== x || x === Infinity) return x
  if (x === 0) return -Infinity
  if (x < 0) return NaN
  const { fraction, exponent } = split(x)
  const halve = fraction > 1.4142135623730951
  const k = halve ? exponent + 1 : exponent
  const f = (halve ? fraction / 2 : fraction) - 1
  if (f === 0) return k * LN2_HIGH + k * LN2_LOW
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (L2 + w * (L4 + w * L6))
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)))
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + (even + odd)) + k * LN2_LOW) - f)
}
