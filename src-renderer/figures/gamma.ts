/** Coefficients of Lanczos' approximation for g = 7, 9 terms (P. Godfrey): 15 digits. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
]

/** Natural logarithm of the gamma function of x > 0. */
export function logGamma(x: number): number {
  const z = x - 1
  const sum = lanczos.slice(1).reduce((total, c, i) => total + c / (z + i + 1), lanczos[0])
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Terms that are added at most; far more than the 10 sqrt(a) that are needed here. */
const mostTerms = 100_000
const precision = 1e-14

/**
 * Q(a, x) = Gamma(a, x) / Gamma(a) for a > 0, x >= 0: by its series below a + 1, by Lentz's continued
 * fraction above (Press et al., Numerical Recipes, 6.2).
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) return Math.max(0, 1 - scale * lowerSeries(a, x))
  return scale * upperFraction(a, x)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < mostTerms && term > sum * precision; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let n = 1; n < mostTerms; n++) {
    const factor = -n * (n - a)
    b += 2
    d = 1 / (factor * d + b)
    c = b + factor / c
    value *= d * c
    if (Math.abs(d * c - 1) < precision) break
  }
  return value
}

/** Probability that chi-square with so many degrees of freedom is at least this large. */
export const chiSquareTail = (chiSquare: number, degrees: number): number =>
  upperGamma(degrees / 2, chiSquare / 2)
