/** Values of a state in the order of their writing, little-endian, bit for bit. */
export class StateWriter {
  private view = new DataView(new ArrayBuffer(1024))
  private length = 0

  private room(bytes: number): number {
    const at = this.length
    this.length += bytes
    if (this.length > this.view.byteLength) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(new Uint8Array(this.view.buffer, 0, at))
      this.view = new DataView(larger.buffer)
    }
    return at
  }

  number(value: number): void {
    const at = this.room(8)
    this.view.setFloat64(at, value, true)
  }

  integer(value: number): void {
    const at = this.room(4)
    this.view.setInt32(at, value, true)
  }

  numbers(values: Float64Array): void {
    for (const value of values) this.number(value)
  }

  integers(values: Int32Array | Uint8Array | Uint32Array): void {
    for (const value of values) this.integer(value)
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.view.buffer.slice(0, this.length))
  }
}

/** Reads what a StateWriter wrote, in the same order. Arrays are filled in place. */
export class StateReader {
  private readonly view: DataView
  private at = 0

  /** Reading past the end throws a RangeError; `left` is 0 when all was read. */
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get left(): number {
    return this.view.byteLength - this.at
  }

  number(): number {
    this.at += 8
    return this.view.getFloat64(this.at - 8, true)
  }

  integer(): number {
    this.at += 4
    return this.view.getInt32(this.at - 4, true)
  }

  numbers(into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = this.number()
  }

  integers(into: Int32Array | Uint8Array | Uint32Array): void {
    for (let i = 0; i < into.length; i++) into[i] = this.integer()
  }
}
