// Exact solutions in BigInt: every double is a whole number times a power of two.

/** x = whole 2^exponent. */
function parts(x: number): { whole: bigint; exponent: number } {
  let [mantissa, exponent] = [x, 0]
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2
    exponent--
  }
  return { whole: BigInt(mantissa), exponent }
}

/** All x times 2^shift, as whole numbers. */
export function scaled(values: readonly number[]): { whole: bigint[]; shift: number } {
  const all = values.map(parts)
  const shift = Math.max(0, ...all.map(({ exponent }) => -exponent))
  return { whole: all.map(({ whole, exponent }) => whole << BigInt(exponent + shift)), shift }
}

/** A solution of a linear system: x_i = numerator[i] / denominator. */
export interface Exact {
  numerator: bigint[]
  denominator: bigint
}

/** Fraction-free elimination (Bareiss, 1968) of a regular system, without rounding. */
export function solveExact(matrix: readonly bigint[][], right: readonly bigint[]): Exact {
  const n = right.length
  const a = matrix.map((row, i) => [...row, right[i]])
  let before = 1n
  for (let k = 0; k < n; k++) {
    const pivot = a.findIndex((row, i) => i >= k && row[k] !== 0n)
    if (pivot < 0) throw new Error('the system is singular')
    if (pivot !== k) [a[k], a[pivot]] = [a[pivot], a[k].map((x) => -x)]
    // Gauss and Jordan: rows above the pivot too, so that no back-substitution is left.
    for (let i = 0; i < n; i++) {
      if (i === k) continue
      const factor = a[i][k]
      for (let j = 0; j <= n; j++) a[i][j] = (a[k][k] * a[i][j] - factor * a[k][j]) / before
    }
    before = a[k][k]
  }
  return { numerator: a.map((row) => row[n]), denominator: before }
}

/** The double nearest to a ratio, but for a unit in the last place. */
function toNumber(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0
  const negative = numerator < 0n !== denominator < 0n
  const abs = (x: bigint) => (x < 0n ? -x : x)
  const [n, d] = [abs(numerator), abs(denominator)]
  const shift = d.toString(2).length - n.toString(2).length + 60
  const quotient = shift >= 0 ? (n << BigInt(shift)) / d : n / (d << BigInt(-shift))
  return (negative ? -1 : 1) * Number(quotient) * 2 ** -shift
}

/** x - numerator / denominator, without cancellation. */
export function missOf(x: number, numerator: bigint, denominator: bigint): number {
  const { whole, exponent } = parts(x)
  const power = 1n << BigInt(-exponent)
  return toNumber(whole * denominator - numerator * power, denominator * power)
}

/** Exact node voltages of a network with some nodes held, as a map from node to its miss. */
export function exactVoltages(
  ends: readonly (readonly [number, number])[],
  conductance: readonly number[],
  held: ReadonlyMap<number, number>,
  nodes: number,
): { miss(node: number, x: number): number } {
  const free = Array.from({ length: nodes }, (_, i) => i).filter((node) => !held.has(node))
  const place = new Map(free.map((node, i) => [node, i]))
  const k = scaled(conductance).whole
  const volts = scaled([...held.values()])
  const voltOf = new Map([...held.keys()].map((node, i) => [node, volts.whole[i]]))
  const matrix = free.map(() => free.map(() => 0n))
  const right = free.map(() => 0n)
  ends.forEach((pair, e) => {
    for (const [from, to] of [pair, [pair[1], pair[0]] as const]) {
      const row = place.get(from)
      if (row === undefined) continue
      matrix[row][row] += k[e]
      const column = place.get(to)
      if (column === undefined) right[row] += k[e] * (voltOf.get(to) ?? 0n)
      else matrix[row][column] -= k[e]
    }
  })
  const { numerator, denominator } = solveExact(matrix, right)
  const scale = denominator << BigInt(volts.shift)
  return {
    miss: (node, x) => {
      const i = place.get(node)
      return i === undefined ? x - (held.get(node) ?? 0) : missOf(x, numerator[i], scale)
    },
  }
}
