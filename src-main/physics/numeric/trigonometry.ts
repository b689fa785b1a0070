import { PhysicsError } from '../error'

// Method and coefficients: fdlibm; notice in exponential.ts.
const S1 = -1.66666666666666324348e-1
const S2 = 8.33333333332248946124e-3
const S3 = -1.98412698298579493134e-4
const S4 = 2.75573137070700676789e-6
const S5 = -2.50507602534068634195e-8
const S6 = 1.58969099521155010221e-10
const C1 = 4.16666666666666019037e-2
const C2 = -1.38888888888741095749e-3
const C3 = 2.48015872894767294178e-5
const C4 = -2.75573143513906633035e-7
const C5 = 2.0875723212981748279e-9
const C6 = -1.13596475577881948265e-11

const TWO_OVER_PI = 6.36619772367581382433e-1
// pi/2 in three pieces of 33 bits and a tail: n times a piece is exact for n < 2^20.
const PIECE_1 = 1.57079632673412561417
const PIECE_2 = 6.0771005063039659766e-11
const TAIL_2 = 2.02226624879595063154e-21
const PIECE_3 = 2.0222662487111664558e-21
const TAIL_3 = 8.47842766036889956997e-32

/** Largest argument, about 2^20 quarter turns: beyond it the reduction would lose bits. */
export const largestAngle = 1.6e6

// The remainder of the last reduction, as a sum of two numbers: no object per call.
let rest = 0
let restTail = 0

/** Takes whole quarter turns away (Cody and Waite); returns how many, modulo 4. */
function reduce(x: number): number {
  if (!(x <= largestAngle && x >= -largestAngle))
    throw new PhysicsError(
      'angle-out-of-range',
      `The sine or cosine of ${x} was asked for.`,
      `Angles lie between -${largestAngle} and ${largestAngle} radian.`,
    )
  const n = Math.floor(x * TWO_OVER_PI + 0.5)
  // pi/2 = PIECE_1 + PIECE_2 + PIECE_3 + TAIL_3, 33 bits each.
  let r = x - n * PIECE_1
  let before = r
  let w = n * PIECE_2
  r = before - w
  w = n * TAIL_2 - (before - r - w)
  rest = r - w
  if (rest < 1e-5 && rest > -1e-5) {
    // Near a multiple of pi/2 most bits cancelled: use the third piece.
    before = r
    w = n * PIECE_3
    r = before - w
    w = n * TAIL_3 - (before - r - w)
    rest = r - w
  }
  restTail = r - rest - w
  return n & 3
}

function kernelSine(x: number, tail: number): number {
  const z = x * x
  const v = z * x
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))
  return x - (z * (0.5 * tail - v * r) - tail - v * S1)
}

function kernelCosine(x: number, tail: number): number {
  const z = x * x
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))))
  const half = 0.5 * z
  const w = 1 - half
  return w + (1 - w - half + (z * r - x * tail))
}

/** Sine, within 1 unit in the last place. @throws PhysicsError beyond `largestAngle`. */
export function sine(x: number): number {
  const quarter = reduce(x)
  const y = quarter & 1 ? kernelCosine(rest, restTail) : kernelSine(rest, restTail)
  return quarter & 2 ? -y : y
}

/** Cosine, within 1 unit in the last place. @throws PhysicsError beyond `largestAngle`. */
export function cosine(x: number): number {
  const quarter = reduce(x)
  const y = quarter & 1 ? -kernelSine(rest, restTail) : kernelCosine(rest, restTail)
  return quarter & 2 ? -y : y
}
