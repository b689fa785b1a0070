import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { config } from '../test/bench'
import { readRun, readSamples } from './read'
import { resumptionOf } from './resumption'
import { stateAt } from './state-at'
import { RunStore } from './store'
import { clean, createMachine, folder, hashOf, RecordedLab } from './testing/lab'
import { fillUp, SmallDisk } from './testing/mount'

const bundle = resolve(import.meta.dirname, '../../../out/main/cli.js')
const disks: SmallDisk[] = []
beforeEach((context) => {
  if (SmallDisk.refusal !== null) context.skip(SmallDisk.refusal)
})
afterEach(() => {
  for (const disk of disks.splice(0)) disk.unmount()
  clean()
})

function disk(megabytes: number): SmallDisk {
  const mounted = SmallDisk.mount(1e6 * megabytes)
  disks.push(mounted)
  return mounted
}

/** Every second step is kept: what waits grows, and a lost one is a hole. */
const detailed = config({ recording: { detail: { kind: 'every', steps: 2 } } })

/** Whether the store has every kept step up to one, and goes on with the bits of a whole run. */
async function expectWhole(directory: string, steps: number): Promise<void> {
  const store = RunStore.read(directory)
  const { database } = store
  expect(readRun(database, 'run-1').steps).toBe(steps)
  const { step } = readSamples(database, 'run-1')
  expect(step).toEqual(Float64Array.from({ length: Math.floor(steps / 2) }, (_, n) => 2 * n + 2))
  const kept = await resumptionOf(database, 'run-1', createMachine)
  const machine = createMachine()
  await machine.configure('', kept.config)
  await machine.restore(kept.machine)
  expect(machine.hash()).toBe(await hashOf(detailed, steps))
  store.close()
}

describe('a disk that another program fills up', () => {
  it('pauses the run with everything in memory, which goes on in another folder', async () => {
    const { directory } = disk(8)
    const lab = new RecordedLab(join(directory, 'runs'))
    await lab.run(detailed, 500)
    fillUp(directory)
    await lab.controller.start()
    await lab.until(() => lab.state === 'paused' && lab.problems.length > 0)
    expect(new Set(lab.problems)).toEqual(new Set(['store-full']))
    // Trying again in vain loses nothing either.
    await lab.controller.step(100)
    const { steps } = (await lab.controller.record()).result
    const elsewhere = folder()
    lab.keeper.use(elsewhere)
    await lab.controller.step(301)
    await lab.quit()
    await expectWhole(elsewhere, steps + 301)
  })

  it('lets the run go on where it was once there is room again', async () => {
    const { directory } = disk(8)
    const lab = new RecordedLab(join(directory, 'runs'))
    await lab.run(detailed, 500)
    const filler = fillUp(directory)
    await lab.controller.start()
    await lab.until(() => lab.state === 'paused' && lab.problems.length > 0)
    rmSync(filler)
    await lab.controller.step(3)
    expect(lab.events.at(-1)).toEqual({ kind: 'solved', id: 'store-full' })
    const { steps } = (await lab.controller.record()).result
    await lab.quit()
    await expectWhole(join(directory, 'runs'), steps)
  })

  it('keeps what was recorded before where the program ends on it', async () => {
    const { directory } = disk(8)
    const runs = join(directory, 'runs')
    const lab = new RecordedLab(runs)
    await lab.run(detailed, 500)
    fillUp(directory)
    await lab.controller.step(100)
    expect(new Set(lab.problems)).toEqual(new Set(['store-full']))
    const seen = RunStore.read(runs)
    expect(seen.list()).toMatchObject([{ steps: 500, state: 'paused' }])
    seen.close()
    await lab.quit()
    await expectWhole(runs, 500)
  })
})

describe('a disk that fills up with the record', () => {
  it('is told of, and the run paused, while there is room for all of it', async () => {
    const { directory } = disk(64)
    const lab = new RecordedLab(join(directory, 'runs'))
    lab.free = null
    await lab.run(config({ ...detailed, recording: { detail: { kind: 'all' } } }), 1)
    expect(lab.events.at(-1)).toMatchObject({ problem: { id: 'store-room', severity: 'warning' } })
    await lab.controller.start()
    await lab.until(() => lab.state === 'paused')
    expect(lab.events).toContainEqual(
      expect.objectContaining({
        problem: expect.objectContaining({ id: 'store-room', severity: 'error' }),
      }),
    )
    expect(new Set(lab.problems)).toEqual(new Set(['store-room']))
    const { steps } = (await lab.controller.record()).result
    expect(readSamples(lab.store.database, 'run-1').step).toHaveLength(steps)
    await lab.quit()
  })
})

/** By a program of its own, which lets go of every file: only then a disk turns read-only. */
function record(directory: string, steps: number): void {
  const file = join(folder(), 'config.json')
  writeFileSync(file, JSON.stringify(detailed))
  const args = ['run', '--config', file, '--steps', String(steps), '--quiet']
  execFileSync(process.execPath, [bundle, ...args, '--record', '--store', directory])
}

describe('a disk that cannot be written', () => {
  it('is told at the start, and the run is recorded elsewhere', async () => {
    const mounted = disk(8)
    const runs = join(mounted.directory, 'runs')
    record(runs, 100)
    mounted.makeReadOnly()
    const lab = new RecordedLab(runs)
    expect(lab.problems).toEqual(['store-read-only'])
    await lab.run(detailed, 50)
    const elsewhere = folder()
    lab.keeper.use(elsewhere)
    await lab.controller.step(51)
    expect(lab.store.list()).toMatchObject([{ steps: 101 }])
    await lab.quit()
  })

  it('can be read', async () => {
    const mounted = disk(8)
    const runs = join(mounted.directory, 'runs')
    record(runs, 100)
    mounted.makeReadOnly()
    const store = RunStore.read(runs)
    const [{ id }] = store.list()
    const { hash } = await stateAt(store.database, id, 100, createMachine)
    expect(hash).toBe(await hashOf(detailed, 100))
    expect(readSamples(store.database, id).step).toHaveLength(50)
    store.close()
  })
})
