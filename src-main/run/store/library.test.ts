import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { config } from '../test/bench'
import { Checkpoints } from './checkpoints'
import { Database } from './database'
import { noteRun, purgeRuns, renameRun, tagRun, trashRuns } from './library'
import { MIGRATIONS, RUN_TABLES } from './schema'
import { RunStore } from './store'
import { clean, folder, RecordedLab } from './testing/lab'

afterEach(clean)

it('names, tags and finds runs, and deletes them with a way back', async () => {
  const lab = new RecordedLab(folder())
  await lab.run(config(), 20)
  await lab.run(config({ seed: 8 }), 20)
  const { database } = lab.store
  renameRun(database, 'run-1', '100% mine')
  noteRun(database, 'run-1', 'kept for the thesis')
  tagRun(database, 'run-1', ['good', 'good', 'iris'])
  const ids = (filter: Parameters<RunStore['list']>[0]) =>
    lab.store.list(filter).map(({ id }) => id)
  expect(lab.store.list({ text: '0% m' })).toMatchObject([{ tags: ['good', 'iris'] }])
  expect(ids({ tag: 'good' })).toEqual(['run-1'])
  expect(ids({ tag: 'goo' })).toEqual([])
  expect(ids({ text: '%' })).toEqual(['run-1'])
  expect(() => purgeRuns(database, ['run-1'])).toThrow(/no run/)
  trashRuns(database, ['run-1'], '2026-01-02T03:04:05.000Z')
  expect([ids({}), ids({ trashed: true })]).toEqual([['run-2'], ['run-1']])
  trashRuns(database, ['run-1'], null)
  expect(ids({}).sort()).toEqual(['run-1', 'run-2'])
  trashRuns(database, ['run-1'], '2026-01-02T03:04:05.000Z')
  purgeRuns(database, ['run-1'])
  for (const table of RUN_TABLES)
    expect(database.rows(`SELECT run FROM ${table} WHERE run = 'run-1'`)).toEqual([])
  expect(ids({ trashed: true })).toEqual([])
  await lab.quit()
})

it('brings a file of the first layout to the present one, and loses nothing', async () => {
  const directory = folder()
  const lab = new RecordedLab(directory)
  await lab.run(config(), 50)
  const row = lab.store.database.row('SELECT * FROM run')
  await lab.quit()
  if (row === null) throw new Error('nothing was recorded')
  const former = Object.fromEntries(
    Object.entries(row).filter(([name]) => !['device', 'imported'].includes(name)),
  )
  const old = folder()
  const database = new Database(join(old, 'runs.sqlite'))
  database.exec(MIGRATIONS[0])
  database.exec('PRAGMA user_version = 1')
  const names = Object.keys(former)
  const values = Object.values(former) as (string | number | null)[]
  database.run(
    `INSERT INTO run (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...values,
  )
  database.close()
  const store = RunStore.read(old)
  expect(store.list()).toMatchObject([{ id: 'run-1', steps: 50 }])
  expect(store.database.rows('SELECT * FROM frame')).toEqual([])
  expect(store.database.row('PRAGMA user_version')).toEqual({ user_version: MIGRATIONS.length })
  store.close()
})

it('keeps checkpoints within their budget: the newest, and evenly spaced older ones', () => {
  const store = RunStore.open(folder(), 'a test')
  const checkpoints = Checkpoints.of(store.database, 'run', 20_000)
  for (let step = 1; step <= 500; step++)
    checkpoints.add({ step, made: 0, machine: new Uint8Array(1000) }, new Uint8Array(1))
  const steps = store.database
    .rows('SELECT step FROM checkpoint ORDER BY step')
    .map(({ step }) => Number(step))
  expect(steps.length).toBeLessThanOrEqual(20)
  expect(steps.slice(-4)).toEqual([497, 498, 499, 500])
  const gaps = steps.slice(1).map((step, n) => step - steps[n])
  expect(Math.max(...gaps)).toBeLessThanOrEqual(64)
  store.close()
})
