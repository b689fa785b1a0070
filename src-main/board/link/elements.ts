/** Elements of a block's payload, little-endian whatever the computer. */
export type Element = 'F' | 'W' | 'L' | 'B'
export const elementBytes: Record<Element, number> = { F: 4, W: 2, L: 4, B: 1 }

export function packElements(kind: Element, values: ArrayLike<number>): Uint8Array {
  const size = elementBytes[kind]
  const view = new DataView(new ArrayBuffer(values.length * size))
  for (let i = 0; i < values.length; i++) {
    if (kind === 'F') view.setFloat32(i * size, values[i], true)
    else if (kind === 'W') view.setUint16(i * size, values[i], true)
    else if (kind === 'L') view.setUint32(i * size, values[i], true)
    else view.setUint8(i * size, values[i])
  }
  return new Uint8Array(view.buffer)
}

/** float32 values are exact in the result. A rest that is no whole element is left out. */
export function unpackElements(kind: Element, payload: Uint8Array): Float64Array<ArrayBuffer> {
  const size = elementBytes[kind]
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  return Float64Array.from({ length: Math.floor(payload.length / size) }, (_, i) => {
    if (kind === 'F') return view.getFloat32(i * size, true)
    if (kind === 'W') return view.getUint16(i * size, true)
    return kind === 'L' ? view.getUint32(i * size, true) : view.getUint8(i * size)
  })
}
