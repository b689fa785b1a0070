import { ProblemError } from '@contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { elementsAnswer, numberAnswer, textAnswer } from './link/answers'
import { encodeBlock } from './link/block'
import { packElements } from './link/elements'
import { kinds, type Running } from './testing/hosts'
import { openBoard, runSteps, untilIdle, type OpenBoard } from './testing/open'
import { allostery } from './testing/penn16'
import { iris, largest } from './testing/tasks'
import { upload } from './upload'

describe.each(kinds)('%s', (name, start) => {
  let running: Running
  let board: OpenBoard
  beforeEach(async () => {
    running = await start()
    board = await openBoard(running.transport)
  })
  afterEach(async () => {
    await board.client.close()
    running.stop()
  })
  const ask = async (query: string): Promise<string> =>
    textAnswer(query, await board.client.query(query))
  const refusal = async (text: string, block?: { kind: string; payload: Uint8Array }) => {
    const thrown: unknown = await board.client.command(text, block).then(
      () => null,
      (error: unknown) => error,
    )
    return thrown instanceof ProblemError
      ? (/-?\d+,"/.exec(thrown.problem.message)?.[0] ?? '')
      : 'ok'
  }

  test('identifies itself, passes its own test and names its limits', async () => {
    expect(board.identity).toMatch(/^Desynclab,Board bench.*,0,1\.0\.0$/)
    expect(await ask('*TST?')).toBe('0')
    expect(await ask('SYST:VERS?')).toBe('1999.0')
    expect(board.capability).toMatchObject({ nodes: 64, edges: 96, examples: 255 })
  })

  test('answers the mandatory commands of IEEE 488.2', async () => {
    const { client } = board
    await client.command('*CLS;*ESE 60;*SRE 32')
    expect(await ask('*ESE?')).toBe('60')
    expect(await ask('*SRE?')).toBe('32')
    expect(await refusal('NONSENSE')).toBe('-113,"')
    expect(await ask('*STB?')).toBe('96')
    expect(await ask('*ESR?')).toBe('32')
    expect(await ask('*STB?')).toBe('0')
    await client.command('*OPC;*WAI')
    expect(await ask('*ESR?')).toBe('1')
    expect(await ask('*OPC?')).toBe('1')
  })

  test.each([
    ['SEED \u0001', '-101,"'],
    ['SEED 1 2', '-102,"'],
    ['SEED (@1)', '-104,"'],
    ['SEED 1,2', '-108,"'],
    ['SEED', '-109,"'],
    ['SEEDS 1', '-113,"'],
    ['IDN?', '-113,"'],
    ['SYST:SER "unended', '-151,"'],
    ['INIT', '-221,"'],
    ['SCH:PROB 0', '-222,"'],
    ['SCH:PROB 1.0000001', '-222,"'],
    ['SEED 4294967296', '-222,"'],
    ['RULE CLEVER', '-224,"'],
  ])('refuses %j with %s', async (sent, expected) => {
    expect(await refusal(sent)).toBe(expected)
    expect(await ask('SEED?')).toBe('1')
  })

  test('throws a line away that is too long, as such or as lost bytes', async () => {
    expect(await refusal(`SEED ${'1'.repeat(400)}`)).toMatch(/-(223|363),"/)
    expect(await ask('SEED?')).toBe('1')
  })

  test('a block that is cut or corrupt changes nothing', async () => {
    const { client } = board
    await upload(client, allostery, board.capability)
    const before = await client.query('EDGE:LEV:DATA?')
    const payload = packElements('W', new Array<number>(16).fill(9))
    const good = encodeBlock('W', payload)
    for (let i = 4; i < good.length; i += 5) {
      const damaged = good.slice()
      damaged[i] ^= 4
      await running.transport.write(
        Uint8Array.from([...new TextEncoder().encode('EDGE:LEV:DATA 0,'), ...damaged, 10]),
      )
      expect(await refusal('*WAI')).toBe('-161,"')
    }
    expect(await refusal('EDGE:LEV:DATA 0,', { kind: 'F', payload })).toBe('-161,"')
    expect(await refusal('EDGE:LEV:DATA 1,', { kind: 'W', payload })).toBe('-223,"')
    expect(await client.query('EDGE:LEV:DATA?')).toEqual(before)
    await client.command('EDGE:LEV:DATA 0,', { kind: 'W', payload })
    expect(elementsAnswer('', await client.query('EDGE:LEV:DATA?'), 'W')).toEqual(
      new Float64Array(16).fill(9),
    )
  })

  test('comes back into step after a block that stopped half way', async () => {
    await running.transport.write(new TextEncoder().encode('NETW:DEF 9,#238N'))
    const first: unknown = await board.client.query('SEED?').then(
      () => null,
      (error: unknown) => error,
    )
    expect(first === null || first instanceof ProblemError).toBe(true)
    expect(await ask('SEED?')).toBe('1')
  })

  test('trains allostery, reports while it learns, and is read back', async () => {
    const { client, frames } = board
    await upload(client, allostery, board.capability)
    const before = Number(await ask('CALC:ERR? TRA'))
    await client.command('TEL:INT 20;STAT ON')
    await client.command('TRIG:COUN 600')
    await client.command('INIT')
    await untilIdle(client)
    expect(await ask('RUN:STEP?')).toBe('600')
    expect(Number(await ask('CALC:ERR? TRA'))).toBeLessThan(before / 20)
    expect(frames[frames.length - 1]).toMatchObject({ step: 600, learning: false })
    const dropped = numberAnswer('TEL:DROP?', await client.query('TEL:DROP?'))
    expect(frames.length + Number(dropped)).toBe(30)
    const times = frames.map(({ timeUs }) => timeUs)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const levels = elementsAnswer('', await client.query('EDGE:LEV:DATA?'), 'W')
    expect(frames[frames.length - 1].edges).toEqual(levels)
  })

  test('answers and obeys while it learns without end', async () => {
    const { client } = board
    await upload(client, allostery, board.capability)
    await client.command('TRIG:COUN INF;:INIT')
    expect(await ask('*IDN?')).toBe(board.identity)
    expect(await refusal('INIT')).toBe('-213,"')
    expect(await refusal('SEED 3')).toBe('-221,"')
    await client.command('SCH:PROB 0.5;:RULE:ETA 0.25')
    expect(await ask('RUN:STAT?')).toBe('LEARN')
    while ((await ask('RUN:STEP?')) === '0') await new Promise((done) => setTimeout(done, 1))
    await client.command('ABOR')
    const step = Number(await ask('RUN:STEP?'))
    expect(step).toBeGreaterThan(0)
    expect(await ask('RUN:STAT?')).toBe('IDLE')
    await runSteps(client, 10)
    expect(await ask('RUN:STEP?')).toBe(String(step + 10))
  })

  test(
    'learns Iris, and tells the 120 flowers that it never saw',
    { timeout: 180_000 },
    async () => {
      const { client } = board
      await upload(client, iris, board.capability)
      const before = Number(await ask('CALC:ACC? TEST'))
      await runSteps(client, 3000)
      const after = Number(await ask('CALC:ACC? TEST'))
      expect(after).toBeGreaterThan(0.93)
      expect(after).toBeGreaterThanOrEqual(before)
      const confusion = elementsAnswer('', await client.query('CALC:CONF? TEST'), 'W')
      expect(confusion.reduce((sum, count) => sum + count, 0)).toBe(120)
      expect((confusion[0] + confusion[4] + confusion[8]) / 120).toBeCloseTo(after, 5)
    },
  )

  test('holds Iris on 36 nodes and 60 edges with at least 512 bytes of stack to spare', async () => {
    const { client } = board
    await upload(client, largest, board.capability)
    await runSteps(client, 60)
    await ask('CALC:ERR? TEST')
    await client.query('CALC:CONF? TEST')
    await client.query('SYST:HELP:HEAD?')
    await client.command('EDGE:STAT CUT,(@7)')
    const [free, spare] = (await ask('DIAG:MEM?')).split(',').map(Number)
    expect(free).toBeGreaterThanOrEqual(0)
    expect(spare).toBeGreaterThanOrEqual(512)
    if (name.includes('emulated')) expect(spare).toBeLessThan(8192)
  })

  test('loses no byte of the longest messages while it learns', async () => {
    const { client } = board
    await upload(client, largest, board.capability)
    await client.command('TRIG:COUN INF;:INIT')
    const payload = packElements('L', new Array<number>(48).fill(0x0d0a230a))
    for (let i = 0; i < 40; i++) await client.command('SCH:RATE:DATA 12,', { kind: 'L', payload })
    await client.command('ABOR')
    expect(await ask('SYST:COMM:SER:OVER?')).toBe('0')
    const limits = elementsAnswer('', await client.query('SCH:RATE:DATA? 12,48'), 'L')
    expect(new Set(limits)).toEqual(new Set([0x0d0a230a]))
  })

  test('refuses a task that does not fit into its memory', async () => {
    const { client } = board
    await upload(client, largest, board.capability)
    expect(await refusal('TASK:DEF TARG,200,55')).toBe('-321,"')
    expect(await ask('TASK:DEF?')).toBe('NONE')
  })
})
