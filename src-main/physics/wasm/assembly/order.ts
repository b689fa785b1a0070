// Batches of whole epochs: the orders of batches/batches.ts, shuffled as random/draws.ts does it.
// The shuffle of Fisher and Yates goes along with the steps: the places that it swaps with are
// drawn some at a time, and each swap is made where its example is read.

import { FIRST, GOLDEN, rowsOf, row0, row1, SECOND, wordOf } from './random'

/** Draws that are made together: setting the constants up costs as much as a few. */
const CHUNK: i32 = 64
/**
 * Examples up to which a product of M - i and the upper 20 bits of a word fits 32 bits, and bits of
 * the word that are left out then.
 */
const FEW: i32 = 4096
const SHORT: i32 = 12
/** Up to here the rounding of a draw is far smaller than the margin that is left for it. */
const MOST: i32 = 1 << 20

let total: i32 = 0
let size: i32 = 0
/** Examples seen of this epoch, the present batch's among them. */
let seen: i32 = 0
let key0: i32 = 0
let key1: i32 = 0
/** Numbers of no epoch: nothing there yet, and the examples' own order. */
const NONE: i64 = -1
const OWN: i64 = -2
let epoch: i64 = NONE
/** Rows of the epoch's block of random words, and how many of its draws are made. */
let epochRow0: i32 = 0
let epochRow1: i32 = 0
let drawn: i32 = 0
/** M addresses of rows, and for each place in the order the address of that it swaps with. */
let order: usize = 0
let places: usize = 0
/** The rows of the examples, and their length in bytes. */
let table: usize = 0
let rowBytes: usize = 0
/** The step's batch: where its examples begin, their places, and how many they are. */
export let batch: usize = 0
export let batchPlaces: usize = 0
export let batchCount: i32 = 0

/** @param orderAt and @param placesAt room for M + 4 words each. */
export function placeOrder(
  orderAt: usize,
  placesAt: usize,
  examples: i32,
  tableAt: usize,
  bytes: usize,
): void {
  order = orderAt
  places = placesAt
  total = examples
  table = tableAt
  rowBytes = bytes
}

/** Goes to a place in the sequence of batches. O(M) where it is not the one that comes next. */
export function setOrder(k0: i32, k1: i32, at: f64, seenOf: i32, batchSize: i32): void {
  const wanted = <i64>at
  if (k0 !== key0 || k1 !== key1) epoch = NONE
  key0 = k0
  key1 = k1
  size = batchSize
  // An epoch half seen was shuffled: a batch of all examples leaves none half seen.
  if (size >= total && seenOf === 0) keepOrder()
  else if (wanted !== epoch || seenOf !== seen) {
    begin(wanted)
    seen = seenOf
    drawPlaces()
    for (let i: usize = 0; i < (<usize>seen) << 2; i += 4) take(places + i, order + i)
  }
}

/** Goes to the next batch; its places are still to be drawn. */
export function nextBatch(): void {
  if (seen >= total) {
    if (size < total) begin(epoch + 1)
    else keepOrder()
  }
  const at = (<usize>seen) << 2
  batch = order + at
  batchPlaces = places + at
  batchCount = min(size, total - seen)
  seen += batchCount
}

/** The row of the example that comes to a place in the order, which is then never looked at again. */
export function take(place: usize, own: usize): usize {
  const other = <usize>load<u32>(place)
  const row = <usize>load<u32>(other)
  store<u32>(other, load<u32>(own))
  return row
}

function keepOrder(): void {
  seen = 0
  if (epoch === OWN) return
  inOrder()
  for (let i: usize = 0; i < (<usize>total) << 2; i += 4) store<usize>(places + i, order + i)
  drawn = total
  epoch = OWN
}

function begin(wanted: i64): void {
  rowsOf(wanted, key0, key1)
  epochRow0 = row0
  epochRow1 = row1
  epoch = wanted
  seen = drawn = 0
  inOrder()
}

function inOrder(): void {
  const bytes = <i32>rowBytes
  const four = i32x4.splat(4 * bytes)
  let rows = i32x4.add(i32x4.splat(<i32>table), i32x4.mul(i32x4.splat(bytes), i32x4(0, 1, 2, 3)))
  let at = order
  const end = at + ((<usize>total) << 2)
  do {
    v128.store(at, rows)
    rows = i32x4.add(rows, four)
    at += 16
  } while (at < end)
}

/** Draws at least the places of the examples that are seen. */
export function drawPlaces(): void {
  while (drawn < seen) {
    const until = min(drawn + CHUNK, total)
    if (total > MOST || !drawFast(drawn, until)) drawExactly(drawn, until)
    drawn = until
  }
}

/**
 * Place i + floor(u (M - i)) from upper bits of u alone, 20 of few examples and else 27, four draws
 * at once. The loop is tested at its end: only then does V8 take the constants out of it.
 * @returns whether that decides all of them: the lower bits can carry where the fraction is within
 * (M - i) 2^-20 or 2^-27 of the next whole number, once in 10,000 draws of M = 128.
 */
function drawFast(from: i32, until: i32): bool {
  const few = total <= FEW
  const first = i32x4.splat(FIRST)
  const second = i32x4.splat(SECOND)
  const added = i32x4.splat(epochRow1)
  const ahead = i32x4.splat(8 * GOLDEN)
  const four = i32x4.splat(4)
  const sixteen = i32x4.splat(16)
  const index = i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3))
  // A group that goes past the end draws places that nobody reads.
  let left = i32x4.sub(i32x4.splat(total), index)
  const odd = i32x4.add(i32x4.add(index, index), i32x4.splat(1))
  let golden = i32x4.add(i32x4.mul(odd, i32x4.splat(GOLDEN)), i32x4.splat(epochRow0))
  let own = i32x4.add(i32x4.splat(<i32>order), i32x4.shl(index, 2))
  // Largest fraction, its highest bit first.
  let highest = i32x4.splat(0)
  let place = places + ((<usize>from) << 2)
  const end = places + ((<usize>until) << 2)
  do {
    // As drawnFour of random.ts has them.
    let x = i32x4.mul(v128.xor(golden, i32x4.shr_u(golden, 16)), first)
    x = i32x4.add(x, added)
    x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), second)
    x = v128.xor(x, i32x4.shr_u(x, 16))
    let whole: v128
    if (few) {
      const product = i32x4.mul(i32x4.shr_u(x, SHORT), left)
      highest = i32x4.max_u(highest, i32x4.shl(product, SHORT))
      whole = i32x4.shr_u(product, 32 - SHORT)
    } else {
      const upper = v128.and(x, i32x4.splat(-32))
      const low = i64x2.extmul_low_i32x4_u(upper, left)
      const high = i64x2.extmul_high_i32x4_u(upper, left)
      highest = i32x4.max_u(highest, v128.shuffle<i32>(low, high, 0, 2, 4, 6))
      whole = v128.shuffle<i32>(low, high, 1, 3, 5, 7)
    }
    v128.store(place, i32x4.add(own, i32x4.shl(whole, 2)))
    golden = i32x4.add(golden, ahead)
    left = i32x4.sub(left, four)
    own = i32x4.add(own, sixteen)
    place += 16
  } while (place < end)
  // M - i units of the last bit are what the lower bits add at most; the rest is for rounding.
  const margin = few ? (total - from + 1) << SHORT : 34 * (total - from)
  return !v128.any_true(i32x4.ge_u(highest, i32x4.splat(-margin)))
}

/** The same as Draws.shuffle has it. */
function drawExactly(from: i32, until: i32): void {
  for (let i = from; i < until; i++) {
    const high = <f64>(wordOf(2 * i, epochRow0, epochRow1) >>> 5)
    const low = <f64>(wordOf(2 * i + 1, epochRow0, epochRow1) >>> 6)
    const uniform = (high * 67108864 + low) / 9007199254740992
    const place = i + <i32>(uniform * <f64>(total - i))
    store<usize>(places + ((<usize>i) << 2), order + ((<usize>place) << 2))
  }
}
