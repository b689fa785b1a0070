// Batches of whole epochs: the orders of batches/batches.ts, shuffled as random/draws.ts does it.
// The order of the next epoch is drawn ahead, a few places at a time, while this one is used up.

import { drawnFour, GOLDEN, rowsOf, row0, row1, wordOf } from './random'

/** Draws that are made together, and room for as many places. */
const CHUNK: i32 = 64
/** Fewer draws due than this wait for more: they go four at a time. */
const WORTH: i32 = 16
/** Up to here the rounding of a draw is far smaller than the margin that is left for it. */
const MOST: i32 = 1 << 20

let total: i32 = 0
let size: i32 = 0
/** Examples seen of this epoch. */
let seen: i32 = 0
let key0: i32 = 0
let key1: i32 = 0
/** Numbers of no epoch: nothing there yet, and the examples' own order. */
const NONE: i64 = -1
const OWN: i64 = -2
/** Orders of this epoch and of the next, and their numbers. */
let current: usize = 0
let next: usize = 0
let epoch: i64 = NONE
let nextEpoch: i64 = NONE
/** Rows of the next epoch's block of random words. */
let nextRow0: i32 = 0
let nextRow1: i32 = 0
/** Draws made of the next epoch, and due besides. */
let made: i32 = 0
let due: i32 = 0
/** The places that a chunk of draws swaps with. */
let places: usize = 0
/** The step's batch: where its examples begin, and how many they are. */
export let batch: usize = 0
export let batchCount: i32 = 0

/** @param orders room for 2 (M + 4) and @param placesAt for 64 words. */
export function placeOrder(orders: usize, placesAt: usize, examples: i32): void {
  total = examples
  current = orders
  next = orders + ((<usize>(examples + 4)) << 2)
  places = placesAt
}

/** Goes to a place in the sequence of batches. O(M) where it is not the one that comes next. */
export function setOrder(k0: i32, k1: i32, at: f64, seenOf: i32, batchSize: i32): void {
  if (k0 !== key0 || k1 !== key1) epoch = nextEpoch = NONE
  key0 = k0
  key1 = k1
  size = batchSize
  seen = seenOf
  // An epoch half seen was shuffled: a batch of all examples leaves none half seen.
  if (size < total || seen > 0) orderOf(<i64>at)
  else keepOrder()
}

/** Goes to the next batch. */
export function nextBatch(): void {
  if (seen >= total) {
    seen = 0
    if (size < total) orderOf(epoch + 1)
    else keepOrder()
  }
  batch = current + ((<usize>seen) << 2)
  batchCount = min(size, total - seen)
  seen += batchCount
}

/** Draws ahead for a step with so many examples. */
export function drawAhead(count: i32): void {
  if (size >= total) return
  due += count
  if (due < WORTH) return
  draw(due)
  due = 0
}

function keepOrder(): void {
  if (epoch === OWN) return
  inOrder(current)
  epoch = OWN
}

function orderOf(wanted: i64): void {
  if (epoch === wanted) return
  if (nextEpoch !== wanted) begin(wanted)
  draw(total)
  const used = current
  current = next
  next = used
  epoch = wanted
  begin(wanted + 1)
}

function begin(wanted: i64): void {
  rowsOf(wanted, key0, key1)
  nextRow0 = row0
  nextRow1 = row1
  nextEpoch = wanted
  made = due = 0
  inOrder(next)
}

function inOrder(order: usize): void {
  let four = i32x4(0, 1, 2, 3)
  for (const end = order + ((<usize>total) << 2); order < end; order += 16) {
    v128.store(order, four)
    four = i32x4.add(four, i32x4.splat(4))
  }
}

/** Makes so many draws more, as far as there are any: the places of Fisher and Yates. */
function draw(count: i32): void {
  const end = min(total - 1, made + count)
  while (made < end) {
    const until = min(end, made + CHUNK)
    if (total > MOST || !drawFast(made, until)) drawExactly(made, until)
    swap(until)
    made = until
  }
}

/** Makes the swaps of the draws from `made` on; four at a time, for a loop costs as much as one. */
function swap(until: i32): void {
  const order = next
  let place = places
  let at = order + ((<usize>made) << 2)
  const end = order + ((<usize>until) << 2)
  for (; at + 12 < end; at += 16, place += 16) {
    exchange(at, order + ((<usize>load<u32>(place)) << 2))
    exchange(at + 4, order + ((<usize>load<u32>(place, 4)) << 2))
    exchange(at + 8, order + ((<usize>load<u32>(place, 8)) << 2))
    exchange(at + 12, order + ((<usize>load<u32>(place, 12)) << 2))
  }
  for (; at < end; at += 4, place += 4) exchange(at, order + ((<usize>load<u32>(place)) << 2))
}

function exchange(a: usize, b: usize): void {
  const kept = load<u32>(a)
  store<u32>(a, load<u32>(b))
  store<u32>(b, kept)
}

/**
 * Place i + floor(u (M - i)) from the upper 27 bits of u alone, four draws at once.
 * @returns whether that decides all of them: the lower 26 bits can carry where the fraction is
 * within (M - i) 2^-27 of the next whole number, once in a million draws of M = 128.
 */
function drawFast(from: i32, until: i32): bool {
  const r0 = i32x4.splat(nextRow0)
  const r1 = i32x4.splat(nextRow1)
  const mask = i32x4.splat(-32)
  const ahead = i32x4.splat(8 * GOLDEN)
  const four = i32x4.splat(4)
  let index = i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3))
  // A group that goes past the end draws places that nobody reads.
  let left = i32x4.sub(i32x4.splat(total), index)
  const odd = i32x4.add(i32x4.add(index, index), i32x4.splat(1))
  let golden = i32x4.mul(odd, i32x4.splat(GOLDEN))
  let highest = i32x4.splat(0)
  let place = places
  for (const end = place + ((<usize>(until - from)) << 2); place < end; place += 16) {
    const upper = v128.and(drawnFour(golden, r0, r1), mask)
    const low = i64x2.extmul_low_i32x4_u(upper, left)
    const high = i64x2.extmul_high_i32x4_u(upper, left)
    highest = i32x4.max_u(highest, v128.shuffle<i32>(low, high, 0, 2, 4, 6))
    v128.store(place, i32x4.add(index, v128.shuffle<i32>(low, high, 1, 3, 5, 7)))
    golden = i32x4.add(golden, ahead)
    index = i32x4.add(index, four)
    left = i32x4.sub(left, four)
  }
  // 32 (M - i) of 2^32 are what the lower bits add at most; the rest is for rounding.
  return !v128.any_true(i32x4.ge_u(highest, i32x4.splat(-34 * (total - from))))
}

/** The same as Draws.shuffle has it. */
function drawExactly(from: i32, until: i32): void {
  let place = places
  for (let i = from; i < until; i++, place += 4) {
    const high = <f64>(wordOf(2 * i, nextRow0, nextRow1) >>> 5)
    const low = <f64>(wordOf(2 * i + 1, nextRow0, nextRow1) >>> 6)
    const uniform = (high * 67108864 + low) / 9007199254740992
    store<i32>(place, i + <i32>(uniform * <f64>(total - i)))
  }
}
