import { describe, expect, test } from 'vitest'
import { A, bench, onlyAsked, problemOf, serial, usb } from './testing/bench'
import { BoardDevice, encode } from './testing/devices'

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
