import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { elementsAnswer, numberAnswer } from './link/answers'
import { firmware, onPseudoTerminal } from './testing/firmware'
import { runExample, runProvocation, type Finished } from './testing/foreign/python'
import { relay } from './testing/foreign/relay'
import { openBoard, runSteps } from './testing/open'
import { allostery } from './testing/penn16'
import { SerialTransport } from './transports/serial'
import { VirtualTransport } from './transports/virtual'
import { upload } from './upload'

const commandLine = resolve(import.meta.dirname, '../cli/bin.mjs')
const boards: [string, () => Promise<{ path: string; stop: () => void }>][] = [
  [
    'desynclab virtual-board --pty',
    () => onPseudoTerminal(process.execPath, [commandLine, 'virtual-board', '--pty']),
  ],
  ['the host build', () => onPseudoTerminal(firmware.host, ['--pty', '--lossy'])],
  [
    'the firmware on an emulated ATmega2560',
    () => onPseudoTerminal(firmware.emulator, firmware.emulatorArguments('pty')),
  ],
]

/** What the examples must find: the same run on the virtual board in this process. */
async function expected(steps: number) {
  const { client, capability } = await openBoard(new VirtualTransport())
  await upload(client, allostery, capability)
  const before = numberAnswer('', await client.query('CALC:ERR? TRA'))
  await runSteps(client, steps)
  const levels = [...elementsAnswer('', await client.query('EDGE:LEV:DATA?'), 'W')]
  const after = numberAnswer('', await client.query('CALC:ERR? TRA'))
  await client.close()
  return { before, after, levels }
}

const passed = ({ code, err, out }: Finished): string => {
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out.trim()
}

describe.each(boards)('%s and the Python of a laboratory', (_, start) => {
  let board: Awaited<ReturnType<typeof start>>
  beforeEach(async () => {
    board = await start()
  })
  afterEach(() => board.stop())

  test('PyMeasure finds three errors in their order, and its blocks come back', async () => {
    expect(passed(await runProvocation(board.path))).toBe('passed')
  })

  test('the same test fails where one reply is broken', async () => {
    let broken = 0
    const { path, stop } = await relay(new SerialTransport(board.path), (piece) => {
      if (!piece.toString('latin1').startsWith('-222,') || broken++ > 0) return piece
      return Buffer.from(piece.toString('latin1').replace('-222', '-223'), 'latin1')
    })
    const { code, err } = await runProvocation(path)
    await stop()
    expect(code).toBe(1)
    expect(err).toContain('AssertionError: [-113, -223, -109]')
  })

  test.each(['pyvisa_allostery.py', 'pymeasure_allostery.py'])(
    '%s identifies it, trains it and reads the very levels of the virtual board',
    async (name) => {
      const facts: unknown = JSON.parse(passed(await runExample(name, board.path, '500')))
      expect(facts).toMatchObject({
        identity: expect.stringMatching(/^Desynclab,Board bench.*,0,1\.0\.0$/) as string,
        ...(await expected(500)),
      })
    },
  )

  test.each(['pyvisa_allostery.py', 'pymeasure_allostery.py'])(
    '%s takes no block whose bytes changed on the way',
    async (name) => {
      const { path, stop } = await relay(new SerialTransport(board.path), (piece) => {
        if (piece[0] === 0x23) piece[6] ^= 1
        return piece
      })
      const { code, err } = await runExample(name, path, '20')
      await stop()
      expect(code).toBe(1)
      expect(err).toContain('ValueError: CRC-32 of the block is wrong')
    },
  )
})
