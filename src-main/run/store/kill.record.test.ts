import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import type { Machine } from '../../machine/machine'
import { readRun } from './read'
import { resumptionOf } from './resumption'
import { stateAt } from './state-at'
import { RunStore } from './store'
import { faultsOf } from './testing/joins'
import { clean, createMachine, folder } from './testing/lab'
import { Moments } from './testing/moments'

const bundle = resolve(import.meta.dirname, '../../../out/main/cli.js')
const full = import.meta.env.MODE === 'full'
const kills = full ? 200 : 20
/** A kill may wait so long after the first record of its program: a checkpoint's time. */
const LATEST_MS = 1000
/** Between two looks whether something was recorded. */
const LOOK_MS = 20

afterEach(clean)

const stepOf = (directory: string): number => {
  const store = RunStore.read(directory)
  const step = store.list()[0]?.steps ?? 0
  store.close()
  return step
}

/**
 * Starts the built program, waits until it has recorded more, then as long as chance says.
 * @returns the steps that were recorded just before the kill
 */
async function killed(
  directory: string,
  args: string[],
  before: number,
  afterMs: number,
): Promise<number> {
  const child = spawn(process.execPath, [bundle, ...args, '--store', directory], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = once(child, 'exit')
  let seen = before
  while (seen <= before && child.exitCode === null) {
    await wait(LOOK_MS)
    // The first one makes the store.
    if (before > 0) seen = stepOf(directory)
    else seen = hasStore(directory) ? stepOf(directory) : 0
  }
  if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
  await wait(afterMs)
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

/** The same run, undisturbed. It follows each kill, so that one that broke something is known. */
async function undisturbed(store: RunStore): Promise<{ goTo(step: number): Promise<string> }> {
  const { config } = readRun(store.database, store.list()[0].id)
  const machine: Machine = createMachine()
  await machine.configure('', { ...config, stop: { steps: null } })
  const none = (): void => undefined
  const sink = { steps: none, evaluated: none, adjusted: none, problem: none }
  let at = 0
  return {
    async goTo(step) {
      await machine.advance({ steps: step - at, expired: () => false }, sink)
      at = step
      return machine.hash()
    },
  }
}

/** Of the machine that the next program goes on with. */
async function hashOfNewest(store: RunStore, id: string): Promise<string> {
  const { config, machine: bytes } = await resumptionOf(store.database, id, createMachine)
  const machine = createMachine()
  await machine.configure(id, config)
  await machine.restore(bytes)
  return machine.hash()
}

it(`goes on bit for bit after ${kills} kills, and no recorded step is lost`, async () => {
  const directory = join(folder(), 'runs')
  const moments = new Moments()
  process.stdout.write(`kills at the moments of DESYNCLAB_SEED=${moments.seed}\n`)
  const network = ['--set', 'network.kind=square', '--set', 'network.roles.kind=random']
  const begin = ['run', '--record', '--preset', 'allostery-penn16', ...network]
  begin.push('--steps', '1000000000')
  let step = 0
  let whole: Awaited<ReturnType<typeof undisturbed>> | null = null
  for (let n = 1; n <= kills; n++) {
    const afterMs = moments.next(LATEST_MS)
    const args = n === 1 ? begin : ['resume', 'last']
    const seen = await killed(directory, args, step, afterMs)
    const store = RunStore.open(directory, 'the test')
    const [run, ...others] = store.list()
    const which = `kill ${n}, ${afterMs.toFixed(0)} ms after a record, at step ${run.steps}`
    expect(others, which).toEqual([])
    expect(faultsOf(store.database, run.id), which).toEqual([])
    expect(run, which).toMatchObject({ interrupted: true, state: 'paused' })
    expect(run.steps, which).toBeGreaterThanOrEqual(seen)
    expect(run.steps, which).toBeGreaterThan(step)
    step = run.steps
    whole ??= await undisturbed(store)
    expect(await hashOfNewest(store, run.id), which).toBe(await whole.goTo(step))
    store.close()
    if (full || n % 5 === 0) process.stdout.write(`${which}\n`)
  }
  const store = RunStore.read(directory)
  const { id } = store.list()[0]
  const computed = await stateAt(store.database, id, step, createMachine)
  expect(computed.hash).toBe(await whole?.goTo(step))
  store.close()
})
