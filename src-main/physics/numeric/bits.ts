const view = new DataView(new ArrayBuffer(8))

/** Sign, exponent and upper 20 bits of the fraction. */
export function highWord(x: number): number {
  view.setFloat64(0, x)
  return view.getInt32(0)
}

/** The same number with another upper word. */
export function withHighWord(x: number, high: number): number {
  view.setFloat64(0, x)
  view.setInt32(0, high)
  return view.getFloat64(0)
}

/** x with the lower 27 bits of its fraction cleared: products of two such numbers are exact. */
export function upperHalf(x: number): number {
  view.setFloat64(0, x)
  view.setUint32(4, view.getUint32(4) & 0xf8000000)
  return view.getFloat64(0)
}

/** 2^n for normal results, -1022 <= n <= 1023. */
function powerOfTwo(n: number): number {
  view.setInt32(0, (n + 1023) << 20)
  view.setInt32(4, 0)
  return view.getFloat64(0)
}

/** x 2^n, rounded once even where the result is subnormal; |n| <= 2200. */
export function scale(x: number, n: number): number {
  let y = x
  let left = n
  if (left > 1023) {
    y *= powerOfTwo(1023)
    left -= 1023
    if (left > 1023) {
      y *= powerOfTwo(1023)
      left = left - 1023 > 1023 ? 1023 : left - 1023
    }
  } else if (left < -1022) {
    // Stay 53 bits above the subnormal range, so that only the last factor rounds.
    y *= powerOfTwo(-969)
    left += 969
    if (left < -1022) {
      y *= powerOfTwo(-969)
      left = left + 969 < -1022 ? -1022 : left + 969
    }
  }
  return y * powerOfTwo(left)
}

/** Fraction in [1, 2) and exponent of a positive finite number. */
export function split(x: number): { fraction: number; exponent: number } {
  const small = x < 2.2250738585072014e-308
  // 2^54 lifts every subnormal number into the normal range, exactly.
  const y = small ? x * 18014398509481984 : x
  const high = highWord(y)
  const exponent = (high >> 20) - 1023
  return {
    fraction: withHighWord(y, (high & 0xfffff) | 0x3ff00000),
    exponent: small ? exponent - 54 : exponent,
  }
}
