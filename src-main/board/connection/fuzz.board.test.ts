import { ProblemError } from '@contract'
import { describe, expect, test } from 'vitest'
import { numberAnswer } from '../link/answers'
import { encodeBlock } from '../link/block'
import { ScpiClient } from '../link/client'
import { decodeFrame } from '../link/frame'
import { ReplyParser } from '../link/parser'
import type { Transport, TransportEvents } from '../link/transport'
import { makeRandom } from '../testing/messages'
import { BoardDevice, encode } from './testing/devices'
import { framePayload, garbage } from './testing/garbage'
import { TestTimers } from './testing/time'

const full = import.meta.env.MODE === 'full'

describe('the client under fire', () => {
  test('parses whatever comes, keeps little of it, and is in step again', () => {
    const inputs = full ? 2_000_000 : 250_000
    const random = makeRandom(20_261)
    const good = encodeBlock('T', framePayload(random))
    const seen = { replies: 0, frames: 0, unreadable: 0, noise: 0, bytes: 0 }
    let last: string | undefined
    let lastFrame: Uint8Array | undefined
    const parser = new ReplyParser({
      reply: (parts) => {
        seen.replies++
        last = parts[0].text
      },
      frame: (block) => {
        const frame = decodeFrame(block)
        if (frame === null) seen.unreadable++
        else if (frame.mask.length !== Math.ceil(frame.edges.length / 8))
          throw new Error('a torn frame')
        else seen.frames++
        lastFrame = block.payload
      },
      noise: () => seen.noise++,
    })
    for (let i = 0; i < inputs; i++) {
      const bytes = Uint8Array.from(garbage(random))
      seen.bytes += bytes.length
      if (random(3)) parser.push(bytes)
      else {
        const at = random(bytes.length + 1)
        parser.push(bytes.subarray(0, at))
        parser.push(bytes.subarray(at))
      }
      if (parser.pending > 40_000) throw new Error(`${parser.pending} bytes are kept`)
      // Now and then what a client does after a deadline.
      if (i % 4 !== 0) continue
      while (parser.pending > 0) parser.flush()
      last = undefined
      lastFrame = undefined
      parser.push(encode(`in step ${i}\n`))
      parser.push(good)
      parser.push(encode('\n'))
      if (last !== `in step ${i}` || lastFrame === undefined)
        throw new Error(`out of step after ${i}`)
    }
    process.stdout.write(`client: ${inputs} inputs, ${JSON.stringify(seen)}\n`)
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(inputs / 100)
  })

  test(
    'asks a real board over a line that drops, doubles, delays and disturbs: no answer is ever another one',
    { timeout: full ? 1_800_000 : 120_000 },
    async () => {
      const rounds = full ? 40_000 : 1500
      const random = makeRandom(77)
      const timers = new TestTimers()
      const board = new BoardDevice()
      const hold: Uint8Array[] = []
      let holds = false
      const release = (): void => {
        holds = false
        for (const bytes of hold.splice(0)) board.say?.(bytes)
      }
      const keep = (bytes: Uint8Array): Uint8Array[] => {
        hold.push(bytes)
        return []
      }
      /** One kind of harm a round. Order is kept, as on any line. */
      const harms: ((bytes: Uint8Array) => Uint8Array[])[] = [
        (bytes) => [bytes],
        (bytes) => (random(2) ? [bytes] : []),
        (bytes) => (random(2) ? [bytes] : [bytes, bytes]),
        (bytes) => [noise(random), bytes],
        (bytes) => (random(2) ? [bytes] : [bytes.subarray(0, random(bytes.length))]),
        (bytes) => {
          timers.after(random(9000), release)
          holds = true
          return keep(bytes)
        },
      ]
      const client = await ScpiClient.open(
        lineTo(board),
        { frame: () => undefined, closed: () => undefined },
        { timers },
      )
      const ends: Record<string, number> = {}
      for (let round = 1; round <= rounds; round++) {
        board.tell(encode(`SEED ${round}\n`))
        const harm = harms[random(harms.length)]
        board.spoil = (_, bytes) => (holds ? keep(bytes) : harm(bytes))
        const end = await timers.until(
          client.query('SEED?').then(
            (parts) => {
              const [{ text }] = parts
              return text === String(round)
                ? 'right'
                : `read ${/^\d+$/.test(text) ? text : 'nothing'}`
            },
            (thrown: unknown) => {
              if (!(thrown instanceof ProblemError)) throw thrown
              return thrown.problem.id
            },
          ),
        )
        ends[end] = (ends[end] ?? 0) + 1
        board.spoil = (_, bytes) => (holds ? keep(bytes) : [bytes])
        const again = (): ReturnType<typeof client.query> => client.query('SEED?')
        const next = await timers.until(again().catch(again).catch(again))
        expect(numberAnswer('SEED?', next)).toBe(round)
      }
      process.stdout.write(`client: ${rounds} questions on a bad line: ${JSON.stringify(ends)}\n`)
      const wrong = Object.keys(ends).filter((end) => /^read \d/.test(end))
      expect(wrong).toEqual([])
      expect(ends.right).toBeGreaterThan(rounds / 4)
      expect(ends['board-no-answer']).toBeGreaterThan(0)
    },
  )
})

/**
 * Garbage as lines of its own, none of them a number: text has no checksum, so that a digit that is
 * forged or torn off cannot be told.
 */
function noise(random: (n: number) => number): Uint8Array {
  for (;;) {
    const bytes = Uint8Array.from([...garbage(random), 10])
    if (!/^[0-9\r]+$/m.test(new TextDecoder('latin1').decode(bytes))) return bytes
  }
}

function lineTo(board: BoardDevice): Transport {
  return {
    name: 'a bad line',
    open: async (events: TransportEvents) => {
      board.say = (bytes) => queueMicrotask(() => events.data(bytes))
    },
    write: async (bytes) => board.receive(bytes),
    close: async () => undefined,
  }
}
