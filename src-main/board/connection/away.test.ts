import { describe, expect, test } from 'vitest'
import { A, bench, problemOf, usb } from './testing/bench'
import { BoardDevice, encode } from './testing/devices'
import { settle } from './testing/time'

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
