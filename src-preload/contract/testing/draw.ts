/** What chance chooses in a test; the same seed chooses the same again. */
export class Draw {
  private state: number

  constructor(readonly seed: number) {
    this.state = seed | 0
  }

  /** A whole number from 0 to below `end`. Mulberry32 (Ettinger, 2017). */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end)
  }

  /** One time in so many. */
  once(many: number): boolean {
    return this.below(many) === 0
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]
  }
}

/**
 * The seed of a fuzz test: `DESYNCLAB_SEED`, as a failed one printed it. Else the quick form has one
 * and the same, so that it fails for what was changed and nothing else; the long form another each time.
 */
export function fuzzSeed(given: string | undefined, long: boolean, nowMs: number): number {
  if (given !== undefined) return Number(given)
  return long ? nowMs % 1_000_000 : 1
}
