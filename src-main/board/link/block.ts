import { crc32 } from './crc32'

/** Version of the layout of every block. */
export const BLOCK_VERSION = 1
/** Bytes of a block that are not payload: kind, version, CRC-32. */
export const BLOCK_FRAME = 6

/** What a definite-length block carries; see docs/protocol.md. */
export interface Block {
  /** ASCII letter. */
  readonly kind: string
  readonly version: number
  readonly payload: Uint8Array
}

/** `#<n><len><data>` with its check, as bytes for the line. */
export function encodeBlock(kind: string, payload: Uint8Array): Uint8Array {
  const data = new Uint8Array(payload.length + BLOCK_FRAME)
  data[0] = kind.charCodeAt(0)
  data[1] = BLOCK_VERSION
  data.set(payload, 2)
  const end = data.length - 4
  new DataView(data.buffer).setUint32(end, crc32(data.subarray(0, end)), true)
  const length = String(data.length)
  const head = new TextEncoder().encode(`#${length.length}${length}`)
  const bytes = new Uint8Array(head.length + data.length)
  bytes.set(head)
  bytes.set(data, head.length)
  return bytes
}

/** What is inside a block, copied; null if it is too short or its check is wrong. */
export function decodeBlock(data: Uint8Array): Block | null {
  if (data.length < BLOCK_FRAME) return null
  const end = data.length - 4
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (view.getUint32(end, true) !== crc32(data.subarray(0, end))) return null
  return {
    kind: String.fromCharCode(data[0]),
    version: data[1],
    payload: data.slice(2, end),
  }
}
