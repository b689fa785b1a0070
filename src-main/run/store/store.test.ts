import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { config } from '../test/bench'
import { Database } from './database'
import { RunStore } from './store'
import { clean, createMachine, folder, hashOf, RecordedLab } from './testing/lab'
import { readResumption, readRun, readSamples } from './read'
import { recordOf } from './record-of'
import { resumptionOf } from './resumption'
import { stateAt } from './state-at'
import { storedHistory } from './stored-history'

afterEach(clean)

const slower = { kind: 'set', path: 'schedule.probability', value: 0.2 } as const
const cut = { kind: 'edge', edge: 2, action: 'cut' } as const

describe('a recorded run', () => {
  it('is in the library with what tells it from others', async () => {
    const lab = new RecordedLab(folder())
    await lab.run(config({ name: 'mine', seed: 11 }), 2500)
    const [entry] = lab.store.list()
    expect(entry).toMatchObject({
      id: 'run-1',
      name: 'mine',
      machine: 'simulated',
      task: 'allostery',
      schedule: 'bernoulli',
      p: 0.5,
      b: 1,
      seed: 11,
      steps: 2500,
      state: 'paused',
      interrupted: false,
      trashedAt: null,
    })
    expect(entry.trainError).toBeGreaterThan(0)
    expect(entry.curve).toHaveLength(48)
    expect(entry.curve[0]).toBeGreaterThan(entry.curve[47])
    await lab.quit()
  })

  it('leaves nothing if it never began', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(config())
    await lab.controller.configure(config({ seed: 2 }))
    expect(lab.store.list()).toEqual([])
    await lab.quit()
  })

  it('is whole when another one takes its place while it goes on', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(config())
    await lab.controller.start()
    await lab.until(() => lab.kept.some(({ step }) => step > 1000))
    await lab.controller.configure(config({ seed: 2 }))
    const last = lab.kept.filter(({ run }) => run === 'run-1').at(-1)
    expect(lab.store.list()).toMatchObject([
      { id: 'run-1', state: 'paused', interrupted: false, steps: last?.step },
    ])
    const { hash } = await stateAt(lab.store.database, 'run-1', last?.step ?? 0, createMachine)
    expect(hash).toBe(await hashOf(config(), last?.step ?? 0))
    await lab.quit()
  })

  it('gives the full state of any step bit for bit, adjustments included', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(config())
    await lab.controller.step(700)
    await lab.controller.adjust(slower)
    await lab.controller.step(900)
    await lab.controller.adjust(cut)
    await lab.controller.step(1400)
    const { database } = lab.store
    const { config: recorded } = readRun(database, 'run-1')
    expect(recorded.adjustments).toEqual([
      { step: 700, change: slower },
      { step: 1600, change: cut },
    ])
    for (const step of [1, 699, 700, 701, 1599, 1600, 1601, 2222, 3000]) {
      const { hash, state } = await stateAt(database, 'run-1', step, createMachine)
      expect(hash, `step ${step}`).toBe(await hashOf(recorded, step))
      expect(state.edgeState[2]).toBe(step < 1600 ? 0 : 1)
    }
    await expect(stateAt(database, 'run-1', 3001, createMachine)).rejects.toMatchObject({
      problem: { id: 'step-not-reached' },
    })
    await lab.quit()
  })

  it('has the record that the present run had', async () => {
    const lab = new RecordedLab(folder())
    await lab.run(config({ adjustments: [{ step: 40, change: cut }] }), 300)
    const record = await lab.controller.record()
    const stored = await recordOf(lab.store.database, 'run-1', createMachine)
    expect({ ...stored, endedAt: record.endedAt, trail: record.trail }).toEqual(record)
    await lab.quit()
  })

  it('keeps the history of every series as the present run has it', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(config())
    for (const steps of [10, 3000, 1, 9000]) await lab.controller.step(steps)
    for (const series of ['batch', 'train'] as const) {
      const present = lab.controller.history({ series, fromStep: 0, toStep: null, buckets: 500 })
      const stored = storedHistory(lab.store.database, 'run-1', series, 0, null, 500)
      expect(stored).toEqual(present)
    }
    await lab.quit()
  })

  it('keeps minimum and maximum of each thousand steps, and conductances at regular ones', async () => {
    const lab = new RecordedLab(folder())
    const recording = { conductanceEvery: 700, detail: { kind: 'every', steps: 1000 } } as const
    await lab.run(config({ recording }), 3456)
    const { database } = lab.store
    const rows = database.rows(
      "SELECT firstStep, lastStep, min, max FROM summary WHERE series = 'batch' ORDER BY lastStep",
    )
    expect(rows.map(({ lastStep }) => lastStep)).toContain(3000)
    const whole = storedHistory(database, 'run-1', 'batch', 1, 3000, 5000)
    expect(rows[0].min).toBe(Math.min(...whole.min.subarray(0, Number(rows[0].lastStep))))
    const samples = readSamples(database, 'run-1')
    expect([...samples.step]).toEqual([700, 1000, 1400, 2000, 2100, 2800, 3000])
    const { state } = await stateAt(database, 'run-1', 2100, createMachine)
    expect(samples.conductance[4]).toEqual(state.conductance)
    await lab.quit()
  })

  it('goes on in another process bit for bit, with its charts', async () => {
    const directory = folder()
    const lab = new RecordedLab(directory)
    const stopping = config({ stop: { steps: 5000 } })
    await lab.run(stopping, 2345)
    await lab.quit()
    const next = new RecordedLab(directory)
    const checkpoint = await resumptionOf(next.store.database, 'run-1', createMachine)
    expect(checkpoint).toEqual(lab.kept.at(-1))
    await next.controller.resume(checkpoint, 'paused', [])
    await next.controller.start()
    await next.until(() => next.state === 'finished')
    const record = await next.controller.record()
    expect(record.result.steps).toBe(5000)
    expect(record.result.hash).toBe(await hashOf(stopping, 5000))
    expect(next.store.list()).toMatchObject([{ steps: 5000, state: 'finished' }])
    // The summaries join where the processes changed.
    const whole = new RecordedLab(folder())
    await whole.controller.configure(stopping)
    await whole.controller.step(2345)
    await whole.controller.start()
    await whole.until(() => whole.state === 'finished')
    const all = (lab: RecordedLab) => {
      const sql = "SELECT rows FROM summary WHERE series = 'batch' ORDER BY lastStep"
      return Buffer.concat(lab.store.database.rows(sql).map(({ rows }) => rows as Buffer))
    }
    expect(all(next).equals(all(whole))).toBe(true)
    await next.quit()
    await whole.quit()
  })

  it('forgets what the store knew beyond the checkpoint that it goes on from', async () => {
    const lab = new RecordedLab(folder())
    await lab.run(config(), 1500)
    const checkpoint = lab.kept.at(-1)
    if (checkpoint === undefined) throw new Error('nothing was kept')
    await lab.controller.step(3000)
    await lab.controller.resume(checkpoint, 'paused', [])
    await lab.controller.step(700)
    const { database } = lab.store
    expect(database.row('SELECT max(step) AS step FROM checkpoint')).toEqual({ step: 2200 })
    expect(database.row('SELECT max(lastStep) AS step FROM summary')).toEqual({ step: 2000 })
    expect((await stateAt(database, 'run-1', 2200, createMachine)).hash).toBe(
      await hashOf(config(), 2200),
    )
    await lab.quit()
  })

  it('is computed from an earlier checkpoint where one was damaged', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(config())
    for (let n = 0; n < 3; n++) await lab.controller.step(1000)
    const { database } = lab.store
    const damage = 'UPDATE checkpoint SET machine = zeroblob(length(machine)) WHERE step >= ?'
    for (const damagedFrom of [3000, 2000, 0]) {
      database.run(damage, damagedFrom)
      const resumed = await resumptionOf(database, 'run-1', createMachine)
      expect(resumed.machine).toEqual(lab.kept.at(-1)?.machine)
    }
    await lab.quit()
  })

  it('tells that it failed', async () => {
    const lab = new RecordedLab(folder())
    await lab.run(config(), 100)
    lab.keeper.hear({
      kind: 'problem',
      problem: { id: 'machine-failed', severity: 'error', message: 'It broke.' },
    })
    lab.keeper.hear({ kind: 'state', run: 'run-1', state: 'failed' })
    expect(lab.store.list()).toMatchObject([{ state: 'failed', steps: 100 }])
    expect(readRun(lab.store.database, 'run-1').problems).toMatchObject([
      { step: 100, problem: { id: 'machine-failed' } },
    ])
    await lab.quit()
  })
})

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
