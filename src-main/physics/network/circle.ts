import { cosine, sine } from '../numeric'

const TWO_PI = 6.283185307179586

/** Places on a circle in the unit square, clockwise from the top: for networks without any. */
export function circle(count: number): { x: Float64Array; y: Float64Array } {
  const angle = (i: number) => (TWO_PI * i) / count
  return {
    x: Float64Array.from({ length: count }, (_, i) => 0.5 + 0.46 * sine(angle(i))),
    y: Float64Array.from({ length: count }, (_, i) => 0.5 - 0.46 * cosine(angle(i))),
  }
}
