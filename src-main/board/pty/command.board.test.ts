import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBoard } from '../testing/open'
import { childrenOf, isRunning } from '../testing/processes'
import { SerialTransport } from '../transports/serial'

const commandLine = resolve(import.meta.dirname, '../../cli/bin.mjs')
let folder = ''
let child: ChildProcess | null = null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynclab-command-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

/** Starts the command as a user does; its first line. */
async function desynclab(...args: string[]): Promise<{ child: ChildProcess; line: string }> {
  const started = spawn(process.execPath, [commandLine, 'virtual-board', '--pty', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  const [bytes] = (await once(started.stdout, 'data')) as [Buffer]
  return { child: started, line: bytes.toString() }
}

describe('desynclab virtual-board --pty', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'prints where it is, and leaves nothing behind after %s',
    async (signal) => {
      const link = join(folder, 'board')
      const started = await desynclab('--link', link, '--serial', 'two', '--json')
      const facts: unknown = JSON.parse(started.line)
      expect(facts).toEqual({
        path: expect.stringMatching(/^\/dev\/pts\/\d+$/) as string,
        link,
        identity: 'Desynclab,Board bench (virtual),two,1.0.0',
        baud: 115_200,
        throttleBytesPerS: null,
      })
      const { client, identity } = await openBoard(new SerialTransport(link))
      expect(identity).toBe('Desynclab,Board bench (virtual),two,1.0.0')
      await client.close()
      const [helper] = childrenOf(started.child.pid ?? 0, 'socat')
      expect(isRunning(helper)).toBe(true)
      started.child.kill(signal)
      expect(await once(started.child, 'exit')).toEqual([0, null])
      expect(isRunning(helper)).toBe(false)
      expect(existsSync(link)).toBe(false)
    },
  )

  test('takes its helper along even when it is killed', async () => {
    const { child: killed, line } = await desynclab()
    expect(line).toMatch(/^\/dev\/pts\/\d+\n$/)
    const [helper] = childrenOf(killed.pid ?? 0, 'socat')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    while (isRunning(helper)) await new Promise((done) => setTimeout(done, 20))
    expect(existsSync(line.trim())).toBe(false)
  })
})
