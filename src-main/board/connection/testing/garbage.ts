import { encodeBlock } from '../../link/block'
import { crc32 } from '../../link/crc32'

type Random = (n: number) => number

const encode = (text: string): number[] => [...new TextEncoder().encode(text)]
const LF = 10

/** Payload of a frame that is in order: N nodes, E edges. */
export function framePayload(random: Random, nodes = 9, edges = 16, ideal = false): Uint8Array {
  const size = 26 + Math.ceil(edges / 8) + edges * (ideal ? 4 : 2) + 4 * nodes
  const payload = Uint8Array.from({ length: size }, () => random(256))
  payload[0] = (ideal ? 1 : 0) | (random(4) << 1)
  payload[22] = nodes
  payload[23] = edges
  return payload
}

const frame = (random: Random): number[] => [
  ...encodeBlock('T', framePayload(random, 2 + random(20), random(40), random(2) === 0)),
  LF,
]

/** A block of another version, its check right. */
function otherVersion(random: Random): number[] {
  const bytes = encodeBlock('T', framePayload(random))
  const start = 2 + (bytes[1] - 48)
  bytes[start + 1] = random(256)
  const end = bytes.length - 4
  new DataView(bytes.buffer).setUint32(end, crc32(bytes.subarray(start, end)), true)
  return [...bytes, LF]
}

/** A frame whose lengths contradict one another, its check right. */
function contradictory(random: Random): number[] {
  const payload = framePayload(random)
  payload[22 + random(2)] = random(256)
  const cut = payload.subarray(0, random(3) ? payload.length : random(payload.length))
  return [...encodeBlock('TS'[random(2)], cut), LF]
}

const replies = [
  '0,"No error"\n',
  '-222,"Data out of range;SCHedule:PROBability"\n',
  '1;2.5E+00\r\n',
  'Desynclab,Board bench,0,1.0.0\n',
  '"never ended;1\n',
  '\n',
  '9.91E37\n',
]
const heads = [
  '#0',
  '#1',
  '#9999999999',
  '#532768',
  '#599999',
  '#3102',
  '#x',
  '##',
  '#12T',
  '#216T\u0001',
]

/** What a board, a bad line or somebody hostile may send, up to a few hundred bytes; now and then more. */
export function garbage(random: Random): number[] {
  switch (random(9)) {
    case 0:
      return Array.from({ length: random(300) }, () => random(256))
    case 1: {
      const bytes = frame(random)
      for (let i = random(3); i >= 0; i--) bytes[random(bytes.length)] = random(256)
      return bytes
    }
    case 2:
      return frame(random).slice(0, random(100))
    case 3:
      return otherVersion(random)
    case 4:
      return contradictory(random)
    case 5: {
      const bytes = encode(replies[random(replies.length)])
      if (random(2)) bytes[random(bytes.length)] = random(256)
      return bytes
    }
    case 6:
      return [
        ...encode(heads[random(heads.length)]),
        ...Array.from({ length: random(40) }, () => random(256)),
      ]
    case 7:
      return random(60)
        ? frame(random)
        : new Array<number>(5000 + random(9000)).fill(32 + random(95))
    default:
      return [...garbage(random), ...garbage(random)]
  }
}
