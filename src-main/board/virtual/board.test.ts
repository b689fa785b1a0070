import { afterEach, describe, expect, test } from 'vitest'
import { elementsAnswer, numberAnswer, textAnswer } from '../link/answers'
import { makeVirtualBoard, VirtualTransport } from '../transports/virtual'
import { upload } from '../upload'
import { allostery } from '../testing/penn16'
import { openBoard, runSteps, type OpenBoard } from '../testing/open'
import { VirtualBoard } from './board'

let open: OpenBoard | null = null
afterEach(() => open?.client.close())
const ready = async (): Promise<OpenBoard> => {
  open = await openBoard(new VirtualTransport())
  return open
}

describe('the virtual board', () => {
  test('says what it is and what it can do', async () => {
    const { identity, capability } = await ready()
    expect(identity).toBe('Desynclab,Board bench (virtual),0,1.0.0')
    expect(capability).toMatchObject({ backend: 'BENCH', nodes: 64, edges: 96, blockBytes: 192 })
  })

  test('says in the event register that its error queue overflowed', () => {
    const answers: Uint8Array[] = []
    const board = new VirtualBoard({ send: (bytes) => answers.push(bytes), clockUs: () => 0 })
    const tell = (text: string): void => board.receive(new TextEncoder().encode(`${text}\n`))
    tell('*CLS')
    for (let i = 0; i < 16; i++) tell('NONSENSE')
    tell('*ESR?')
    tell('NONSENSE')
    tell('*ESR?')
    expect(Buffer.concat(answers).toString()).toBe('32\n40\n')
  })

  test.each([
    ['#B101', 'SEED 5'],
    ['#hff', 'SEED 255'],
    ['#Q777', 'SEED 511'],
    ['#B101_LEAR', '-104'],
    ['#B10m', '-104'],
    ['#B102', '-102'],
    ['#H', '-104'],
    ['#X1', '-104'],
    ['#H1FFFFFFFFG', '-222'],
  ])('reads %s as a seed, or says what is wrong with it: %s', (number, expected) => {
    const answers: Uint8Array[] = []
    const board = new VirtualBoard({ send: (bytes) => answers.push(bytes), clockUs: () => 0 })
    board.receive(new TextEncoder().encode(`*CLS;:SEED ${number}\nSYST:ERR?\nSEED?\n`))
    const [error, seed] = Buffer.concat(answers).toString().split('\n')
    const [code] = error.split(',')
    expect(code === '0' ? `SEED ${seed}` : code).toBe(expected)
  })

  test('learns allostery, and keeps what it learnt', async () => {
    const { client, capability } = await ready()
    await upload(client, allostery, capability)
    const before = numberAnswer('CALC:ERR?', await client.query('CALC:ERR? TRA'))
    await runSteps(client, 600)
    const after = numberAnswer('CALC:ERR?', await client.query('CALC:ERR? TRA'))
    expect(before).toBeGreaterThan(0.1)
    expect(after).toBeLessThan(0.01)
    const levels = elementsAnswer('EDGE:LEV:DATA?', await client.query('EDGE:LEV:DATA?'), 'W')
    expect(levels).toHaveLength(16)
    expect(new Set(levels).size).toBeGreaterThan(4)
  })

  test('goes on learning without its line, and can be picked up again', async () => {
    const board = makeVirtualBoard()
    open = await openBoard(new VirtualTransport(board))
    await upload(open.client, allostery, open.capability)
    await open.client.command('TRIG:COUN INF;:INIT')
    await open.client.close()
    board.turn(500)
    open = await openBoard(new VirtualTransport(board))
    const { client } = open
    expect(textAnswer('RUN:STAT?', await client.query('RUN:STAT?'))).toBe('LEARN')
    expect(numberAnswer('RUN:STEP?', await client.query('RUN:STEP?'))).toBeGreaterThanOrEqual(500)
    await client.command('ABOR')
    expect(textAnswer('RUN:STAT?', await client.query('RUN:STAT?'))).toBe('IDLE')
  })

  test('sends every k-th step as a frame, numbered without gaps', async () => {
    const { client, capability, frames } = await ready()
    await upload(client, allostery, capability)
    await client.command('TEL:INT 10;STAT ON')
    await runSteps(client, 105)
    expect(frames.map(({ step }) => step)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 105])
    expect(frames.map(({ sequence }) => sequence)).toEqual(frames.map((_, i) => i))
    const newest = frames[frames.length - 1]
    expect(newest).toMatchObject({ learning: false, output: true, idealRule: false, interval: 10 })
    const levels = elementsAnswer('EDGE:LEV:DATA?', await client.query('EDGE:LEV:DATA?'), 'W')
    expect(newest.edges).toEqual(levels)
    const scale = numberAnswer('SENS:VOLT:SCAL?', await client.query('SENS:VOLT:SCAL?'))
    const volts = elementsAnswer('FETC:VOLT:FREE?', await client.query('FETC:VOLT:FREE?'), 'F')
    newest.freeCounts.forEach((count, i) =>
      expect(Math.abs(count * Number(scale) - volts[i])).toBeLessThan(Number(scale)),
    )
  })
})
