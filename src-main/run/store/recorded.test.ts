import { afterEach, describe, expect, it } from 'vitest'
import { config } from '../test/bench'
import { readRun, readSamples } from './read'
import { recordOf } from './record-of'
import { resumptionOf } from './resumption'
import { stateAt } from './state-at'
import { storedHistory } from './stored-history'
import { clean, createMachine, folder, hashOf, RecordedLab } from './testing/lab'

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
      const present = lab.controller.looks.history({
        series,
        fromStep: 0,
        toStep: null,
        buckets: 500,
      })
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

  it('is in the store from its first slice on', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(config())
    await lab.controller.start()
    await lab.until(() => lab.kept.some(({ step }) => step > 0))
    const [{ step }] = lab.kept.filter((one) => one.step > 0)
    expect(lab.time.nowMs()).toBeLessThan(1000)
    expect(lab.store.list()).toMatchObject([{ id: 'run-1', steps: step }])
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
