// Which edges update on a step: the schedule's draws, as bits of 32-bit words.

import { drawnFour, goldenFrom, goldenStep, row0, row1, seek } from './random'

/** 0: draw each edge, 1: all that are alive, 2: the words are given. */
export let selection: i32 = 0
/** Words per step. */
export let words: i32 = 0
/** 32 words-values: edge e updates if its word is at most bound[e]. */
export let bound: usize = 0
/** Bits of the edges that may update at all. */
export let alive: usize = 0

export function setSelection(kind: i32): void {
  selection = kind
}

export function placeSelection(wordCount: i32, boundAt: usize, aliveAt: usize): void {
  words = wordCount
  bound = boundAt
  alive = aliveAt
}

export function select(step: i64, mask: usize): void {
  if (selection === 2) return
  const end = mask + ((<usize>words) << 2)
  let at = alive
  if (selection === 1) {
    for (; mask < end; mask += 4, at += 4) store<u32>(mask, load<u32>(at))
    return
  }
  seek(step)
  const first = i32x4.splat(row0)
  const second = i32x4.splat(row1)
  const ahead = goldenStep()
  let golden = goldenFrom(0)
  let limit = bound
  for (; mask < end; mask += 4, at += 4) {
    const living = load<u32>(at)
    let bits: u32 = 0
    // Groups of four past the last living edge cannot set a bit.
    const groups = (35 - <i32>clz(living)) >> 2
    for (let g = 0; g < groups; g++) {
      const chosen = i32x4.le_u(drawnFour(golden, first, second), v128.load(limit))
      bits |= (<u32>i32x4.bitmask(chosen)) << (g << 2)
      golden = i32x4.add(golden, ahead)
      limit += 16
    }
    if (groups < 8) {
      golden = i32x4.add(golden, i32x4.mul(ahead, i32x4.splat(8 - groups)))
      limit += (<usize>(8 - groups)) << 4
    }
    store<u32>(mask, bits & living)
  }
}
