import { describe, expect, it } from 'vitest'
import { Bench, config } from '../../src-main/run/test/bench'
import type { Frame } from './frame'
import { MOST_PARCEL_BYTES, Parcels, parcelsOf, type Piece, type Rest } from './parcels'

async function frameOf(rows: number): Promise<Frame> {
  const bench = new Bench()
  bench.watch()
  const roles = { kind: 'spread' } as const
  const network = { kind: 'square', rows, columns: rows, periodic: false, roles } as const
  await bench.controller.configure({ ...config(), network })
  await bench.controller.step(40)
  return bench.frames[bench.frames.length - 1]
}

/** As the port copies them. */
const sent = (frame: Frame, most?: number): (Piece | Rest)[] =>
  structuredClone(parcelsOf(frame, most))

function together(parcels: readonly (Piece | Rest)[]): (Frame | null)[] {
  const receiver = new Parcels()
  return parcels.map((parcel) => receiver.take(parcel))
}

/** Of all arrays in it. */
function bytesOf(part: object): number {
  return Object.values(part).reduce((sum: number, value: unknown) => {
    if (ArrayBuffer.isView(value)) return sum + value.byteLength
    return typeof value === 'object' && value !== null ? sum + bytesOf(value) : sum
  }, 0)
}

describe('a frame on its way to the window', () => {
  it('is one message while its network is small', async () => {
    const frame = await frameOf(4)
    expect(sent(frame)).toEqual([{ frame, apart: [] }])
  })

  it('arrives the same in several, none of which goes through shared memory', async () => {
    const frame = await frameOf(26)
    for (const most of [MOST_PARCEL_BYTES, 4096]) {
      const parcels = sent(frame, most)
      expect(parcels.length).toBeGreaterThan(1)
      for (const parcel of parcels) expect(bytesOf(parcel)).toBeLessThanOrEqual(most)
      const taken = together(parcels)
      expect(taken.slice(0, -1).every((one) => one === null)).toBe(true)
      expect(taken.at(-1)).toEqual(frame)
    }
  })

  it('does not mix with the next one', async () => {
    const [large, small] = [await frameOf(26), await frameOf(4)]
    const taken = together([...sent(large), ...sent(small), ...sent(large)])
    expect(taken.filter((one) => one !== null)).toEqual([large, small, large])
  })
})
