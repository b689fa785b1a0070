import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { firmware } from './testing/firmware'
import { kinds, type Running } from './testing/hosts'
import {
  documentedCommands,
  documentedCommonCommands,
  documentedErrors,
  workedSession,
  type Exchange,
} from './testing/page'
import { VirtualBoard } from './virtual/board'
import { commands } from './virtual/commands'
import { errorTexts } from './virtual/errors'
import { shortForm } from './virtual/mnemonic'

describe('the tables of the protocol page', () => {
  const subsystems = commands.filter(({ header }) => !header.startsWith('*'))

  test('have one row for every command, and no row for any other', () => {
    const documented = documentedCommands().map(({ header }) => header)
    expect([...documented].sort()).toEqual(subsystems.map(({ header }) => header).sort())
    const common = commands.filter(({ header }) => header.startsWith('*'))
    expect([...new Set(documentedCommonCommands())].sort()).toEqual(
      common.map(({ header }) => header).sort(),
    )
  })

  test.each(documentedCommands())(
    'say of $header whether it has a query and when it is refused',
    ({ header, query, idle }) => {
      const command = subsystems.find((one) => one.header === header)
      const has = command?.get === undefined ? 'no' : command.set === undefined ? 'only' : 'yes'
      expect({ query, idle }).toEqual({ query: has, idle: command?.idle === true })
    },
  )

  const withDefault = documentedCommands().filter(
    ({ byDefault, header }) => byDefault !== null && !header.endsWith(':DATA'),
  )
  test.each(withDefault)('give $byDefault as the default of $header', ({ header, byDefault }) => {
    const answers: Uint8Array[] = []
    const board = new VirtualBoard({ send: (bytes) => answers.push(bytes), clockUs: () => 0 })
    board.receive(new TextEncoder().encode(`*RST;:${header.replace(/\[.*\]/, '')}?\n`))
    const answer = Buffer.concat(answers).toString('latin1').trim()
    const said = byDefault ?? ''
    if (/^[A-Z]/.test(said)) expect(answer).toBe(said === 'OFF' ? '0' : shortForm(said))
    else expect(Number(answer)).toBeCloseTo(Number(said), 9)
  })

  test('name every error of firmware and virtual board, in their words', () => {
    const documented = documentedErrors()
    const texts = new Map(documented)
    for (const [number, text] of Object.entries(errorTexts))
      expect([number, texts.get(Number(number))]).toEqual([number, text])
    const source = readFileSync(join(firmware.folder, 'src/errors.c'), 'utf8')
    const inFirmware = [...source.matchAll(/case \w+: return TEXT\("(.*)"\)/g)].map(
      ([, text]) => text,
    )
    for (const [, text] of documented) expect(inFirmware).toContain(text)
    expect(new Set(inFirmware)).toEqual(new Set(['No error', ...texts.values()]))
  })
})

let running: Running | null = null
afterEach(async () => {
  await running?.transport.close()
  running?.stop()
  running = null
})

/** Which of the boards it is says *IDN? alone. */
const withoutKind = (bytes: number[]): number[] => [
  ...Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/ \((virtual|host)\)/, ''),
    'latin1',
  ),
]

describe.each(kinds)('%s', (_, start) => {
  test('answers the worked session of the protocol page byte for byte', async () => {
    running = await start()
    const { transport } = running
    const received: number[] = []
    let wake = (): void => undefined
    await transport.open({
      data: (bytes) => {
        received.push(...bytes)
        wake()
      },
      closed: () => undefined,
    })
    const take = async (): Promise<void> => new Promise<void>((done) => (wake = done))
    // Some emulators take a second to notice that their terminal was opened.
    const ask = setInterval(() => void transport.write(new TextEncoder().encode('\n*IDN?\n')), 300)
    while (received.length === 0) await take()
    clearInterval(ask)
    await new Promise((done) => setTimeout(done, 400))
    received.length = 0

    const session = workedSession()
    expect(session.length).toBeGreaterThan(20)
    for (const { shown, sent, answer } of session) {
      await transport.write(sent)
      while (withoutKind(received).length < answer.length) await take()
      const said = withoutKind(received.splice(0))
      expect([shown, said.map((byte, i) => (answer[i] === null ? null : byte))]).toEqual([
        shown,
        answer,
      ])
    }
  })
})

test('the worked session is read as it stands on the page', () => {
  const [first]: Exchange[] = workedSession()
  expect(Buffer.from(first.sent).toString()).toBe('*IDN?\n')
  expect(Buffer.from(first.answer.map(Number)).toString()).toBe('Desynclab,Board bench,0,1.0.0\n')
})
