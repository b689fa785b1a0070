/** Steps of a piece: the updates of one edge over so many steps are one byte. */
export const PIECE = 8

/** In PIECES: no bit is set. */
export const NONE = PIECE

/** Number of set bits, last and first set bit of a byte: 0b_nnnn_0lll_0000_0fff; NONE << 8 for 0. */
export const PIECES = Uint16Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0) return NONE << 8
  const set = [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte >> bit) & 1)
  return set[0] | (set[set.length - 1] << 8) | (set.length << 12)
})

/**
 * Cuts one word of the masks of all steps into pieces: byte edge >> 3, from the lowest, of
 * out[(edge & 7) * ceil(count / 8) + n] tells the updates of the edge at steps 8 n .. 8 n + 7, the
 * first in the lowest bit; steps after the last have none. About ten operations per step: 8 x 8 bits are transposed four at a time,
 * in three rounds of exchanges (Warren, Hacker's Delight, section 7-3).
 * @param masks count x words
 * @param out at least 8 * ceil(count / 8) words
 */
export function cutIntoPieces(
  masks: Uint32Array,
  count: number,
  words: number,
  word: number,
  out: Int32Array,
): void {
  const pieces = (count + PIECE - 1) >>> 3
  for (let n = 0; n < pieces; n++) {
    const row = n * PIECE
    const at = row * words + word
    const rows = count - row
    const r0 = masks[at]
    const r1 = rows > 1 ? masks[at + words] : 0
    const r2 = rows > 2 ? masks[at + 2 * words] : 0
    const r3 = rows > 3 ? masks[at + 3 * words] : 0
    const r4 = rows > 4 ? masks[at + 4 * words] : 0
    const r5 = rows > 5 ? masks[at + 5 * words] : 0
    const r6 = rows > 6 ? masks[at + 6 * words] : 0
    const r7 = rows > 7 ? masks[at + 7 * words] : 0
    // Halves of four: rows r and r + 4.
    const a0 = (r0 & 0x0f0f0f0f) | ((r4 & 0x0f0f0f0f) << 4)
    const a1 = (r1 & 0x0f0f0f0f) | ((r5 & 0x0f0f0f0f) << 4)
    const a2 = (r2 & 0x0f0f0f0f) | ((r6 & 0x0f0f0f0f) << 4)
    const a3 = (r3 & 0x0f0f0f0f) | ((r7 & 0x0f0f0f0f) << 4)
    const a4 = ((r0 >>> 4) & 0x0f0f0f0f) | (r4 & 0xf0f0f0f0)
    const a5 = ((r1 >>> 4) & 0x0f0f0f0f) | (r5 & 0xf0f0f0f0)
    const a6 = ((r2 >>> 4) & 0x0f0f0f0f) | (r6 & 0xf0f0f0f0)
    const a7 = ((r3 >>> 4) & 0x0f0f0f0f) | (r7 & 0xf0f0f0f0)
    // Pairs: rows r and r + 2.
    const b0 = (a0 & 0x33333333) | ((a2 & 0x33333333) << 2)
    const b1 = (a1 & 0x33333333) | ((a3 & 0x33333333) << 2)
    const b2 = ((a0 >>> 2) & 0x33333333) | (a2 & 0xcccccccc)
    const b3 = ((a1 >>> 2) & 0x33333333) | (a3 & 0xcccccccc)
    const b4 = (a4 & 0x33333333) | ((a6 & 0x33333333) << 2)
    const b5 = (a5 & 0x33333333) | ((a7 & 0x33333333) << 2)
    const b6 = ((a4 >>> 2) & 0x33333333) | (a6 & 0xcccccccc)
    const b7 = ((a5 >>> 2) & 0x33333333) | (a7 & 0xcccccccc)
    // Single bits: rows r and r + 1. Byte j of word i holds edge 8 j + i.
    out[n] = (b0 & 0x55555555) | ((b1 & 0x55555555) << 1)
    out[n + pieces] = ((b0 >>> 1) & 0x55555555) | (b1 & 0xaaaaaaaa)
    out[n + 2 * pieces] = (b2 & 0x55555555) | ((b3 & 0x55555555) << 1)
    out[n + 3 * pieces] = ((b2 >>> 1) & 0x55555555) | (b3 & 0xaaaaaaaa)
    out[n + 4 * pieces] = (b4 & 0x55555555) | ((b5 & 0x55555555) << 1)
    out[n + 5 * pieces] = ((b4 >>> 1) & 0x55555555) | (b5 & 0xaaaaaaaa)
    out[n + 6 * pieces] = (b6 & 0x55555555) | ((b7 & 0x55555555) << 1)
    out[n + 7 * pieces] = ((b6 >>> 1) & 0x55555555) | (b7 & 0xaaaaaaaa)
  }
}
