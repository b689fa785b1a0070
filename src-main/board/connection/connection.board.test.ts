import { existsSync } from 'node:fs'
import { ProblemError, type BoardPresence } from '@contract'
import { SerialPort } from 'serialport'
import { describe, expect, onTestFinished, test } from 'vitest'
import { numberAnswer, textAnswer } from '../link/answers'
import type { BoardFrame } from '../link/frame'
import { firmware, onPseudoTerminal } from '../testing/firmware'
import { allostery } from '../testing/penn16'
import { SerialTransport } from '../transports/serial'
import { upload } from '../upload'
import { BoardConnection } from './connection'
import { Cable } from './testing/cable'

const serial = (path: string) => ({ kind: 'serial' as const, path, baudRate: 115_200 })
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

async function until(connection: BoardConnection, ...wanted: BoardPresence[]): Promise<void> {
  while (!wanted.includes(connection.state().presence)) await wait(5)
}

const idOf = (thrown: unknown): string =>
  thrown instanceof ProblemError ? thrown.problem.id : String(thrown)

/** A connection at the end of a cable to the host build of the firmware. */
async function plugged() {
  const { path, stop } = await onPseudoTerminal(firmware.host, ['--pty'])
  const cable = new Cable(path)
  await cable.plug()
  const connection = new BoardConnection()
  onTestFinished(async () => {
    await connection.close()
    await cable.end()
    stop()
  })
  return { cable, connection }
}

/** A device that this test plays, and what it heard. */
async function impostor(identity: string) {
  const cable = new Cable()
  await cable.plug()
  const port = new SerialPort({ path: cable.farPath, baudRate: 115_200, autoOpen: false })
  await new Promise<void>((done, fail) => port.open((error) => (error ? fail(error) : done())))
  const heard: string[] = []
  port.on('data', (bytes: Buffer) => {
    heard.push(bytes.toString('latin1'))
    if (bytes.includes('*IDN?')) port.write(`${identity}\n`)
  })
  onTestFinished(async () => {
    await new Promise<void>((done) => port.close(() => done()))
    await cable.end()
  })
  return { cable, heard }
}

describe('a cable that is pulled', () => {
  test(
    'and plugged again 20 times loses no run and lets no old command through',
    { timeout: 300_000 },
    async () => {
      const { cable, connection } = await plugged()
      await connection.connect(serial(cable.path))
      const client = connection.client()
      await upload(client, allostery, connection.capability())
      await client.command('TEL:INT 1000;STAT ON')
      await client.command('TRIG:COUN INF;:INIT')
      await until(connection, 'learning')
      const frames: BoardFrame[] = []
      connection.onFrame((frame) => frames.push(frame))
      const picked: string[] = []
      connection.onBack(async (back) => {
        picked.push(textAnswer('RUN:STAT?', await back.query('RUN:STAT?')))
      })
      let step = 0
      for (let round = 1; round <= 20; round++) {
        const before = connection.client()
        const pulled = cable.pull()
        // Some of these may still reach the board, all others must never.
        const late = Array.from({ length: 5 }, (_, i) =>
          before.command(`SCH:PROB 0.${round + 10}${i + 1}`).then(() => 'done', idOf),
        )
        await pulled
        const ends = await Promise.all(late)
        expect(ends[4]).toBe('board-line-closed')
        await until(connection, 'reconnecting')
        await expect(before.command('ABOR').catch(idOf)).resolves.toBe('board-line-closed')
        await cable.plug()
        await until(connection, 'learning')
        const now = connection.client()
        const probability = textAnswer('', await now.query('SCH:PROB?'))
        expect(probability).not.toContain(`0.${round + 10}5`)
        const next = Number(numberAnswer('', await now.query('RUN:STEP?')))
        expect(next).toBeGreaterThan(step)
        step = next
      }
      expect(picked).toEqual(Array.from({ length: 20 }, () => 'LEARN'))
      expect(connection.state().counters.reconnects).toBe(20)
      const steps = frames.map((frame) => frame.step)
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
      await connection.client().command('ABOR')
    },
  )

  test('is noticed without a word being sent, and found again by a typed path', async () => {
    const { cable, connection } = await plugged()
    await connection.connect(serial(cable.path))
    await cable.pull()
    await until(connection, 'reconnecting')
    await cable.plug()
    await until(connection, 'identified')
    expect(connection.state().problem).toBeNull()
  })
})

describe('another device at the path', () => {
  test('hears *IDN? and nothing else, and the board is taken when it is back', async () => {
    const { cable, connection } = await plugged()
    const other = await impostor('Desynclab,Board bench (host),stranger,1.0.0')
    let path = cable.path
    const real = new BoardConnection({
      transport: (target) =>
        new SerialTransport(path, target.kind === 'serial' ? target.baudRate : 0),
      fileIdentity: async () => path,
    })
    await connection.close()
    await real.connect(serial(cable.path))
    expect(real.state().presence).toBe('identified')
    await cable.pull()
    path = other.cable.path
    while (real.state().problem?.id !== 'other-board') await wait(5)
    await wait(1000)
    expect(other.heard.join('')).toBe('\n*IDN?\n')
    await cable.plug()
    path = cable.path
    await until(real, 'identified')
    expect(await real.send('SEED?')).toEqual(['1'])
    expect(other.heard.join('')).toBe('\n*IDN?\n')
    await real.close()
  })

  test('that is no board is refused when it is chosen, and hears *IDN? alone', async () => {
    const { cable, heard } = await impostor('HEWLETT-PACKARD,34401A,0,10-5-2')
    const connection = new BoardConnection()
    const state = await connection.connect(serial(cable.path))
    expect(state).toMatchObject({ presence: 'error', problem: { id: 'not-a-board' } })
    await wait(300)
    expect(heard.join('')).toBe('\n*IDN?\n')
    await connection.close()
  })
})

describe('a port', () => {
  test('that is missing, or held by another, says so', async () => {
    const { cable, connection } = await plugged()
    expect(await connection.connect(serial('/dev/no-such-port'))).toMatchObject({
      presence: 'absent',
      problem: { id: 'serial-port-missing' },
    })
    const holder = new SerialTransport(cable.path)
    await holder.open({ data: () => undefined, closed: () => undefined })
    expect(await connection.connect(serial(cable.path))).toMatchObject({
      presence: 'error',
      problem: { id: 'serial-port-busy' },
    })
    await holder.close()
    expect((await connection.connect(serial(cable.path))).presence).toBe('identified')
  })

  test('that is released is free for others while the board learns, and is taken back', async () => {
    const { cable, connection } = await plugged()
    await connection.connect(serial(cable.path))
    await upload(connection.client(), allostery, connection.capability())
    await connection.client().command('TRIG:COUN INF;:INIT')
    await connection.release()
    const flasher = new SerialTransport(cable.path)
    await flasher.open({ data: () => undefined, closed: () => undefined })
    expect(await connection.take()).toMatchObject({
      presence: 'released',
      problem: { id: 'serial-port-busy' },
    })
    await flasher.close()
    expect((await connection.take()).presence).toBe('learning')
    await connection.client().command('ABOR')
  })

  test('that is asked for again and again ends with the last wish, and no other holds it', async () => {
    const { cable, connection } = await plugged()
    const { cable: silent, heard } = await impostor('')
    const wishes = Array.from({ length: 9 }, (_, i) =>
      connection.connect(serial(i % 2 === 0 ? silent.path : cable.path)),
    )
    const last = await connection.connect(serial(cable.path))
    await Promise.all(wishes)
    expect(last.presence).toBe('identified')
    expect(heard.join('').replaceAll('\n*IDN?\n', '')).toBe('')
    const holder = new SerialTransport(silent.path)
    await holder.open({ data: () => undefined, closed: () => undefined })
    await holder.close()
  })
})

test('the cable of these tests is gone once it is pulled', async () => {
  const cable = new Cable()
  await cable.plug()
  expect(existsSync(cable.path)).toBe(true)
  await cable.pull()
  expect(existsSync(cable.path)).toBe(false)
  await cable.end()
})
