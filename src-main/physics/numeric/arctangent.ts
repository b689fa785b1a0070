// Method and coefficients: fdlibm; notice in exponential.ts.
const HIGH = [
  4.63647609000806093515e-1, 7.85398163397448278999e-1, 9.82793723247329054082e-1,
  1.570796326794896558,
]
const LOW = [
  2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17,
  6.12323399573676603587e-17,
]
const A = [
  3.33333333333329318027e-1, -1.99999999998764832476e-1, 1.42857142725034663711e-1,
  -1.1111110405462355788e-1, 9.09088713343650656196e-2, -7.69187620504482999495e-2,
  6.66107313738753120669e-2, -5.83357013379057348645e-2, 4.97687799461593236017e-2,
  -3.6531572744216915527e-2, 1.62858201153657823623e-2,
]
const PI = 3.141592653589793

/** Arctangent of a number from 0 on, within 1 unit in the last place. */
function arctangent(x: number): number {
  if (x > 1e17) return HIGH[3]
  let piece = -1
  let r = x
  if (x >= 0.4375) {
    if (x < 0.6875) {
      piece = 0
      r = (2 * x - 1) / (2 + x)
    } else if (x < 1.1875) {
      piece = 1
      r = (x - 1) / (x + 1)
    } else if (x < 2.4375) {
      piece = 2
      r = (x - 1.5) / (1 + 1.5 * x)
    } else {
      piece = 3
      r = -1 / x
    }
  }
  const z = r * r
  const w = z * z
  const odd = z * (A[0] + w * (A[2] + w * (A[4] + w * (A[6] + w * (A[8] + w * A[10])))))
  const even = w * (A[1] + w * (A[3] + w * (A[5] + w * (A[7] + w * A[9]))))
  if (piece < 0) return r - r * (odd + even)
  return HIGH[piece] - (r * (odd + even) - LOW[piece] - r)
}

/** Angle of the vector (x, y) in (-pi, pi], rad, within 2 units in the last place; 0 for no vector. */
export function arctangent2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0
  const angle = arctangent(Math.abs(y) / Math.abs(x))
  const half = x < 0 ? PI - angle : angle
  return y < 0 ? -half : half
}
