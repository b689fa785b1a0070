import { execFile } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { numberAnswer, textAnswer } from '../link/answers'
import { openBoard, runSteps } from '../testing/open'
import { childrenOf } from '../testing/processes'
import { advance, uploadTo } from '../testing/pair'
import { allostery } from '../testing/penn16'
import { SerialTransport } from '../transports/serial'
import { VirtualTransport } from '../transports/virtual'
import { upload } from '../upload'
import { serveVirtualBoard, type ServedBoard, type ServeOptions } from './serve'
import { PseudoTerminal } from './terminal'

let served: ServedBoard[] = []
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynclab-pty-'))
})
afterEach(async () => {
  await Promise.all(served.map((board) => board.stop()))
  served = []
  await rm(folder, { recursive: true })
})
const serve = async (options?: ServeOptions): Promise<ServedBoard> => {
  const board = await serveVirtualBoard(options)
  served.push(board)
  return board
}
const idOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no problem',
    (thrown: unknown) => (thrown as { problem: { id: string } }).problem.id,
  )

/** What a plain shell reads, without any serial program. */
const shell = (script: string): Promise<string> =>
  promisify(execFile)('bash', ['-c', script]).then(({ stdout }) => stdout)

/** The helpers that this process started and that run. */
const helpers = (): number[] => childrenOf(process.pid, 'socat')

describe('the virtual board on a pseudo-terminal', () => {
  test('is what it is in the process, bit for bit, through a serial port', async () => {
    const { path, identity } = await serve()
    const boards = [
      await openBoard(new SerialTransport(path)),
      await openBoard(new VirtualTransport()),
    ]
    expect(boards[0].identity).toBe(identity)
    await uploadTo(boards, allostery)
    for (const steps of [1, 10, 3000]) {
      const [a, b] = await advance(boards, steps)
      expect(a).toEqual(b)
    }
    for (const { client } of boards) await client.close()
  })

  test('answers a plain shell', async () => {
    const { path } = await serve({ serial: 'bench-2' })
    const answers = await shell(`
      exec 3<>${path}
      for sent in '*IDN?' 'NONSENSE' 'SYST:ERR?' 'SYST:ERR?'; do printf '%s\\r\\n' "$sent" >&3; done
      for i in 1 2 3; do read -t 5 -r line <&3; printf '%s\\n' "$line"; done`)
    expect(answers.split('\n')).toEqual([
      'Desynclab,Board bench (virtual),bench-2,1.0.0',
      '-113,"Undefined header"',
      '0,"No error"',
      '',
    ])
  })

  test('learns on while nobody has it open, and is picked up where it is', async () => {
    const { path } = await serve()
    const first = await openBoard(new SerialTransport(path))
    await upload(first.client, allostery, first.capability)
    await first.client.command('TEL:STAT ON;:TRIG:COUN INF;:INIT')
    const before = Number(numberAnswer('', await first.client.query('RUN:STEP?')))
    await first.client.close()
    const { client } = await openBoard(new SerialTransport(path))
    expect(textAnswer('', await client.query('RUN:STAT?'))).toBe('LEARN')
    expect(numberAnswer('', await client.query('RUN:STEP?'))).toBeGreaterThan(before)
    await client.command('ABOR')
    await client.close()
  })

  test('drops the frames that a slow line does not take, and counts them', async () => {
    const { path } = await serve({ throttleBytesPerS: 11_520 })
    const { client, capability, frames } = await openBoard(new SerialTransport(path))
    await upload(client, allostery, capability)
    await client.command('TEL:INT 1;STAT ON')
    await runSteps(client, 20_000)
    const dropped = Number(numberAnswer('', await client.query('TEL:DROP?')))
    expect(dropped).toBeGreaterThan(10_000)
    expect(frames.length + dropped).toBe(20_000)
    frames.forEach(({ step, sequence }) => expect(step).toBe(sequence + 1))
    await client.close()
  })

  test('chooses a longer interval at a lower rate', async () => {
    const intervals: number[] = []
    for (const baud of [9600, 1_000_000]) {
      const { path } = await serve({ baud })
      const { client, capability, frames } = await openBoard(new SerialTransport(path))
      await upload(client, allostery, capability)
      await client.command('TEL:INT 0;STAT ON')
      await runSteps(client, 20_000)
      intervals.push(frames[0].interval)
      await client.close()
    }
    expect(intervals[0]).toBeGreaterThan(5 * intervals[1])
  })
})

describe('the link to it', () => {
  test('leads there, replaces one of an earlier run, and goes with the board', async () => {
    const link = join(folder, 'board')
    symlinkSync('/dev/pts/99999', link)
    const { stop } = await serve({ link })
    const { client, identity } = await openBoard(new SerialTransport(link))
    expect(identity).toContain('virtual')
    await client.close()
    await stop()
    expect(() => lstatSync(link)).toThrow('ENOENT')
  })

  test('never takes the place of a file', async () => {
    const link = join(folder, 'thesis.txt')
    writeFileSync(link, 'years of work')
    expect(await idOf(serve({ link }))).toBe('pseudo-terminal-link-taken')
    expect(readFileSync(link, 'utf8')).toBe('years of work')
    symlinkSync(link, join(folder, 'to-it'))
    expect(await idOf(serve({ link: join(folder, 'to-it') }))).toBe('pseudo-terminal-link-taken')
    expect(await idOf(serve({ link: join(folder, 'no', 'folder') }))).toBe(
      'pseudo-terminal-link-failed',
    )
  })
})

describe('its helper', () => {
  const silent = { data: () => undefined, lost: () => undefined }
  test('is named where it is not installed', async () => {
    const open = PseudoTerminal.open(silent, 'no-such-socat')
    expect(await idOf(open)).toBe('pseudo-terminal-helper-missing')
  })

  test('that fails at once is a problem, not a silence', async () => {
    expect(await idOf(PseudoTerminal.open(silent, 'false'))).toBe('pseudo-terminal-failed')
  })

  test('that is killed ends the board with a problem, and its link goes', async () => {
    const link = join(folder, 'board')
    const { lost } = await serve({ link })
    const [helper] = helpers()
    process.kill(helper, 'SIGKILL')
    expect((await lost).problem.id).toBe('pseudo-terminal-failed')
    expect(existsSync(link)).toBe(false)
  })

  test('ends with the board', async () => {
    const { stop } = await serve()
    expect(helpers()).toHaveLength(1)
    await stop()
    expect(helpers()).toEqual([])
  })
})
