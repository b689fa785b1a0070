import { BoardConnection } from '../../src-main/board/connection'
import { encodeBlock } from '../../src-main/board/link/block'
import type { Transport, TransportEvents } from '../../src-main/board/link/transport'
import { makeVirtualBoard, VirtualTransport } from '../../src-main/board/transports/virtual'
import type { Contestant } from './serve'

/** Nodes and edges of penn16. */
const NODES = 9
const EDGES = 16
/** Frames of a chunk: a few come in one read at high rates. */
const CHUNK = 32

/** A frame of penn16 under the discrete rule, as it stands on the line. */
function frameLine(sequence: number): Uint8Array {
  const payload = new Uint8Array(26 + EDGES / 8 + EDGES * 2 + NODES * 4)
  const view = new DataView(payload.buffer)
  payload[0] = 6
  view.setUint32(2, sequence, true)
  view.setUint32(6, sequence * 10, true)
  view.setUint16(14, 10, true)
  view.setFloat32(18, 1 / (sequence + 1), true)
  payload[22] = NODES
  payload[23] = EDGES
  for (let i = 26; i < payload.length; i++) payload[i] = (i * 37 + sequence * 11) & 255
  return Uint8Array.from([...encodeBlock('T', payload), 10])
}

/** A virtual board whose line a benchmark can fill. */
class FilledTransport implements Transport {
  readonly name = 'filled line'
  events: TransportEvents | null = null
  private readonly inner = new VirtualTransport(makeVirtualBoard())

  open(events: TransportEvents): Promise<void> {
    this.events = events
    return this.inner.open(events)
  }
  write(bytes: Uint8Array): Promise<void> {
    return this.inner.write(bytes)
  }
  close(): Promise<void> {
    return this.inner.close()
  }
}

/** Frames from the bytes of a line to a listener of the connection: parsed, checked, counted, logged. */
export async function boardLineContestant(): Promise<Contestant> {
  const transport = new FilledTransport()
  const connection = new BoardConnection({ transport: () => transport })
  await connection.connect({ kind: 'virtual' })
  let edges = 0
  let frames = 0
  connection.onFrame((frame) => {
    frames++
    edges += frame.edges.length
  })
  const lines = Array.from({ length: CHUNK }, (_, i) => frameLine(i))
  const chunk = Uint8Array.from(lines.flatMap((line) => [...line]))
  return {
    run(count) {
      const before = frames
      for (let done = 0; done < count; done += CHUNK) transport.events?.data(chunk)
      if (frames - before < count) throw new Error(`${frames - before} of ${count} frames came`)
      return edges / frames
    },
    notes: () => ({ bytes: chunk.length / CHUNK }),
  }
}
