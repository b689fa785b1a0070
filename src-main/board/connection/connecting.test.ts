import { describe, expect, onTestFinished, test } from 'vitest'
import { BoardConnection } from './connection'
import { A, bench, onlyAsked, problemOf, ready, serial, usb } from './testing/bench'
import { BoardDevice, encode, ScriptedDevice } from './testing/devices'

describe('connecting', () => {
  test('ends identified, with who the board is and what it can do', async () => {
    const { world, connect, states } = bench()
    world.plug(A, new BoardDevice('7'), usb('X1'))
    const state = await connect()
    expect(state).toMatchObject({
      presence: 'identified',
      problem: null,
      device: { serialNumber: '7', backend: 'BENCH', nodes: 64, port: { serialNumber: 'X1' } },
    })
    expect(states.map(({ presence }) => presence)).toEqual(['connecting', 'identified'])
  })

  test('reaches the virtual board without a port', async () => {
    const connection = new BoardConnection()
    onTestFinished(() => connection.close())
    const state = await connection.connect({ kind: 'virtual' })
    expect(state).toMatchObject({ presence: 'identified', device: { port: null } })
    expect(await connection.send('SEED 5;SEED?;:SYST:VERS?')).toEqual(['5', '1999.0'])
  })

  test('finds a board that learns already', async () => {
    const { world, connect } = bench()
    const board = new BoardDevice()
    ready(board)
    board.tell(encode('INIT\n'))
    world.plug(A, board)
    expect((await connect()).presence).toBe('learning')
  })

  test('a missing port is absent, one that is taken an error', async () => {
    const { world, connect, connection } = bench()
    expect(await connect()).toMatchObject({
      presence: 'absent',
      problem: { id: 'serial-port-missing' },
    })
    expect(await problemOf(() => connection.client())).toMatchObject({ id: 'board-away' })
    world.plug(A, new BoardDevice())
    const other = world.parts.transport(serial(A))
    await other.open({ data: () => undefined, closed: () => undefined })
    expect(await connect()).toMatchObject({
      presence: 'error',
      problem: { id: 'serial-port-busy' },
    })
  })

  test.each([
    ['nothing', () => null, 'board-no-answer'],
    ['positions of a satellite', () => '$GPGGA,123519,4807.038,N,01131.000,E,1\r\n', 'not-a-board'],
    ['noise', () => Uint8Array.from([0xf8, 0x00, 0x80, 10, 0xfe, 10]), 'not-a-board'],
    ['an echo', (text: string) => text, 'not-a-board'],
    ['a voltmeter', () => 'HEWLETT-PACKARD,34401A,0,10-5-2\n', 'not-a-board'],
    ['a board of another make', () => 'Acme,Board bench,0,1\n', 'not-a-board'],
  ])('to what says %s ends in an error, and it heard *IDN? alone', async (_, answer, id) => {
    const { world, connect, connection } = bench()
    const device = new ScriptedDevice(answer)
    world.plug(A, device)
    expect(await connect()).toMatchObject({ presence: 'error', problem: { id }, device: null })
    expect(onlyAsked(device.heard)).toBe(true)
    expect(device.heard.length).toBeLessThan(12)
    expect(world.open).toBe(0)
    expect((await problemOf(() => connection.client())).id).toBe('board-away')
  })

  test('to a board of another version of the protocol ends in an error', async () => {
    const { world, connect } = bench()
    const board = new BoardDevice()
    board.spoil = (answer, bytes) => [
      answer.includes('PROTOCOL=1') ? encode(answer.replace('PROTOCOL=1', 'PROTOCOL=2')) : bytes,
    ]
    world.plug(A, board)
    expect(await connect()).toMatchObject({
      presence: 'error',
      problem: { id: 'board-protocol-version' },
    })
    expect(world.open).toBe(0)
  })

  test('to a board whose capabilities make no sense ends in an error', async () => {
    const { world, connect } = bench()
    const board = new BoardDevice()
    board.spoil = (answer, bytes) => [
      answer.includes('PROTOCOL=1') ? encode(answer.replace(/NODES=\d+/, 'NODES=many')) : bytes,
    ]
    world.plug(A, board)
    expect(await connect()).toMatchObject({ problem: { id: 'board-unreadable-answer' } })
  })

  test('takes a board that answers late, or swallows the first questions, or says all twice', async () => {
    for (const spoil of ['late', 'swallow', 'twice'] as const) {
      const { world, connect } = bench()
      const board = new BoardDevice()
      let swallowed = 0
      board.spoil = (_, bytes) => {
        if (spoil === 'swallow' && swallowed++ < 4) return []
        if (spoil === 'twice') return swallowed++ < 1 ? [bytes, bytes] : [bytes]
        if (spoil === 'swallow') return [bytes]
        world.timers.after(700, () => board.say?.(bytes))
        return []
      }
      world.plug(A, board)
      expect((await connect()).presence).toBe('identified')
    }
  })

  test('a newer attempt ends an older one: it sends nothing more, and never two lines are open', async () => {
    const { world, connection } = bench()
    const silent = new ScriptedDevice(() => null)
    world.plug(A, silent)
    world.plug('/dev/slow', new BoardDevice('slow'), {}, 2000)
    world.plug('/dev/good', new BoardDevice('good'))
    const first = connection.connect(serial(A))
    await world.timers.pass(700)
    const heard = silent.heard.length
    expect(heard).toBeGreaterThan(1)
    const second = connection.connect(serial('/dev/slow'))
    await world.timers.pass(100)
    const third = connection.connect(serial('/dev/good'))
    await world.timers.until(Promise.all([first, second, third]))
    expect(connection.state()).toMatchObject({
      presence: 'identified',
      target: { path: '/dev/good' },
    })
    expect(silent.heard).toHaveLength(heard)
    expect(world.find('/dev/slow')?.device.heard).toEqual([])
    expect(world.mostOpen).toBe(1)
    await world.timers.pass(10_000)
    expect(silent.heard).toHaveLength(heard)
  })

  test('counts the bytes of both directions', async () => {
    const { world, connect } = bench()
    const board = new BoardDevice()
    world.plug(A, board)
    const { counters } = await connect()
    expect(counters.bytesOut).toBe(board.heard.join('').length)
    expect(counters.bytesIn).toBeGreaterThan(300)
    expect(counters.damaged).toBe(0)
  })
})
