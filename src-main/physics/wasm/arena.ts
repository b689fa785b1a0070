/** Bytes that every array starts at a multiple of: a cache line. */
const LINE = 64
const PAGE = 65536

/** Places arrays one after the other in the memory of one WebAssembly instance. */
export class Arena {
  private readonly memory = new WebAssembly.Memory({ initial: 1 })
  /** Address 0 stays empty. */
  private top = LINE

  /** Moves when memory grows: take views only when all is placed. */
  get source(): WebAssembly.Memory {
    return this.memory
  }

  get bytes(): number {
    return this.top
  }

  /** Zeroed bytes. @returns their address. @throws RangeError when there is no memory left. */
  place(bytes: number): number {
    const address = this.top
    this.top = Math.ceil((address + bytes) / LINE) * LINE
    const missing = this.top - this.memory.buffer.byteLength
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE))
    return address
  }

  integers(values: ArrayLike<number>): number {
    const address = this.place(4 * values.length)
    this.integerView(address, values.length).set(values)
    return address
  }

  numbers(values: ArrayLike<number>): number {
    const address = this.place(8 * values.length)
    this.numberView(address, values.length).set(values)
    return address
  }

  numberView(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length)
  }

  integerView(address: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, length)
  }

  byteView(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length)
  }

  wordView(address: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, address, length)
  }
}
