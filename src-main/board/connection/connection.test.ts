import { boardStateSchema, ProblemError, type BoardState, type Problem } from '@contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import { encodeBlock } from '../link/block'
import { BoardConnection } from './connection'
import { BoardDevice, encode, ScriptedDevice } from './testing/devices'
import { settle } from './testing/time'
import { World } from './testing/world'

const A = '/dev/ttyACM0'
const serial = (path: string) => ({ kind: 'serial' as const, path, baudRate: 115_200 })
const usb = (serialNumber: string | null) => ({
  vendorId: '2341',
  productId: '0042',
  serialNumber,
})

function bench() {
  const world = new World()
  const connection = new BoardConnection(world.parts)
  const states: BoardState[] = []
  const away: string[] = []
  connection.onState((state) => states.push(boardStateSchema.parse(state)))
  connection.onAway((reason) => away.push(reason))
  onTestFinished(() => connection.close())
  const connect = (path = A) => world.timers.until(connection.connect(serial(path)))
  return { world, connection, states, away, connect }
}

const problemOf = async (work: () => unknown): Promise<Problem> => {
  const thrown: unknown = await Promise.resolve()
    .then(work)
    .then(
      () => null,
      (error: unknown) => error,
    )
  if (thrown instanceof ProblemError) return thrown.problem
  throw new Error(`no problem, but ${String(thrown)}`)
}

/** All that a device that is no board of ours may hear. */
const onlyAsked = (heard: string[]): boolean => heard.every((text) => text === '\n*IDN?\n')

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

describe('a board that goes away', () => {
  test('is told of at once; what waits is refused, and nothing is sent to it later', async () => {
    const { world, connect, connection, away } = bench()
    const board = new BoardDevice()
    world.plug(A, board, usb('X1'))
    await connect()
    board.spoil = () => []
    const asked = problemOf(() => connection.client().query('SEED?'))
    const waiting = problemOf(() => connection.client().command('INIT'))
    await settle()
    world.unplug(A)
    expect(connection.state()).toMatchObject({
      presence: 'reconnecting',
      problem: { id: 'board-went-away' },
      device: { serialNumber: '0' },
    })
    expect(away).toEqual(['unplugged'])
    expect((await asked).id).toBe('board-line-closed')
    expect((await waiting).id).toBe('board-line-closed')
    expect((await problemOf(() => connection.client())).id).toBe('board-away')
    board.spoil = (_, bytes) => [bytes]
    board.heard.length = 0
    world.plug(A, board, usb('X1'))
    await world.timers.pass(2000)
    expect(connection.state()).toMatchObject({
      presence: 'identified',
      counters: { reconnects: 1 },
    })
    expect(board.heard.join('')).not.toMatch(/SEED|INIT/)
  })

  test('is found by its USB numbers at another path, and another at its path is not opened', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice()
    const other = new BoardDevice()
    world.plug(A, board, usb('X1'))
    await connect()
    world.unplug(A)
    world.plug(A, other, usb('X2'))
    await world.timers.pass(1000)
    expect(other.heard).toEqual([])
    world.plug('/dev/ttyACM7', board, usb('X1'))
    await world.timers.pass(1000)
    expect(connection.state()).toMatchObject({
      presence: 'identified',
      target: { path: '/dev/ttyACM7' },
      device: { port: { path: '/dev/ttyACM7' } },
    })
  })

  test('without a USB serial number is not guessed among two that are alike', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice('7')
    const twin = new BoardDevice('8')
    world.plug(A, board, usb(null))
    world.plug('/dev/ttyACM1', twin, usb(null))
    await connect()
    world.unplug(A)
    await world.timers.pass(1000)
    expect(twin.heard.every((text) => text === '\n*IDN?\n')).toBe(true)
    world.plug('/dev/ttyACM2', board, usb(null))
    const before = twin.heard.length
    await world.timers.pass(1000)
    expect(connection.state().presence).toBe('reconnecting')
    expect(twin.heard).toHaveLength(before)
    world.unplug('/dev/ttyACM2')
    world.plug(A, board, usb(null))
    await world.timers.pass(1000)
    expect(connection.state().presence).toBe('identified')
  })

  test('by its path: another that answers there is refused, hears *IDN? alone, and is left alone', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice('7')
    const other = new BoardDevice('8')
    world.plug(A, board)
    await connect()
    world.unplug(A)
    world.plug(A, other)
    await world.timers.pass(5000)
    expect(connection.state()).toMatchObject({
      presence: 'reconnecting',
      problem: { id: 'other-board' },
    })
    expect(other.heard).toEqual(['\n*IDN?\n'])
    world.unplug(A)
    world.plug(A, board)
    await world.timers.pass(2000)
    expect(connection.state()).toMatchObject({ presence: 'identified', problem: null })
    expect(other.heard).toEqual(['\n*IDN?\n'])
  })

  test('is lost after a minute, is looked for all the same, and comes back by itself', async () => {
    const { world, connect, connection, states } = bench()
    const board = new BoardDevice()
    world.plug(A, board)
    await connect()
    world.unplug(A)
    await world.timers.pass(59_000)
    expect(connection.state().presence).toBe('reconnecting')
    await world.timers.pass(5000)
    expect(connection.state()).toMatchObject({ presence: 'lost', problem: { id: 'board-lost' } })
    await world.timers.pass(600_000)
    world.plug(A, board)
    await world.timers.pass(4000)
    expect(connection.state()).toMatchObject({ presence: 'identified', problem: null })
    expect(states.length).toBeLessThan(12)
  })

  test('is found without a list of ports by its path', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice()
    world.plug(A, board, usb('X1'))
    await connect()
    world.unplug(A)
    world.canList = false
    world.plug(A, board, usb('X1'))
    await world.timers.pass(1000)
    expect(connection.state().presence).toBe('identified')
  })

  test('whose line breaks again and again while it is asked comes back all the same', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice()
    world.plug(A, board)
    await connect()
    let breaks = 5
    board.spoil = (_, bytes) => {
      if (breaks-- <= 0) return [bytes]
      queueMicrotask(() => {
        world.unplug(A)
        world.plug(A, board)
      })
      return []
    }
    world.unplug(A)
    world.plug(A, board)
    await world.timers.pass(10_000)
    expect(connection.state().presence).toBe('identified')
    expect(world.mostOpen).toBe(1)
  })

  test('is looked at first by who waited for it, before anybody else can send', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice()
    world.plug(A, board)
    await connect()
    let others: unknown = null
    connection.onBack(async (client) => {
      await client.command('SEED 3')
      others = (await problemOf(() => connection.send('SEED 4'))).id
      await client.command('SEED 5')
    })
    world.unplug(A)
    world.plug(A, board)
    await world.timers.pass(2000)
    expect(others).toBe('board-away')
    expect(await world.timers.until(connection.send('SEED?'))).toEqual(['5'])
  })

  test('says so where its run could not be picked up', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice()
    world.plug(A, board)
    await connect()
    connection.onBack((client) => client.command('INIT'))
    world.unplug(A)
    world.plug(A, board)
    await world.timers.pass(2000)
    expect(connection.state()).toMatchObject({
      presence: 'identified',
      problem: { id: 'board-refused' },
    })
  })
})

describe('a board that falls silent on its line', () => {
  test('is an error, and is back once it answers', async () => {
    const { world, connect, connection, away } = bench()
    const board = new BoardDevice()
    world.plug(A, board)
    await connect()
    board.spoil = () => []
    await world.timers.pass(30_000)
    expect(connection.state()).toMatchObject({ presence: 'error', problem: { id: 'board-silent' } })
    expect(away).toEqual(['line'])
    board.spoil = (_, bytes) => [bytes]
    await world.timers.pass(5000)
    expect(connection.state()).toMatchObject({ presence: 'identified', problem: null })
    expect(world.mostOpen).toBe(1)
    board.spoil = () => []
    await world.timers.pass(30_000)
    world.unplug(A)
    await world.timers.pass(2000)
    expect(connection.state().presence).toBe('reconnecting')
  })

  test('that reports an error by itself says it in the window', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice()
    world.plug(A, board)
    await connect()
    board.tell(encode('NONSENSE\n'))
    await world.timers.pass(5000)
    expect(connection.state().problem).toMatchObject({
      id: 'board-reported',
      message: expect.stringContaining('-113') as string,
    })
  })
})

describe('a port that is released', () => {
  test('is free, and the board is taken back', async () => {
    const { world, connect, connection, away } = bench()
    world.plug(A, new BoardDevice(), usb('X1'))
    await connect()
    await connection.release()
    expect(connection.state()).toMatchObject({
      presence: 'released',
      device: { serialNumber: '0' },
    })
    expect(away).toEqual(['released'])
    expect(world.open).toBe(0)
    await world.timers.pass(100_000)
    expect(world.open).toBe(0)
    expect((await world.timers.until(connection.take())).presence).toBe('identified')
  })

  test('stays released, and says why, where another program still has it', async () => {
    const { world, connect, connection } = bench()
    world.plug(A, new BoardDevice(), usb('X1'))
    await connect()
    await connection.release()
    const other = world.parts.transport(serial(A))
    await other.open({ data: () => undefined, closed: () => undefined })
    expect(await world.timers.until(connection.take())).toMatchObject({
      presence: 'released',
      problem: { id: 'serial-port-busy' },
    })
    await other.close()
    world.unplug(A)
    expect(await world.timers.until(connection.take())).toMatchObject({
      presence: 'released',
      problem: { id: 'board-not-there' },
    })
  })

  test('may come back with another firmware, but not as another board', async () => {
    const { world, connect, connection } = bench()
    const board = new BoardDevice('7')
    world.plug(A, board)
    await connect()
    await connection.release()
    board.spoil = (answer, bytes) => [
      answer.startsWith('Desynclab') ? encode(answer.replace('1.0.0', '1.1.0')) : bytes,
    ]
    expect(await world.timers.until(connection.take())).toMatchObject({
      presence: 'identified',
      device: { firmware: '1.1.0' },
    })
    await connection.release()
    const other = new BoardDevice('8')
    world.unplug(A)
    world.plug(A, other)
    expect(await world.timers.until(connection.take())).toMatchObject({
      presence: 'released',
      problem: { id: 'other-board' },
    })
    expect(onlyAsked(other.heard)).toBe(true)
  })

  test('of no board cannot be released or taken', async () => {
    const { connection } = bench()
    expect((await problemOf(() => connection.release())).id).toBe('board-away')
    expect((await problemOf(() => connection.take())).id).toBe('board-away')
  })
})

/** A network and a task, ready to learn. */
function ready(board: BoardDevice): void {
  board.tell(encode('NETW:DEF 2,'))
  board.tell(encodeBlock('N', Uint8Array.from([0, 1])))
  board.tell(encode('\nROUT:SOUR (@0);TARG (@1)\nTASK:DEF TARG,1,0\n'))
}
