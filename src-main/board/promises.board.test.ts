import { afterEach, describe, expect, test } from 'vitest'
import { numberAnswer, textAnswer } from './link/answers'
import { emulatedTransport, hostTransport } from './testing/firmware'
import { kinds, type Running } from './testing/hosts'
import { openBoard, runSteps, untilIdle, type OpenBoard } from './testing/open'
import { stateOf, uploadTo } from './testing/pair'
import { allostery } from './testing/penn16'
import { largest, regression } from './testing/tasks'
import { VirtualTransport } from './transports/virtual'
import { upload } from './upload'

let boards: OpenBoard[] = []
let started: Running[] = []
afterEach(async () => {
  await Promise.all(boards.map(({ client }) => client.close()))
  for (const running of started) running.stop()
  boards = []
  started = []
})
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const ask = async ({ client }: OpenBoard, query: string): Promise<string> =>
  textAnswer(query, await client.query(query))

/**
 * Says nothing for longer and longer, and asks in between: a question starts the board's watchdog
 * anew, and an emulated clock is slow on a busy computer.
 */
async function silenceUntilError({ client }: OpenBoard): Promise<string> {
  for (let ms = 1600; ; ms *= 2) {
    await pause(ms)
    const refusal = await client.query('RUN:STEP?').then(
      () => null,
      (thrown: unknown) => String(thrown),
    )
    if (refusal !== null) return refusal
  }
}

describe.each(kinds)('%s', (_, start) => {
  const ready = async (): Promise<OpenBoard> => {
    const running = await start()
    started.push(running)
    const board = await openBoard(running.transport)
    boards.push(board)
    return board
  }

  test('learns a regression, and predicts inputs that it never saw', async () => {
    const board = await ready()
    await upload(board.client, regression, board.capability)
    const before = Number(await ask(board, 'CALC:ERR? TEST'))
    await runSteps(board.client, 2000)
    const after = Number(await ask(board, 'CALC:ERR? TEST'))
    expect(after).toBeLessThan(before / 10)
  })

  test.each(['INF', '5'])(
    'releases its outputs without its computer where it was told to, and says so (%s steps)',
    async (steps) => {
      const board = await ready()
      await upload(board.client, allostery, board.capability)
      await board.client.command(`SYST:WATC 1;:TRIG:COUN ${steps};:INIT`)
      expect(await silenceUntilError(board)).toContain('102,"Link watchdog"')
      expect(Number(await ask(board, 'RUN:STEP?'))).toBeGreaterThanOrEqual(5)
      expect(await board.client.query('RUN:STAT?;:OUTP?')).toMatchObject([
        { text: 'IDLE' },
        { text: '0' },
      ])
    },
  )
})

const changes = [
  'SCH:PROB 0.8',
  'RULE:ETA 0.2;:BATC:SIZE 2',
  'EDGE:STAT CUT,(@7)',
  'SCH SYNC;:EDGE:STAT FRE,(@1,2)',
  'EDGE:STAT LEAR,(@7,1,2);:SCH RATE',
]

test('all boards agree in every bit after changes between steps', async () => {
  boards = await Promise.all(
    [new VirtualTransport(), hostTransport(), emulatedTransport()].map(openBoard),
  )
  await uploadTo(boards, largest)
  for (const change of changes) {
    const states: number[][][] = []
    for (const board of boards) {
      await board.client.command(change)
      await runSteps(board.client, 40)
      states.push(await stateOf(board))
    }
    expect(states[1]).toEqual(states[0])
    expect(states[2]).toEqual(states[0])
  }
})

describe.each([
  ['the host build on a wire that does not wait', () => hostTransport('--lossy')],
  ['the emulated microcontroller', () => emulatedTransport()],
])('%s', (_, transport) => {
  test('counts the bytes of a flood that it loses, and is sound after it', async () => {
    const line = transport()
    const board = await openBoard(line)
    boards.push(board)
    await upload(board.client, largest, board.capability)
    await board.client.command('TRIG:COUN INF;:INIT')
    const flood = new TextEncoder().encode('RULE:ETA 0.25\n'.repeat(400))
    await line.write(flood)
    await pause(300)
    // The client clears the queue of what came unasked and goes on.
    await board.client.command('*CLS').catch(() => undefined)
    expect(Number(await ask(board, 'SYST:COMM:SER:OVER?'))).toBeGreaterThan(0)
    await board.client.command('ABOR;:RULE:ETA 0.125')
    expect(Number(await ask(board, 'RULE:ETA?'))).toBe(0.125)
    await untilIdle(board.client)
    expect(numberAnswer('', await board.client.query('*TST?'))).toBe(0)
  })
})
