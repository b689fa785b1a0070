// When edges updated, eight steps to a byte: the counts of intervals/typescript.ts, sixteen edges at once.
// Lane 2 i of a vector is edge i of its sixteen, lane 2 i + 1 is edge i + 8: so a transposition
// leaves them.

/** Steps of a piece, and what stands for the last bit of a piece without any. */
const PIECE: i32 = 8
const NONE: i32 = 8
/** Pieces whose bits a byte can count. */
const FEW: i32 = 31
/** Lowest number of the histogram's last bin, which takes every longer interval too. */
const LAST_BIN: i32 = 1023

let edges: i32 = 0
/** Words of a step's mask. */
let words: i32 = 0
/** Steps x words. */
let masks: usize = 0
/** A vector for each piece of sixteen edges. */
let pieces: usize = 0
/** Last bits of the newest piece, a byte for each edge, in the order of the lanes. */
let newest: usize = 0
/** How often each byte followed each last bit: 9 x 256 words. */
let pairs: usize = 0
let histogram: usize = 0
/** E numbers each. */
let updates: usize = 0
let lastUpdate: usize = 0
let countedFrom: usize = 0

export function placeIntervals(
  edgeCount: i32,
  masksAt: usize,
  piecesAt: usize,
  newestAt: usize,
  pairsAt: usize,
  histogramAt: usize,
): void {
  edges = edgeCount
  words = (edgeCount + 31) >> 5
  masks = masksAt
  pieces = piecesAt
  newest = newestAt
  pairs = pairsAt
  histogram = histogramAt
}

export function placeUpdates(updatesAt: usize, lastAt: usize, countedAt: usize): void {
  updates = updatesAt
  lastUpdate = lastAt
  countedFrom = countedAt
}

/** The steps of so many pieces; rows of steps after the last are 0. */
export function addIntervals(firstStep: f64, count: i32): void {
  for (let first = 0; first < edges; first += 16) {
    cut(masks + ((<usize>first) >> 3), count)
    addSixteen(first, firstStep, count)
  }
}

/** Pieces of the sixteen edges whose bits of the first step are at an address. */
function cut(from: usize, count: i32): void {
  const row = (<usize>words) << 2
  let to = pieces
  for (let n = 0; n < count; n++, to += 16) {
    let rows = i16x8.splat(0)
    rows = v128.load_lane<u16>(from, rows, 0)
    rows = v128.load_lane<u16>(from + row, rows, 1)
    rows = v128.load_lane<u16>(from + 2 * row, rows, 2)
    rows = v128.load_lane<u16>(from + 3 * row, rows, 3)
    rows = v128.load_lane<u16>(from + 4 * row, rows, 4)
    rows = v128.load_lane<u16>(from + 5 * row, rows, 5)
    rows = v128.load_lane<u16>(from + 6 * row, rows, 6)
    rows = v128.load_lane<u16>(from + 7 * row, rows, 7)
    from += 8 * row
    // A byte for each step of the first eight edges, then of the others: bit i of each is edge i.
    const bytes = i8x16.shuffle(rows, rows, 0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15)
    store<u16>(to, i8x16.bitmask(i64x2.shl(bytes, 7)))
    store<u16>(to, i8x16.bitmask(i64x2.shl(bytes, 6)), 2)
    store<u16>(to, i8x16.bitmask(i64x2.shl(bytes, 5)), 4)
    store<u16>(to, i8x16.bitmask(i64x2.shl(bytes, 4)), 6)
    store<u16>(to, i8x16.bitmask(i64x2.shl(bytes, 3)), 8)
    store<u16>(to, i8x16.bitmask(i64x2.shl(bytes, 2)), 10)
    store<u16>(to, i8x16.bitmask(i64x2.shl(bytes, 1)), 12)
    store<u16>(to, i8x16.bitmask(bytes), 14)
  }
}

function addSixteen(first: i32, firstStep: f64, count: i32): void {
  const none = i8x16.splat(<i8>NONE)
  const zero = i8x16.splat(0)
  const low = i8x16.splat(15)
  const one = i8x16.splat(1)
  // One more than the last set bit of a half of a byte; 0 where there is none.
  const ofLow = i8x16(0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4)
  const ofHigh = i8x16(0, 5, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8)
  let last = v128.load(newest + <usize>first)
  let bits = zero
  let sum0 = zero
  let sum1 = zero
  let few = 0
  let at = pieces
  for (let n = 0; n < count; n++, at += 16) {
    const bytes = v128.load(at)
    const begun = v128.andnot(i8x16.eq(last, none), i8x16.eq(bytes, zero))
    if (v128.any_true(begun)) reachBack(first, firstStep, n, i8x16.bitmask(begun))
    countPairs(i8x16.shuffle(bytes, last, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23))
    countPairs(
      i8x16.shuffle(bytes, last, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31),
    )
    const high = i8x16.swizzle(ofHigh, v128.and(i16x8.shr_u(bytes, 4), low))
    const either = i8x16.max_u(high, i8x16.swizzle(ofLow, v128.and(bytes, low)))
    // 0 less one is the largest byte.
    last = i8x16.min_u(i8x16.sub(either, one), none)
    bits = i8x16.add(bits, i8x16.popcnt(bytes))
    if (++few === FEW) {
      sum0 = i16x8.add(sum0, i16x8.extend_low_i8x16_u(bits))
      sum1 = i16x8.add(sum1, i16x8.extend_high_i8x16_u(bits))
      bits = zero
      few = 0
    }
  }
  v128.store(newest + <usize>first, last)
  v128.store(spare(count), i16x8.add(sum0, i16x8.extend_low_i8x16_u(bits)))
  v128.store(spare(count), i16x8.add(sum1, i16x8.extend_high_i8x16_u(bits)), 16)
  noteUpdates(first, firstStep, count)
}

/** Room for two vectors after the pieces. */
function spare(count: i32): usize {
  return pieces + ((<usize>count) << 4)
}

/** Counts eight pairs: a byte and the last bit before it, in the upper half. */
function countPairs(both: v128): void {
  const at = i16x8.shl(both, 2)
  countPair(i16x8.extract_lane_u(at, 0))
  countPair(i16x8.extract_lane_u(at, 1))
  countPair(i16x8.extract_lane_u(at, 2))
  countPair(i16x8.extract_lane_u(at, 3))
  countPair(i16x8.extract_lane_u(at, 4))
  countPair(i16x8.extract_lane_u(at, 5))
  countPair(i16x8.extract_lane_u(at, 6))
  countPair(i16x8.extract_lane_u(at, 7))
}

function countPair(offset: u32): void {
  const at = pairs + <usize>offset
  store<u32>(at, load<u32>(at) + 1)
}

function edgeOf(first: i32, lane: i32): i32 {
  return first + (lane >> 1) + ((lane & 1) << 3)
}

/** Steps from the first to an edge's last update before a piece; negative: none. */
function lastIn(lane: i32, before: i32): i32 {
  for (let n = before - 1; n >= 0; n--) {
    const byte = <i32>load<u8>(pieces + ((<usize>n) << 4) + <usize>lane)
    if (byte !== 0) return n * PIECE + 31 - clz(byte)
  }
  return -1
}

/** The intervals up to the first updates of a piece, where those before it have none or are not known. */
function reachBack(first: i32, firstStep: f64, n: i32, lanes: i32): void {
  for (; lanes !== 0; lanes &= lanes - 1) {
    const lane = ctz(lanes)
    const byte = <i32>load<u8>(pieces + ((<usize>n) << 4) + <usize>lane)
    const step = n * PIECE + ctz(byte)
    const before = lastIn(lane, n)
    let interval: i32
    if (before >= 0) interval = min(step - before, LAST_BIN)
    else {
      const edge = (<usize>edgeOf(first, lane)) << 3
      const known = load<f64>(lastUpdate + edge)
      if (known <= load<f64>(countedFrom + edge)) continue
      interval = <i32>Math.min(firstStep + <f64>step - known, <f64>LAST_BIN)
    }
    const at = histogram + ((<usize>interval) << 2)
    store<u32>(at, load<u32>(at) + 1)
  }
}

/** How often the sixteen edges updated in these pieces, and when last. */
function noteUpdates(first: i32, firstStep: f64, count: i32): void {
  const sums = spare(count)
  for (let lane = 0; lane < 16; lane++) {
    const sum = load<u16>(sums + ((<usize>lane) << 1))
    if (sum === 0) continue
    const edge = (<usize>edgeOf(first, lane)) << 3
    store<f64>(updates + edge, load<f64>(updates + edge) + <f64>sum)
    store<f64>(lastUpdate + edge, firstStep + <f64>lastIn(lane, count))
  }
}
