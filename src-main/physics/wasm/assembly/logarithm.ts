// The natural logarithm of physics/numeric/logarithm.ts (after fdlibm), operation for operation, for
// normal positive numbers.

/** Mantissa of 1.4142135623730951. */
const ROOT: i64 = 0x6a09e667f3bcd

export function logarithm(x: f64): f64 {
  const bits = reinterpret<i64>(x)
  // One more where the fraction is above the root of 2, and is halved. On the bits, which are ordered
  // as the numbers are: half the jumps of a branch would be mispredicted.
  const mantissa = bits & 0x000fffffffffffff
  const halve = <i64>(mantissa > ROOT)
  const k = <f64>(<i32>((bits >> 52) - 1023 + halve))
  const f = reinterpret<f64>(mantissa | ((1023 - halve) << 52)) - 1
  if (f === 0) return k * 6.9314718036912381649e-1 + k * 1.90821492927058770002e-10
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const half = 0.5 * f * f
  return (
    k * 6.9314718036912381649e-1 -
    (half - (s * (half + (even + odd)) + k * 1.90821492927058770002e-10) - f)
  )
}
