import { ProblemError } from '@contract'
import { describe, expect, test } from 'vitest'
import { VirtualBoard } from '../virtual/board'
import { numberAnswer, textAnswer } from './answers'
import { encodeBlock } from './block'
import { ScpiClient } from './client'
import type { Timers } from './timers'
import type { Transport, TransportEvents } from './transport'

/** Time that flies: a deadline is over as soon as nothing else is left to do. */
function hurriedTimers(): Timers {
  let now = 0
  return {
    now: () => now,
    after: (ms, call) => {
      const timer = setTimeout(() => {
        now += ms
        call()
      }, 1)
      return () => clearTimeout(timer)
    },
  }
}

/** A real board whose answers a test can spoil on their way. */
class SpoiledTransport implements Transport {
  readonly name = 'spoiled'
  readonly written: string[] = []
  spoil: (answer: Uint8Array) => Uint8Array[] = (answer) => [answer]
  private events: TransportEvents | null = null
  private readonly board = new VirtualBoard({
    send: (bytes) => {
      for (const piece of this.spoil(bytes)) this.events?.data(piece)
    },
    clockUs: () => performance.now() * 1000,
  })

  open(events: TransportEvents): Promise<void> {
    this.events = events
    return Promise.resolve()
  }
  write(bytes: Uint8Array): Promise<void> {
    this.written.push(new TextDecoder().decode(bytes))
    this.board.receive(bytes)
    return Promise.resolve()
  }
  /** Bytes that nobody asked for. */
  say(bytes: Uint8Array): void {
    this.events?.data(bytes)
  }
  unplug(): void {
    this.events?.closed({ id: 'unplugged', severity: 'error', message: 'The cable fell off.' })
  }
  close(): Promise<void> {
    return Promise.resolve()
  }
}

async function connected() {
  const transport = new SpoiledTransport()
  const closed: unknown[] = []
  const frames: unknown[] = []
  const client = await ScpiClient.open(
    transport,
    { frame: (frame) => frames.push(frame), closed: (problem) => closed.push(problem) },
    { timers: hurriedTimers() },
  )
  return { transport, client, closed, frames }
}

const problemOf = async (work: Promise<unknown>): Promise<ProblemError['problem']> => {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown instanceof ProblemError) return thrown.problem
  throw new Error(`no problem, but ${String(thrown)}`)
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
/** Does something to the next answer only. */
const once = (transport: SpoiledTransport, what: (answer: Uint8Array) => Uint8Array[]): void => {
  transport.spoil = (answer) => {
    transport.spoil = (later) => [later]
    return what(answer)
  }
}

describe('the client', () => {
  test('reads the error queue after every command and says what the board said', async () => {
    const { client } = await connected()
    const problem = await problemOf(client.command('SCH:PROB 2'))
    expect(problem.id).toBe('board-refused')
    expect(problem.message).toContain('-222,"Data out of range;SCHedule:PROBability"')
    await client.command('SCH:PROB 0.5')
  })

  test('a query that is refused ends with the refusal, not with a deadline', async () => {
    const { client } = await connected()
    expect((await problemOf(client.query('NO:SUCH?'))).message).toContain('-113')
    expect(textAnswer('SYST:VERS?', await client.query('SYST:VERS?'))).toBe('1999.0')
  })

  test('takes all errors out of the queue at once', async () => {
    const { client, transport } = await connected()
    await transport.write(new TextEncoder().encode('NONSENSE\nSEED -1\n'))
    const problem = await problemOf(client.command('*WAI'))
    expect(problem.message).toContain('-113')
    expect(problem.message).toContain('-222')
    await client.command('*WAI')
  })

  test('a board that never answers is a deadline, and the next question is answered', async () => {
    const { client, transport } = await connected()
    once(transport, () => [])
    expect((await problemOf(client.query('SEED?'))).id).toMatch(/board-(no-answer|out-of-sync)/)
    expect(numberAnswer('SEED?', await client.query('SEED?'))).toBe(1)
  })

  test('a late answer is never taken for that of a later question', async () => {
    const { client, transport } = await connected()
    const late: Uint8Array[] = []
    transport.spoil = (answer) => {
      late.push(answer)
      return []
    }
    expect((await problemOf(client.query('SEED?'))).id).toBe('board-no-answer')
    transport.spoil = (answer) => [...late.splice(0), answer]
    expect(numberAnswer('BATC:SIZE?', await client.query('TRIG:COUN 5;:TRIG:COUN?'))).toBe(5)
  })

  test('an answer that comes twice is noticed, and the client gets back into step', async () => {
    const { client, transport } = await connected()
    once(transport, (answer) => [answer, answer])
    expect((await problemOf(client.query('SEED?'))).id).toBe('board-out-of-sync')
    expect(numberAnswer('SEED?', await client.query('SEED?'))).toBe(1)
  })

  test('an answer of nonsense is a problem, and the client gets back into step', async () => {
    const { client, transport } = await connected()
    once(transport, () => [Uint8Array.from([0xff, 0x00, 0x35, 10, 35, 57, 57, 57, 10])])
    expect((await problemOf(client.query('SEED?'))).id).toMatch(/board-/)
    expect(numberAnswer('SEED?', await client.query('SEED?'))).toBe(1)
  })

  test('a reply that nobody asked for answers nothing, and is counted', async () => {
    const { client, transport } = await connected()
    transport.say(new TextEncoder().encode('99\n98\n'))
    expect(numberAnswer('SEED?', await client.query('SEED?'))).toBe(1)
    expect(client.counters.strayReplies).toBe(2)
  })

  test('a board that swallows the first questions is identified all the same', async () => {
    const { client, transport } = await connected()
    let swallowed = 0
    transport.spoil = (answer) =>
      text(answer).startsWith('Desynclab') && swallowed++ < 3 ? [] : [answer]
    expect(await client.identify(3000)).toContain('Desynclab')
    expect(swallowed).toBe(4)
  })

  test('a line that is lost fails what waits, once, and takes nothing more', async () => {
    const { client, transport, closed } = await connected()
    once(transport, () => {
      transport.unplug()
      return []
    })
    expect(await problemOf(client.query('SEED?'))).toMatchObject({
      id: 'board-line-closed',
      message: expect.stringContaining('The cable fell off.') as string,
    })
    transport.unplug()
    expect(closed).toHaveLength(1)
    const count = transport.written.length
    expect((await problemOf(client.command('INIT'))).id).toBe('board-line-closed')
    expect(transport.written).toHaveLength(count)
  })

  test('a frame that is half there when a question is asked is not torn', async () => {
    const { client, transport, frames } = await connected()
    const bytes = Uint8Array.from([...encodeBlock('T', new Uint8Array(26)), 10])
    transport.say(bytes.slice(0, 20))
    once(transport, (answer) => [bytes.slice(20), answer])
    expect(numberAnswer('SEED?', await client.query('SEED?'))).toBe(1)
    expect(frames).toHaveLength(1)
    expect(client.counters.noiseBytes).toBe(0)
  })

  test('exchanges wait for one another', async () => {
    const { client, transport } = await connected()
    await Promise.all([client.command('SEED 5'), client.query('SEED?'), client.command('SEED 6')])
    expect(transport.written).toEqual(
      ['SEED 5', 'SEED?', 'SEED 6'].map((sent) => `${sent}\nSYST:ERR?\n`),
    )
  })
})
