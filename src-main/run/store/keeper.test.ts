import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { BoardConnection } from '../../board'
import { BoardMachine, lineOf } from '../../machine/board'
import { config } from '../test/bench'
import { readFrames, readRun, readSamples } from './read'
import { MOST_WAITING_BYTES } from './recorder'
import { resumptionOf } from './resumption'
import { RunStore } from './store'
import { clean, createMachine, folder, hashOf, RecordedLab } from './testing/lab'

afterEach(clean)

/** SQLite's own limit: from now on the file has no room for more than so many pages. */
function fill(lab: RecordedLab): void {
  const { database } = lab.store
  const pages = Number(database.row('PRAGMA page_count')?.page_count)
  database.rows(`PRAGMA max_page_count = ${pages}`)
}

describe('a disk that is full', () => {
  it('pauses the run and loses nothing; the run goes on in another folder', async () => {
    const lab = new RecordedLab(folder())
    const recording = { detail: { kind: 'every', steps: 2 } } as const
    await lab.run(config({ recording }), 500)
    fill(lab)
    await lab.controller.start()
    await lab.until(() => lab.state === 'paused' && lab.problems.length > 0)
    expect(new Set(lab.problems)).toEqual(new Set(['store-full']))
    const { steps } = (await lab.controller.record()).result
    const elsewhere = folder()
    lab.keeper.use(elsewhere)
    expect(lab.events.at(-1)).toEqual({ kind: 'solved', id: 'store-full' })
    expect(lab.store.directory).toBe(elsewhere)
    expect(lab.store.list()).toMatchObject([{ id: 'run-1', steps, state: 'paused' }])
    await lab.controller.step(300)
    await lab.quit()
    const after = RunStore.read(elsewhere)
    const kept = await resumptionOf(after.database, 'run-1', createMachine)
    expect(kept.step).toBe(steps + 300)
    // No kept step is missing: neither of before, nor of the time when nothing could be written.
    const rows = after.database.rows('SELECT sum(length(rows)) AS bytes FROM sample')
    const edges = readRun(after.database, 'run-1').edges
    expect(rows).toEqual([{ bytes: Math.floor((steps + 300) / 2) * 8 * (2 + edges) }])
    const machine = createMachine()
    await machine.configure('', kept.config)
    await machine.restore(kept.machine)
    expect(machine.hash()).toBe(await hashOf(config(), steps + 300))
    after.close()
  })

  it('goes on where it was once there is room again', async () => {
    const lab = new RecordedLab(folder())
    await lab.run(config(), 500)
    fill(lab)
    await lab.controller.start()
    await lab.until(() => lab.state === 'paused' && lab.problems.length > 0)
    lab.store.database.rows('PRAGMA max_page_count = 1000000')
    await lab.controller.step(1)
    const { steps } = (await lab.controller.record()).result
    expect(lab.store.list()).toMatchObject([{ steps }])
    expect(lab.events.some((event) => event.kind === 'solved' && event.id === 'store-full')).toBe(
      true,
    )
    await lab.quit()
  })

  it('is told before it is full, and pauses the run while there is room to end well', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(config())
    await lab.controller.start()
    lab.free = 500e6
    await lab.until(() => lab.problems.length > 0)
    expect(lab.events.at(-1)).toMatchObject({ problem: { id: 'store-room', severity: 'warning' } })
    expect(lab.state).toBe('running')
    lab.free = 20e6
    await lab.until(() => lab.state === 'paused')
    expect(lab.problems).toEqual(['store-room', 'store-room'])
    lab.free = 1e12
    await lab.controller.step(1)
    expect(lab.events.at(-1)).toEqual({ kind: 'solved', id: 'store-room' })
    await lab.quit()
  })

  it('says how much room there is now, and nothing new while that is nearly the same', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(config())
    for (const free of [900e6, 890e6, 850e6, 700e6, 690e6, 800e6]) {
      lab.free = free
      await lab.controller.step(1)
    }
    const told = lab.events.flatMap((event) => (event.kind === 'problem' ? [event.problem] : []))
    expect(told.map(({ message }) => / (\d+) MB/.exec(message)?.[1])).toEqual(['900', '700', '800'])
    await lab.quit()
  })

  it('is told of its little room when what was told before was something else', async () => {
    const lab = new RecordedLab(folder())
    await lab.run(config(), 500)
    fill(lab)
    await lab.controller.start()
    await lab.until(() => lab.state === 'paused' && lab.problems.length > 0)
    lab.store.database.rows('PRAGMA max_page_count = 1000000')
    lab.free = 20e6
    await lab.controller.step(1)
    expect(lab.events).toContainEqual({ kind: 'solved', id: 'store-full' })
    expect(lab.problems.at(-1)).toBe('store-room')
    await lab.quit()
  })
})

/** 1,012 edges, every step kept: 8 KB each, and 16 MB wait at most. */
const wide = config({
  network: { kind: 'square', rows: 23, columns: 23, roles: { kind: 'random' } },
  recording: { detail: { kind: 'all' } },
})
const mostWaiting = Math.ceil(MOST_WAITING_BYTES / (8 * (2 + 1012)))

describe('a run of which more is kept than can wait for the next checkpoint', () => {
  it('is written by the size of what waits, however short the time', async () => {
    const lab = new RecordedLab(folder())
    await lab.controller.configure(wide)
    lab.time.still = true
    await lab.controller.start()
    await lab.until(() => lab.kept.length >= 4)
    await lab.controller.pause()
    const { steps } = (await lab.controller.record()).result
    const { database } = lab.store
    const parts = database
      .rows('SELECT length(rows) / 8 / ? AS steps FROM sample ORDER BY lastStep', 2 + 1012)
      .map((row) => Number(row.steps))
    expect(parts.slice(0, 3)).toEqual([mostWaiting, mostWaiting, mostWaiting])
    expect(Math.max(...parts)).toBe(mostWaiting)
    expect(parts.reduce((sum, part) => sum + part)).toBe(steps)
    await lab.quit()
  })

  it('stands still where nothing can be written, and loses no step of many', async () => {
    const lab = new RecordedLab(folder())
    await lab.run(wide, 1)
    fill(lab)
    await lab.controller.step(100 * mostWaiting)
    expect(new Set(lab.problems)).toEqual(new Set(['store-full']))
    const { steps } = (await lab.controller.record()).result
    expect(steps).toBe(1 + mostWaiting)
    lab.keeper.use(folder())
    await lab.controller.step(5)
    const { step } = readSamples(lab.store.database, 'run-1')
    expect(step).toEqual(Float64Array.from({ length: steps + 5 }, (_, n) => n + 1))
    await lab.quit()
  })
})

describe('a folder that cannot be written', () => {
  it('is told at once, and another one can be chosen', async () => {
    const parent = folder()
    RunStore.open(parent, 'a test').close()
    // A file in the place of the folder: a barrier for the administrator too.
    const lab = new RecordedLab(join(parent, 'runs.sqlite'))
    expect(lab.problems).toEqual(['store-unusable'])
    await lab.run(config(), 50)
    expect(lab.problems).toEqual(['store-unusable', 'store-unusable'])
    const elsewhere = folder()
    lab.keeper.use(elsewhere)
    await lab.controller.step(10)
    expect(lab.store.list()).toMatchObject([{ steps: 60 }])
    await lab.quit()
  })
})

describe('a run on a board', () => {
  it('is recorded frame by frame, with its device', async () => {
    const board = new BoardConnection()
    await board.connect({ kind: 'virtual' })
    const lab = new RecordedLab(folder(), undefined, () => new BoardMachine(lineOf(board)))
    await lab.controller.configure(config({ machine: { kind: 'board', frameEvery: 5 } }))
    await lab.controller.start()
    await lab.until(() => lab.kept.some(({ step }) => step > 200))
    await lab.controller.pause()
    const { steps } = (await lab.controller.record()).result
    const { database } = lab.store
    const frames = readFrames(database, 'run-1')
    expect(frames.at(-1)?.frame.step).toBe(steps)
    expect(frames[0].frame.edges).toHaveLength(16)
    const whole = frames.filter(({ frame }) => frame.step % 5 === 0)
    expect(whole.map(({ frame }) => frame.step)).toEqual(
      Array.from({ length: Math.floor(steps / 5) }, (_, n) => 5 * (n + 1)),
    )
    expect(readRun(database, 'run-1').device?.model).toBe('Board bench (virtual)')
    expect(lab.store.list()).toMatchObject([{ machine: 'board', steps }])
    await lab.quit()
    board.close()
  })
})
