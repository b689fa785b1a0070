import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LabEvent, StudyStatus } from '@contract'
import { afterEach, expect, test } from 'vitest'
import { testStudies } from '../testing/studies'
import type { Studies } from './studies'
import type { StudiesParts, StudyWanted } from './studiesParts'

const folders: string[] = []
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

const wanted: StudyWanted = {
  study: 'damage',
  form: 'quick',
  laboratoryStepS: null,
  board: 'connected',
}
const id = 'damage-quick'

function laboratory(directory?: string, other: Partial<StudiesParts> = {}) {
  const made = directory ?? mkdtempSync(join(tmpdir(), 'desynclab-laboratory-'))
  folders.push(made)
  const told: StudyStatus[] = []
  const hear = (event: LabEvent) => event.kind === 'study' && told.push(event.study)
  const studies = testStudies(made, hear, other)
  const until = async (state: StudyStatus['state']): Promise<StudyStatus> => {
    while (statusOf(studies)?.state !== state) await new Promise((done) => setImmediate(done))
    return studies.read(id).status
  }
  return { studies, told, until, directory: made }
}

const statusOf = (studies: Studies): StudyStatus | null =>
  studies.list().studies.find(({ study }) => study === 'damage')?.forms[0].status ?? null

test('every study is offered with its question, its runs and its time, and nothing is there yet', () => {
  const { studies } = laboratory()
  const { studies: offers, lanes } = studies.list()
  expect([offers.length, lanes]).toEqual([11, 1])
  for (const { question, forms } of offers) {
    expect(question).toMatch(/\?$/)
    expect(forms.map(({ status }) => status)).toEqual([null, null])
    expect(forms[1].seconds).toBeGreaterThan(forms[0].seconds)
  }
})

test('a study is made with one request: figures stream in, and it ends in its verdict', async () => {
  const { studies, told, until } = laboratory()
  expect((await studies.start(wanted)).state).toBe('running')
  while ((statusOf(studies)?.progress.finished ?? 0) < 4)
    await new Promise((done) => setImmediate(done))
  const during = studies.read(id)
  expect([during.result, during.status.verdict]).toEqual([null, null])
  expect(during.figures.map(({ kind }) => kind)).toContain('spread')
  const { progress, verdict } = await until('finished')
  expect(progress).toMatchObject({ total: 8, finished: 8, failed: 0, leftSeconds: 0 })
  const { result, figures } = studies.read(id)
  expect(result?.verdict).toEqual(verdict)
  expect(figures).toEqual([])
  expect(told.map(({ state }) => state)).toEqual(expect.arrayContaining(['waiting', 'running']))
  // A point of a figure opens its run.
  const point = result?.figures.flatMap((one) =>
    one.kind === 'pairs' ? one.groups.flatMap(({ values }) => values) : [],
  )[0]
  const { row } = studies.run(id, point?.run ?? '')
  expect(row.run).toBe(point?.run)
  expect(() => studies.run(id, 'nobody')).toThrow('no such run')
})

test('a stopped study goes on in another program, and a finished one is moved aside for a new one', async () => {
  const first = laboratory()
  await first.studies.start(wanted)
  while ((statusOf(first.studies)?.progress.finished ?? 0) < 3)
    await new Promise((done) => setImmediate(done))
  first.studies.stop(id)
  await first.until('stopped')
  const kept = statusOf(first.studies)?.progress.finished ?? 0
  expect(kept).toBeGreaterThanOrEqual(3)
  expect(() => first.studies.result(id)).toThrow('no report yet')
  const second = laboratory(first.directory)
  expect(statusOf(second.studies)).toMatchObject({ state: 'stopped', progress: { finished: kept } })
  // What is there can be looked at, whoever made it.
  expect(second.studies.read(id).figures.map(({ kind }) => kind)).toContain('spread')
  await second.studies.goOn(id)
  const { progress } = await second.until('finished')
  expect(progress.finished).toBe(8)
  await second.studies.start(wanted)
  expect(existsSync(join(first.directory, 'trash', id, 'study.json'))).toBe(true)
  await second.until('finished')
})

test('what an engine was at work on is taken up by the next one of the same window', async () => {
  const first = laboratory()
  await first.studies.start(wanted)
  while ((statusOf(first.studies)?.progress.finished ?? 0) < 2)
    await new Promise((done) => setImmediate(done))
  first.studies.close()
  const other = laboratory(first.directory, { owner: 2 })
  other.studies.takeUp()
  expect(statusOf(other.studies)?.state).toBe('stopped')
  const second = laboratory(first.directory)
  second.studies.takeUp()
  await second.until('finished')
})

test('a study waits while a sweep has the cores, and tells when they are free', async () => {
  let [taken, freed] = [true, 0]
  const { studies, until } = laboratory(undefined, {
    elsewhere: () => taken,
    freed: () => freed++,
  })
  expect((await studies.start(wanted)).state).toBe('waiting')
  taken = false
  studies.wake()
  studies.pause(id)
  expect([statusOf(studies)?.state, freed]).toEqual(['paused', 1])
  await studies.goOn(id)
  await until('finished')
  expect(freed).toBe(2)
})

test('a study that breaks says why and keeps its runs; one that needs a board says so', async () => {
  const { studies, until } = laboratory(undefined, {
    make: () => ({ findings: Promise.reject(new Error('It broke.')), end: () => undefined }),
  })
  await studies.start(wanted)
  expect(await until('failed')).toMatchObject({ problem: { message: 'It broke.' } })
  await expect(studies.start({ ...wanted, study: 'board' })).rejects.toThrow('no board')
  expect(() => studies.pause(id)).toThrow('Nobody works')
  studies.trash(id)
  expect(statusOf(studies)).toBeNull()
})
