import type { BoardState } from '@contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import { encodeBlock } from '../link/block'
import { framePayload } from './testing/garbage'
import { BoardConnection } from './connection'
import { BoardDevice, encode } from './testing/devices'
import { World } from './testing/world'

const A = '/dev/ttyACM0'

async function connected() {
  const world = new World()
  const board = new BoardDevice()
  world.plug(A, board)
  const connection = new BoardConnection(world.parts)
  onTestFinished(() => connection.close())
  await world.timers.until(connection.connect({ kind: 'serial', path: A, baudRate: 115_200 }))
  const send = (text: string) => world.timers.until(connection.send(text))
  return { world, board, connection, send }
}

/** A frame of two nodes, as a board sends it. */
function frameLine(sequence: number, step: number, learning: boolean): Uint8Array {
  const payload = framePayload(() => 0, 2, 1)
  payload[0] = learning ? 6 : 2
  const view = new DataView(payload.buffer)
  view.setUint32(2, sequence, true)
  view.setUint32(6, step, true)
  return Uint8Array.from([...encodeBlock('T', payload), 10])
}

describe('a connected board', () => {
  test('answers what is typed, line by line, blocks as their numbers', async () => {
    const { board, send } = await connected()
    board.tell(encode('NETW:DEF 3,'))
    board.tell(encodeBlock('N', Uint8Array.from([0, 1, 1, 2])))
    board.tell(encode('\n'))
    expect(await send('SEED 4\nSEED?;:SYST:VERS?')).toEqual(['4', '1999.0'])
    expect(await send('EDGE:LEV:DATA?')).toEqual(['#W 2 values: 64, 64'])
    expect(await send('SYST:SER "what?"').catch(() => ['refused'])).toEqual(['refused'])
  })

  test('refuses a question that would hold the line until a run ends', async () => {
    const { board, send } = await connected()
    const heard = board.heard.length
    await expect(send('INIT;*OPC?')).rejects.toMatchObject({ problem: { id: 'board-would-wait' } })
    expect(board.heard.slice(heard).join('')).not.toContain('INIT')
    expect(await send('*OPC?')).toEqual(['1'])
  })

  test('says that it learns once it was told to by hand', async () => {
    const { board, connection, send } = await connected()
    board.tell(encode('NETW:DEF 2,'))
    board.tell(encodeBlock('N', Uint8Array.from([0, 1])))
    board.tell(encode('\nROUT:SOUR (@0);TARG (@1)\nTASK:DEF TARG,1,0\n'))
    await send('INIT')
    expect(connection.state().presence).toBe('learning')
    await send('ABOR')
    expect(connection.state().presence).toBe('identified')
  })

  test('that ended its run unseen is noticed', async () => {
    const { world, board, connection, send } = await connected()
    board.tell(encode('NETW:DEF 2,'))
    board.tell(encodeBlock('N', Uint8Array.from([0, 1])))
    board.tell(encode('\nROUT:SOUR (@0);TARG (@1)\nTASK:DEF TARG,1,0\n'))
    await send('TRIG:COUN 5;:INIT')
    expect(connection.state().presence).toBe('learning')
    board.turn(10)
    await world.timers.pass(6000)
    expect(connection.state().presence).toBe('identified')
  })

  test('tells its headers, and is asked for them once', async () => {
    const { world, board, connection } = await connected()
    const headers = await world.timers.until(connection.headers())
    expect(headers).toContain('*IDN?')
    const heard = board.heard.length
    expect(await world.timers.until(connection.headers())).toEqual(headers)
    expect(board.heard).toHaveLength(heard)
  })

  test('hands its frames on in order, counts those that are missing, and tells it twice a second', async () => {
    const { world, board, connection } = await connected()
    const told: BoardState[] = []
    const seen: number[] = []
    connection.onState((state) => told.push(state))
    connection.onFrame(({ sequence }) => seen.push(sequence))
    const sequences = Array.from({ length: 300 }, (_, i) => i).filter((i) => i % 10 !== 3)
    for (const sequence of sequences) {
      board.say?.(frameLine(sequence, 10 * sequence + 10, true))
      await world.timers.pass(10)
    }
    expect(connection.state().presence).toBe('learning')
    board.say?.(frameLine(300, 3010, false))
    await world.timers.pass(600)
    expect(seen.slice(0, sequences.length)).toEqual(sequences)
    const { counters, presence } = connection.state()
    expect(counters).toMatchObject({ frames: seen.length, missed: 30, damaged: 0 })
    expect(presence).toBe('identified')
    expect(told.length).toBeLessThan(12)
  })

  test('counts what was damaged on the line, but not what the line began with', async () => {
    const { world, board, connection } = await connected()
    const damaged = frameLine(0, 1, true)
    damaged[20] ^= 255
    board.say?.(damaged)
    await world.timers.pass(10)
    expect(connection.state().counters.damaged).toBeGreaterThan(0)
    expect(connection.state().counters.frames).toBe(0)
  })

  test('keeps the frames of a return until its run was looked at', async () => {
    const { world, board, connection } = await connected()
    const order: string[] = []
    connection.onFrame(() => order.push('frame'))
    connection.onBack(async (client) => {
      board.say?.(frameLine(7, 70, true))
      await client.query('RUN:STEP?')
      order.push('back')
    })
    world.unplug(A)
    world.plug(A, board)
    await world.timers.pass(2000)
    expect(order).toEqual(['back', 'frame'])
  })

  test('writes a log in which its own questions about the state are left out', async () => {
    const { world, connection, send } = await connected()
    await send('SEED?')
    const before = connection.log(-1).length
    await world.timers.pass(60_000)
    expect(connection.log(-1)).toHaveLength(before)
    const shown = connection.log(-1).map(({ direction, text }) => `${direction} ${text}`)
    expect(shown.slice(-2)).toEqual(['sent SEED?', 'received 1'])
  })
})
