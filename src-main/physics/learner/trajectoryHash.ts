import { mix } from '../random/stream'
import type { StateReader, StateWriter } from '../state'

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

/** Running 64-bit hash of what it was fed, in order (two 32-bit lanes after MurmurHash3; ours). */
export class TrajectoryHash {
  private lane0 = 0x243f6a88
  private lane1 = 0x13198a2e | 0
  private readonly number = new DataView(new ArrayBuffer(8))

  private word(word: number): void {
    const k = Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593)
    this.lane0 = (Math.imul(rotate(this.lane0 ^ k, 13) + this.lane1, 5) + 0xe6546b64) | 0
    this.lane1 = (Math.imul(rotate(this.lane1 ^ word, 17), 0x85ebca6b) + this.lane0) | 0
  }

  feed(value: number): void {
    this.number.setFloat64(0, value)
    this.word(this.number.getInt32(4))
    this.word(this.number.getInt32(0))
  }

  feedAll(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) this.feed(values[i])
  }

  /** What the hash would be after these values; the running hash stays as it is. */
  digestWith(...values: ArrayLike<number>[]): string {
    const copy = new TrajectoryHash()
    copy.lane0 = this.lane0
    copy.lane1 = this.lane1
    for (const part of values) copy.feedAll(part)
    const a = mix(copy.lane0 ^ mix(copy.lane1))
    const b = mix(copy.lane1 + a)
    return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  save(state: StateWriter): void {
    state.integer(this.lane0)
    state.integer(this.lane1)
  }

  load(state: StateReader): void {
    this.lane0 = state.integer()
    this.lane1 = state.integer()
  }
}
