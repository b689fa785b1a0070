import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBlock } from './block'
import { ReplyParser, type ReplyPart } from './parser'

const bytesOf = (...pieces: (string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    pieces.flatMap((piece) => [
      ...(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece),
    ]),
  )

function parse(...chunks: Uint8Array[]) {
  const replies: ReplyPart[][] = []
  const frames: number[][] = []
  let noise = 0
  const texts: string[][] = []
  const parser = new ReplyParser({
    reply: (parts) => {
      replies.push(parts)
      texts.push(parts.map(({ text }) => text))
    },
    frame: ({ payload }) => frames.push([...payload]),
    noise: (bytes) => (noise += bytes),
  })
  for (const chunk of chunks) parser.push(chunk)
  return { parser, replies, frames, texts, noise: () => noise }
}

const frame = (n: number): Uint8Array =>
  bytesOf(encodeBlock('T', Uint8Array.from([n, 10, 13, 59, 35, 34])), '\n')

describe('the parser of replies', () => {
  test('cuts lines into answers, but not within quotes', () => {
    const { texts } = parse(bytesOf('1;2.5E+00\n-222,"Data out of range;SCHedule:PROBability"\r\n'))
    expect(texts).toEqual([['1', '2.5E+00'], ['-222,"Data out of range;SCHedule:PROBability"']])
  })

  test('takes blocks with any bytes, behind text and between answers', () => {
    const payload = Uint8Array.from({ length: 256 }, (_, i) => i)
    const { replies, noise } = parse(bytesOf('9,', encodeBlock('N', payload), ';7\n'))
    expect(replies).toHaveLength(1)
    expect(replies[0][0]).toEqual({ text: '9,', blocks: [{ kind: 'N', version: 1, payload }] })
    expect(replies[0][1].text).toBe('7')
    expect(noise()).toBe(0)
  })

  test('tells frames from replies however the bytes are cut', () => {
    const stream = bytesOf(frame(1), '0,"No error"\n', frame(2), frame(3), '#12\n')
    for (let size = 1; size < 12; size++) {
      const chunks: Uint8Array[] = []
      for (let at = 0; at < stream.length; at += size) chunks.push(stream.slice(at, at + size))
      const { frames, texts } = parse(...chunks)
      expect(frames.map(([n]) => n)).toEqual([1, 2, 3])
      expect(texts).toEqual([['0,"No error"']])
    }
  })

  test('loses only what was damaged: a wrong length swallows nothing behind it', () => {
    const damaged = frame(1)
    damaged[2] = 57
    const { frames, noise, texts } = parse(
      bytesOf(
        damaged,
        frame(2),
        frame(3),
        ...Array.from({ length: 20 }, (_, i) => frame(i)),
        'ok\n',
      ),
    )
    expect(frames.length).toBeGreaterThanOrEqual(22)
    expect(texts).toEqual([['ok']])
    expect(noise()).toBeGreaterThan(0)
  })

  test('gives up what is unfinished when told to', () => {
    const { parser, texts, noise } = parse(bytesOf('#500999half a block'))
    parser.flush()
    expect(noise()).toBe(19)
    parser.push(bytesOf('1\n'))
    expect(texts).toEqual([['1']])
  })

  test('keeps a bounded line, whatever comes', () => {
    const { parser, noise, replies } = parse()
    for (let i = 0; i < 50; i++) parser.push(new Uint8Array(1000).fill(65))
    parser.push(bytesOf('\n1\n'))
    expect(noise()).toBeGreaterThan(40_000)
    expect(replies[replies.length - 1]).toEqual([{ text: '1', blocks: [] }])
  })

  test('is in step again once it was told to give up, after any noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        const { parser, texts } = parse(noise)
        // Each time it goes on behind an LF, and what follows may be half a message again.
        for (let i = 0; i <= noise.length; i++) parser.flush()
        parser.push(bytesOf('in step\n'))
        expect(texts[texts.length - 1]).toEqual(['in step'])
      }),
      { numRuns: 3000 },
    )
  })
})
