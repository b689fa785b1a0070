import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { config } from '../test/bench'
import { Database } from './database'
import { readResumption } from './read'
import { resumptionOf } from './resumption'
import { RunStore } from './store'
import { clean, createMachine, folder, hashOf, RecordedLab } from './testing/lab'

afterEach(clean)

describe('a power cut', () => {
  it('costs at most what happened since the last checkpoint', async () => {
    const directory = folder()
    const lab = new RecordedLab(directory)
    await lab.controller.configure(config())
    await lab.controller.start()
    const cuts: { at: string; step: number }[] = []
    // The files as they are at that moment, with a transaction begun and not ended.
    for (let n = 1; n <= 3; n++) {
      await lab.until(() => lab.kept.length > n)
      const at = folder()
      const { database } = lab.store
      database.exec('BEGIN IMMEDIATE')
      database.exec('UPDATE run SET step = 0')
      for (const name of readdirSync(directory).filter((one) => one.startsWith('runs')))
        copyFileSync(join(directory, name), join(at, name))
      database.exec('ROLLBACK')
      cuts.push({ at, step: lab.kept.at(-1)?.step ?? 0 })
    }
    await lab.quit()
    for (const { at, step } of cuts) {
      const after = new RecordedLab(at)
      expect(after.problems).toEqual([])
      expect(after.store.database.row('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
      expect(after.store.list()).toMatchObject([
        { steps: step, interrupted: true, state: 'paused' },
      ])
      const checkpoint = await resumptionOf(after.store.database, 'run-1', createMachine)
      await after.controller.resume(checkpoint, 'paused', [])
      await after.controller.step(777)
      expect((await after.controller.record()).result.hash).toBe(await hashOf(config(), step + 777))
      await after.quit()
    }
  })
})

describe('a store', () => {
  it('is written by one and read by many', async () => {
    const directory = folder()
    const lab = new RecordedLab(directory)
    const second = new RecordedLab(directory)
    expect(second.problems).toEqual(['store-in-use'])
    await lab.controller.configure(config())
    await lab.controller.start()
    await lab.until(() => lab.kept.length > 2)
    const reader = RunStore.read(directory)
    const before = reader.list()[0]
    expect(before).toMatchObject({ state: 'running', interrupted: false })
    await lab.until(() => lab.kept.length > 4)
    expect(reader.list()[0].steps).toBeGreaterThan(before.steps)
    expect(() => reader.database.exec('DELETE FROM run')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ id: 'store-read-only' }) }),
    )
    // The second one runs unrecorded, and says so again.
    await second.run(config({ seed: 3 }), 10)
    expect(second.problems).toEqual(['store-in-use', 'store-in-use'])
    await lab.quit()
    expect(reader.list()).toHaveLength(1)
    reader.close()
    const third = RunStore.open(directory, 'a third')
    expect(third.list()).toHaveLength(1)
    third.close()
  })

  it('names the program and the process that hold it', () => {
    const directory = folder()
    const store = RunStore.open(directory, 'the first')
    const message = expect.stringContaining(`the first, process ${process.pid}`)
    expect(() => RunStore.open(directory, 'the second', 50)).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ id: 'store-in-use', message }),
      }),
    )
    store.close()
  })

  it('is not made by looking for it', () => {
    const directory = join(folder(), 'none')
    expect(() => RunStore.read(directory)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ id: 'no-store' }) }),
    )
    expect(existsSync(directory)).toBe(false)
  })

  it('refuses a file that is something else, and leaves it as it is', () => {
    const directory = folder()
    copyFileSync(import.meta.filename, join(directory, 'runs.sqlite'))
    expect(() => RunStore.open(directory, 'a test')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ id: 'store-damaged' }) }),
    )
    // The lock is free again.
    expect(() => RunStore.open(directory, 'a test', 50)).toThrow(/damaged/)
  })

  it('refuses a layout of the future', () => {
    const directory = folder()
    RunStore.open(directory, 'a test').close()
    const database = new Database(join(directory, 'runs.sqlite'))
    database.exec('PRAGMA user_version = 99')
    database.close()
    for (const open of [() => RunStore.read(directory), () => RunStore.open(directory, 'a test')])
      expect(open).toThrow(
        expect.objectContaining({ problem: expect.objectContaining({ id: 'store-too-new' }) }),
      )
  })

  it('knows the newest checkpoint of a run', async () => {
    const lab = new RecordedLab(folder())
    await lab.run(config(), 50)
    expect(readResumption(lab.store.database, 'run-1').step).toBe(50)
    expect(() => readResumption(lab.store.database, 'run-2')).toThrow(/no run run-2/)
    await lab.quit()
  })
})
