/** Typed arrays that may be in a packed value, by their mark. */
const kinds = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  i32: Int32Array,
  i16: Int16Array,
  u16: Uint16Array,
  u8: Uint8Array,
}
type Kind = keyof typeof kinds
const ALIGNMENT = 8

/**
 * A plain value with typed arrays in it as bytes: length of the JSON, the JSON, then the arrays, in
 * the byte order of the machine, which is little-endian everywhere that Electron runs. Unlike
 * `v8.serialize` it is the same for every version of Node, so that a record outlives its runtime.
 */
export function pack(value: unknown): Buffer {
  const arrays: Uint8Array[] = []
  let at = 0
  const json = JSON.stringify(value, function (this: Record<string, unknown>, name) {
    // As it stands: a Buffer would come as what its `toJSON` makes of it.
    const part = this[name]
    if (Object.is(part, -0)) return { $number: '-0' }
    if (typeof part === 'number' && !Number.isFinite(part)) return { $number: String(part) }
    const kind = kindOf(part)
    if (kind === null) return part
    const bytes = bytesOf(part as Float64Array)
    const place = { $array: kind, at, length: (part as Float64Array).length }
    const padded = padding(bytes.length)
    arrays.push(bytes, padded)
    at += bytes.length + padded.length
    return place
  })
  const text = Buffer.from(json)
  const head = Buffer.alloc(ALIGNMENT)
  head.writeUInt32LE(text.length)
  return Buffer.concat([head, text, padding(text.length), ...arrays])
}

/** What `pack` was given; its arrays are copies. */
export function unpack(bytes: Uint8Array): unknown {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const length = buffer.readUInt32LE()
  const end = ALIGNMENT + length
  const arrays = end + padding(length).length
  return JSON.parse(buffer.toString('utf8', ALIGNMENT, end), (_, part: unknown) => {
    if (typeof part !== 'object' || part === null) return part
    if ('$number' in part) return Number(part.$number)
    if (!('$array' in part && 'at' in part && 'length' in part)) return part
    const Kind = kinds[part.$array as Kind]
    const from = arrays + Number(part.at)
    const until = from + Number(part.length) * Kind.BYTES_PER_ELEMENT
    return new Kind(Uint8Array.from(buffer.subarray(from, until)).buffer)
  })
}

/** The bytes of an array, not copied. */
export function bytesOf(array: ArrayBufferView): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}

/** Bytes as doubles, copied. */
export function doublesOf(bytes: Uint8Array): Float64Array {
  return new Float64Array(Uint8Array.from(bytes).buffer)
}

function kindOf(part: unknown): Kind | null {
  if (!ArrayBuffer.isView(part)) return null
  for (const kind of Object.keys(kinds) as Kind[]) if (part instanceof kinds[kind]) return kind
  throw new TypeError(`cannot pack a ${part.constructor.name}`)
}

function padding(length: number): Uint8Array {
  return new Uint8Array((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT)
}
