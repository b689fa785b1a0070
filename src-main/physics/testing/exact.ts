// Fixed-point numbers of 1200 fractional bits in BigInt: the exact values that tests compare with.
const BITS = 1200n
const ONE = 1n << BITS

const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS
const over = (a: bigint, b: bigint): bigint => (a << BITS) / b

/** The exact value of a finite number of at least 2^-1100. */
export function fixed(x: number): bigint {
  let exponent = 0
  let mantissa = x
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2
    exponent++
  }
  return (BigInt(mantissa) << BITS) >> BigInt(exponent)
}

export function exactExp(x: bigint): bigint {
  const r = x >> 12n
  let term = ONE
  let sum = ONE
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = times(term, r) / n
    sum += term
  }
  for (let i = 0; i < 12; i++) sum = times(sum, sum)
  return sum
}

/** Halley's iteration on e^y = x from the double nearest to it: 52 bits, 150, 450. */
export function exactLog(x: bigint, start: number): bigint {
  let y = fixed(start)
  for (let i = 0; i < 2; i++) {
    const e = exactExp(y)
    y += over(2n * (x - e), x + e)
  }
  return y
}

function arctanInverse(n: bigint): bigint {
  let term = ONE / n
  let sum = 0n
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += (k % 4n === 1n ? 1n : -1n) * (term / k)
    term /= n * n
  }
  return sum
}
/** Machin's formula. */
const PI = 4n * (4n * arctanInverse(5n) - arctanInverse(239n))

export function exactSine(x: bigint): bigint {
  let r = x % (2n * PI)
  if (r > PI) r -= 2n * PI
  if (r < -PI) r += 2n * PI
  let term = r
  let sum = r
  for (let n = 2n; term !== 0n && term !== -1n; n += 2n) {
    term = -times(times(term, r), r) / (n * (n + 1n))
    sum += term
  }
  return sum
}

export const exactCosine = (x: bigint): bigint => exactSine(x + PI / 2n)

/** @param log the double nearest to ln x. */
export const exactPower = (x: number, log: number, y: number): bigint =>
  exactExp(times(fixed(y), exactLog(fixed(x), log)))

/** |got - exact| in units of the last place of `got`. */
export function ulps(got: number, exact: bigint): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, Math.abs(got))
  const exponent = Math.max(1, view.getUint16(0) >> 4) - 1075
  const ulp = 1n << (BITS + BigInt(exponent))
  const miss = fixed(got) - exact
  return Number(((miss < 0n ? -miss : miss) << 20n) / ulp) / 1048576
}
