import { afterEach, describe, expect, test } from 'vitest'
import { numberAnswer } from './link/answers'
import { emulatedTransport, hostTransport } from './testing/firmware'
import { openBoard, runSteps, type OpenBoard } from './testing/open'
import { advance, uploadTo } from './testing/pair'
import { allostery } from './testing/penn16'
import { iris, largest, regression } from './testing/tasks'
import { VirtualTransport } from './transports/virtual'
import type { BoardProgram } from './program'

const full = import.meta.env.MODE === 'full'
let boards: OpenBoard[] = []
afterEach(async () => {
  await Promise.all(boards.map(({ client }) => client.close()))
  boards = []
})
const host = () => openBoard(hostTransport())
const virtual = () => openBoard(new VirtualTransport())
const emulated = () => openBoard(emulatedTransport())

const programs: [string, BoardProgram][] = [
  ['allostery, discrete', allostery],
  ['Iris, ideal', iris],
  ['regression, ideal, batches', regression],
  ['Iris on 36 nodes, batches, a rate per edge', largest],
  [
    'allostery, discrete, another resistance grid',
    {
      ...allostery,
      rule: {
        kind: 'discrete',
        eta: 0.3,
        levels: 257,
        levelStep: 3,
        maxResistanceOhm: 47_000,
        minResistanceOhm: 390,
        startLevel: 100,
      },
      schedule: { kind: 'synchronous' },
    },
  ],
  [
    'Iris, drawn with replacement, compensated',
    {
      ...iris,
      schedule: { kind: 'bernoulli', probability: 0.3, compensate: true },
      batch: { size: 7, draw: 'REPL' },
      seed: 4294967295,
    },
  ],
]

describe.each(programs)('%s', (_, program) => {
  test('the host build and the virtual board agree in every bit of 20 steps, one by one', async () => {
    boards = [await host(), await virtual()]
    await uploadTo(boards, program)
    for (let i = 0; i < 20; i++) {
      const [a, b] = await advance(boards, 1)
      expect(b).toEqual(a)
    }
  })

  test('and of thousands more', async () => {
    boards = [await host(), await virtual()]
    await uploadTo(boards, program)
    for (let i = 0; i < 5; i++) {
      const [a, b] = await advance(boards, full ? 20_000 : 2000)
      expect(b).toEqual(a)
    }
  })

  test('the emulated microcontroller agrees with the virtual board', async () => {
    boards = [await emulated(), await virtual()]
    await uploadTo(boards, program)
    for (const steps of [1, 1, 1, 7, 90, full ? 2000 : 200]) {
      const [a, b] = await advance(boards, steps)
      expect(b).toEqual(a)
    }
    for (const asked of ['CALC:ERR? TRA', 'CALC:ERR? TEST', 'CALC:ACC? TEST']) {
      const [a, b] = [await boards[0].client.query(asked), await boards[1].client.query(asked)]
      expect(numberAnswer(asked, b)).toEqual(numberAnswer(asked, a))
    }
  })
})

test(
  'all three agree after 100,000 steps, with every frame of them on two',
  { timeout: 900_000 },
  async () => {
    boards = [await host(), await virtual(), await emulated()]
    await uploadTo(boards, allostery)
    // Four frames fit into the transmit buffer: in pieces of four none is dropped.
    for (const { client } of boards.slice(0, 2)) await client.command('TEL:INT 1;STAT ON')
    for (let piece = 0; piece < 100; piece++) {
      const [a, b] = await advance(boards.slice(0, 2), 4)
      expect(b).toEqual(a)
    }
    const seen = boards
      .slice(0, 2)
      .map(({ frames }) =>
        frames.map(({ step, mask, edges, freeCounts, clampedCounts, loss }) =>
          JSON.stringify([step, [...mask], [...edges], [...freeCounts], [...clampedCounts], loss]),
        ),
      )
    expect(seen[0]).toHaveLength(400)
    expect(seen[1]).toEqual(seen[0])
    for (const { client } of boards.slice(0, 2)) await client.command('TEL:STAT OFF')
    await runSteps(boards[2].client, 400)
    for (let done = 400; done < 100_000; done += 24_900) {
      const [a, b, c] = await advance(boards, 24_900)
      expect(b).toEqual(a)
      expect(c).toEqual(a)
    }
    expect(numberAnswer('RUN:STEP?', await boards[2].client.query('RUN:STEP?'))).toBe(100_000)
  },
)
