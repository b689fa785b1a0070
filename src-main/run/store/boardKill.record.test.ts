import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { readFrames } from './read'
import { RunStore } from './store'
import { clean, folder } from './testing/lab'
import { Moments } from './testing/moments'

const program = resolve(import.meta.dirname, '../../../out/main/cli.js')
const LATEST_MS = 1500

afterEach(clean)

function framesIn(directory: string): number {
  try {
    const store = RunStore.read(directory)
    const [run] = store.list()
    const count = run === undefined ? 0 : readFrames(store.database, run.id).length
    store.close()
    return count
  } catch (thrown) {
    // Not yet, or not yet with its tables.
    if (thrown instanceof Error) return 0
    throw thrown
  }
}

it('has every frame that was recorded of a board when its program is killed', async () => {
  const directory = join(folder(), 'runs')
  const moments = new Moments()
  process.stdout.write(`killed at the moment of DESYNCLAB_SEED=${moments.seed}\n`)
  const args = ['run', '--preset', 'allostery-penn16', '--set', 'rule.kind=discrete']
  args.push('--steps', '1000000', '--board', 'virtual', '--record', '--store', directory)
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' })
  const gone = once(child, 'exit')
  while (framesIn(directory) === 0) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
    await wait(50)
  }
  await wait(moments.next(LATEST_MS))
  const seen = framesIn(directory)
  child.kill('SIGKILL')
  await gone

  const store = RunStore.read(directory)
  const [run] = store.list()
  expect(run).toMatchObject({ machine: 'board', state: 'paused', interrupted: true })
  const frames = readFrames(store.database, run.id).map(({ frame }) => frame)
  expect(frames.length).toBeGreaterThanOrEqual(seen)
  expect(frames.at(-1)?.step).toBe(run.steps)
  // Each follows the one before: none is missing in between.
  expect(frames.map(({ sequence }) => sequence)).toEqual(
    frames.map((_, n) => frames[0].sequence + n),
  )
  store.close()

  const out = join(directory, 'bundle')
  const said = execFileSync(process.execPath, [
    program,
    'report',
    'last',
    '--store',
    directory,
    '--out',
    out,
  ])
  expect(String(said)).toContain('Wrote')
})
