import { scale } from './bits'

// Method and coefficients: fdlibm, "Developed at SunSoft, a Sun Microsystems, Inc. business.
// Permission to use, copy, modify, and distribute this software is freely granted, provided that
// this notice is preserved." Copyright (C) 1993 by Sun Microsystems, Inc.
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const INVERSE_LN2 = 1.44269504088896338700465
const P1 = 1.66666666666666019037e-1
const P2 = -2.77777777770155933842e-3
const P3 = 6.61375632143793436117e-5
const P4 = -1.6533902205465251539e-6
const P5 = 4.13813679705723846039e-8

/** e^x, within 1 unit in the last place; the same bits on every runtime. */
export function exponential(x: number): number {
  if (x !== x) return x
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  if (x < 3e-9 && x > -3e-9) return 1 + x
  const k = Math.floor(x * INVERSE_LN2 + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  return k === 0 ? y : scale(y, k)
}
