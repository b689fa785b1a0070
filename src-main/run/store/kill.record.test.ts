import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { readRun } from './read'
import { stateAt } from './state-at'
import { RunStore } from './store'
import { faultsOf } from './test/joins'
import { clean, createMachine, folder, hashOf } from './test/lab'

const bundle = resolve(import.meta.dirname, '../../../out/main/cli.js')
const full = import.meta.env.MODE === 'full'
const kills = full ? 200 : 20

afterEach(clean)

const stepOf = (directory: string): number => {
  const store = RunStore.read(directory)
  const step = store.list()[0]?.steps ?? 0
  store.close()
  return step
}

/** Starts the built program, waits until it has recorded more, then as long again as chance says. */
async function killed(directory: string, args: string[], before: number): Promise<number> {
  const child = spawn(process.execPath, [bundle, ...args, '--store', directory], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = once(child, 'exit')
  let seen = before
  while (seen <= before && child.exitCode === null) {
    await wait(20)
    // The first one makes the store.
    if (before > 0) seen = stepOf(directory)
    else seen = hasStore(directory) ? stepOf(directory) : 0
  }
  await wait(Math.random() * 1200)
  seen = stepOf(directory)
  child.kill('SIGKILL')
  await gone
  return seen
}

function hasStore(directory: string): boolean {
  try {
    stepOf(directory)
    return true
  } catch (thrown) {
    // Not yet, or not yet with its tables.
    if (thrown instanceof Error) return false
    throw thrown
  }
}

it(`goes on bit for bit after ${kills} kills, and no recorded step is lost`, async () => {
  const directory = join(folder(), 'runs')
  const network = ['--set', 'network.kind=square', '--set', 'network.roles.kind=random']
  const begin = [
    'run',
    '--record',
    '--preset',
    'allostery-penn16',
    ...network,
    '--steps',
    '1000000000',
  ]
  let step = 0
  for (let n = 0; n < kills; n++) {
    const seen = await killed(directory, n === 0 ? begin : ['resume', 'last'], step)
    const store = RunStore.open(directory, 'the test')
    const [run] = store.list()
    expect(faultsOf(store.database, run.id)).toEqual([])
    expect(run).toMatchObject({ interrupted: true, state: 'paused' })
    expect(run.steps).toBeGreaterThanOrEqual(seen)
    expect(run.steps).toBeGreaterThan(step)
    step = run.steps
    store.close()
  }
  const store = RunStore.read(directory)
  const { id, config } = readRun(store.database, store.list()[0].id)
  const whole = await hashOf(config, step)
  expect((await stateAt(store.database, id, step, createMachine)).hash).toBe(whole)
  store.close()
})
