import { BLOCK_FRAME, type Block } from './block'
import { unpackElements } from './elements'

/** A measurement that a board sent: blocks of the kinds T and S. N nodes, E edges. */
export interface BoardFrame {
  /** Counts the frames that were due since the run was started; a gap means dropped frames. */
  readonly sequence: number
  readonly step: number
  /** Clock of the board, microseconds, modulo 2^32. */
  readonly timeUs: number
  /** A frame is due every so many steps; 0: still being chosen. */
  readonly interval: number
  readonly example: number
  /** Error of the step's batch before the update, V^2. */
  readonly loss: number
  /** Frames that the board had no room for. */
  readonly dropped: number
  readonly idealRule: boolean
  readonly output: boolean
  readonly learning: boolean
  /** Bit e % 8 of byte e >> 3 is set if edge e updated. */
  readonly mask: Uint8Array
  /** E levels, or E conductances under the ideal rule. */
  readonly edges: Float64Array
  /** N values each, in counts: times SENSe:VOLTage:SCALe? they are volts. */
  readonly freeCounts: Int16Array
  readonly clampedCounts: Int16Array
}

/** Bytes before the mask, without kind and version. */
const HEAD = 26

/** Bytes on the line: block head, block, LF. */
export function frameLineBytes(nodes: number, edges: number, idealRule: boolean): number {
  const data = HEAD + Math.ceil(edges / 8) + edges * (idealRule ? 4 : 2) + nodes * 4 + BLOCK_FRAME
  return data + 3 + String(data).length
}

function counts(payload: Uint8Array, at: number, nodes: number): Int16Array {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  return Int16Array.from({ length: nodes }, (_, i) => view.getInt16(at + 2 * i, true))
}

/** null if the block is no frame of this version, or its lengths contradict one another. */
export function decodeFrame({ kind, version, payload }: Block): BoardFrame | null {
  if ((kind !== 'T' && kind !== 'S') || version !== 1 || payload.length < HEAD) return null
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const flags = payload[0]
  const idealRule = (flags & 1) === 1
  const nodes = payload[22]
  const edges = payload[23]
  const maskEnd = HEAD + Math.ceil(edges / 8)
  const edgesEnd = maskEnd + edges * (idealRule ? 4 : 2)
  if (payload.length !== edgesEnd + 4 * nodes) return null
  return {
    sequence: view.getUint32(2, true),
    step: view.getUint32(6, true),
    timeUs: view.getUint32(10, true),
    interval: view.getUint16(14, true),
    example: view.getUint16(16, true),
    loss: view.getFloat32(18, true),
    dropped: view.getUint16(24, true),
    idealRule,
    output: (flags & 2) !== 0,
    learning: (flags & 4) !== 0,
    mask: payload.slice(HEAD, maskEnd),
    edges: unpackElements(idealRule ? 'F' : 'W', payload.subarray(maskEnd, edgesEnd)),
    freeCounts: counts(payload, edgesEnd, nodes),
    clampedCounts: counts(payload, edgesEnd + 2 * nodes, nodes),
  }
}
