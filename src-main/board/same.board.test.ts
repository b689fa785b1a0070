import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firmware } from './testing/firmware'
import { comparableHeaders, makeRandom, randomMessage, readyMessages } from './testing/messages'
import { VirtualBoard } from './virtual/board'
import { allHeaders } from './virtual/commands'

const full = import.meta.env.MODE === 'full'

/** What the host build answers to a stream of bytes. */
function askFirmware(bytes: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'board-'))
  try {
    const { stdout, status } = spawnSync(firmware.host, ['--settings', join(folder, 'settings')], {
      input: bytes,
      maxBuffer: 1 << 28,
    })
    expect(status).toBe(0)
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function askVirtual(bytes: Uint8Array): Buffer {
  const sent: Uint8Array[] = []
  const board = new VirtualBoard({ send: (answer) => sent.push(answer), clockUs: () => 0 })
  board.receive(bytes)
  return Buffer.concat(sent)
}

const stream = (seed: number, messages: number): Uint8Array => {
  const random = makeRandom(seed)
  const headers = comparableHeaders()
  const bytes: number[] = []
  for (let i = 0; i < messages; i++) {
    for (const byte of i % 40 === 0 ? readyMessages(random) : randomMessage(random, headers))
      bytes.push(byte)
    for (const byte of new TextEncoder().encode('\nSYST:ERR?\nSYST:ERR?;ERR:COUN?\n'))
      bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

/** The first place where two answers part, with what surrounds it. */
function firstDifference(a: Buffer, b: Buffer): string | null {
  if (a.equals(b)) return null
  let at = 0
  while (a[at] === b[at]) at++
  const around = (bytes: Buffer) =>
    JSON.stringify(bytes.toString('latin1', Math.max(0, at - 200), at + 80))
  return `byte ${at}\nfirmware ${around(a)}\nvirtual  ${around(b)}`
}

describe('firmware and virtual board', () => {
  test.each(Array.from({ length: full ? 200 : 8 }, (_, i) => i + 1))(
    'answer the same to stream %i of random, mutated and cut messages',
    (seed) => {
      const bytes = stream(seed, 2500)
      expect(firstDifference(askFirmware(bytes), askVirtual(bytes))).toBeNull()
    },
  )

  test('answer the same to numbers of other bases, whole and broken', () => {
    const ends = ['', '2', '9', 'G', '_LEAR', 'm', ' 1', ',1', '.5', 'E3', '-', '"', ';*ESE?']
    const starts = ['#', '#B', '#b101', '#Q', '#Q17', '#H', '#hF', '#HFFFFFFFF', '#H1FFFFFFFF']
    const wide = [`#B${'1'.repeat(32)}`, `#B1${'0'.repeat(32)}`, '#Q37777777777', '#Q40000000000']
    const numbers = [...starts, ...wide].flatMap((start) => ends.map((end) => start + end))
    const asked = numbers.map((number) => `SEED ${number}\nSEED?\nSYST:ERR?;*CLS\n`).join('')
    const bytes = new TextEncoder().encode(asked)
    expect(firstDifference(askFirmware(bytes), askVirtual(bytes))).toBeNull()
  })

  test('have the same headers, and the protocol page has a row for each', () => {
    const answer = askFirmware(new TextEncoder().encode('SYST:HELP:HEAD?\n')).toString('latin1')
    const text = answer.slice(answer.indexOf('H\x01') + 2, -5)
    expect(text.trim().split('\n').sort()).toEqual(allHeaders().sort())
    const page = readFileSync(resolve(import.meta.dirname, '../../docs/protocol.md'), 'utf8')
    const rows = page.match(/`[^`]+`/g)?.map((code) => code.slice(1, -1).split(/[ ?]/)[0])
    const documented = new Set(rows)
    const missing = allHeaders().filter((header) => !documented.has(header.replace('?', '')))
    expect(missing).toEqual([])
  })
})
