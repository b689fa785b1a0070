// The counter-based generator of physics/random/stream.ts, word for word.

export const GOLDEN: i32 = 0x9e3779b9
export const FIRST: i32 = 0x7feb352d
export const SECOND: i32 = 0x846ca68b

export let key0: i32 = 0
export let key1: i32 = 0
export let row0: i32 = 0
export let row1: i32 = 0

export function setKey(a: i32, b: i32): void {
  key0 = a
  key1 = b
}

export function mix(x: i32): i32 {
  x = (x ^ (x >>> 16)) * FIRST
  x = (x ^ (x >>> 15)) * SECOND
  return x ^ (x >>> 16)
}

/** Goes to a block, 0..2^53-1. */
export function seek(block: i64): void {
  rowsOf(block, key0, key1)
}

/** Goes to a block of the stream with these keys. */
export function rowsOf(block: i64, key0: i32, key1: i32): void {
  const low = <i32>block
  const high = <i32>(block >> 32)
  row0 = mix(mix(low ^ key0) + high + key1)
  row1 = mix(mix(low + key1) ^ (high + key0))
}

/** Word `index` of the block. */
export function drawn(index: i32): u32 {
  return wordOf(index, row0, row1)
}

/** Word `index` of the block with these rows. */
export function wordOf(index: i32, row0: i32, row1: i32): u32 {
  let x = (index + 1) * GOLDEN + row0
  x = (x ^ (x >>> 16)) * FIRST + row1
  x = (x ^ (x >>> 15)) * SECOND
  return x ^ (x >>> 16)
}

/** Words of four indices whose (index + 1) GOLDEN is given, in the block with these rows. */
export function drawnFour(golden: v128, row0: v128, row1: v128): v128 {
  let x = i32x4.add(golden, row0)
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(FIRST))
  x = i32x4.add(x, row1)
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(SECOND))
  return v128.xor(x, i32x4.shr_u(x, 16))
}

export function goldenFrom(index: i32): v128 {
  return i32x4.mul(i32x4.add(i32x4.splat(index), i32x4(1, 2, 3, 4)), i32x4.splat(GOLDEN))
}

export function goldenStep(): v128 {
  return i32x4.splat(4 * GOLDEN)
}
