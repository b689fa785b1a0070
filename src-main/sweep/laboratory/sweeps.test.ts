import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LabEvent, SweepEntry, SweepPlan } from '@contract'
import { afterEach, expect, test } from 'vitest'
import { testSweeps } from '../testing/laboratory'
import { smallPlan } from '../testing/plan'
import { mark } from './marker'
import type { Sweeps } from './sweeps'

const folders: string[] = []
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

function laboratory(directory?: string) {
  const made = directory ?? mkdtempSync(join(tmpdir(), 'desynclab-laboratory-'))
  folders.push(made)
  const events: LabEvent[] = []
  const sweeps = testSweeps(made, (event) => events.push(event))
  const states = () =>
    events.flatMap((event) => (event.kind === 'sweep' ? [event.sweep.state] : []))
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setImmediate(resolve))
  }
  return { sweeps, events, states, until, directory: made }
}

const stateOf = (sweeps: Sweeps, { id }: SweepEntry) => sweeps.entryOf(id).state
const other = (count: number): SweepPlan => smallPlan({ seeds: { first: 50, count } })

test('a sweep goes on by itself, tells how far it is, and hands out its rows as they come', async () => {
  const { sweeps, events, states, until } = laboratory()
  const entry = sweeps.start(smallPlan({ name: 'Mine' }))
  expect(entry).toMatchObject({ name: 'Mine', cells: 2, seeds: 3, axes: ['schedule.probability'] })
  await until(() => stateOf(sweeps, entry) === 'finished')
  expect([states()[0], states().at(-1)]).toEqual(['waiting', 'finished'])
  const told = events.flatMap((event) => (event.kind === 'sweep' ? [event.sweep.progress] : []))
  expect(told.at(-1)).toMatchObject({ total: 6, finished: 6, failed: 0 })
  const first = sweeps.kept(entry.id).rows(0, 4)
  const rest = sweeps.kept(entry.id).rows(first.next, 4)
  expect([first.more, rest.more, rest.next]).toEqual([true, false, 6])
  expect([...first.rows, ...rest.rows].map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5])
})

test('one sweep is at work at a time, and a paused one makes room', async () => {
  const { sweeps, until } = laboratory()
  const [a, b] = [sweeps.start(smallPlan()), sweeps.start(other(2))]
  expect([stateOf(sweeps, a), stateOf(sweeps, b)]).toEqual(['running', 'waiting'])
  sweeps.pause(a.id)
  expect([stateOf(sweeps, a), stateOf(sweeps, b)]).toEqual(['paused', 'running'])
  await until(() => stateOf(sweeps, b) === 'finished')
  sweeps.goOn(a.id, false)
  await until(() => stateOf(sweeps, a) === 'finished')
  expect(sweeps.list()).toHaveLength(2)
})

test('a stopped one goes on with what is missing, also in another program', async () => {
  const { sweeps, until, directory } = laboratory()
  const entry = sweeps.start(other(20))
  await until(() => sweeps.entryOf(entry.id).progress.finished > 2)
  sweeps.stop(entry.id)
  await until(() => stateOf(sweeps, entry) === 'stopped')
  const { finished } = sweeps.entryOf(entry.id).progress
  expect(finished).toBeLessThan(40)
  const again = laboratory(directory)
  expect(again.sweeps.list()).toMatchObject([{ id: entry.id, state: 'stopped' }])
  again.sweeps.goOn(entry.id, false)
  await again.until(() => stateOf(again.sweeps, entry) === 'finished')
  expect(again.sweeps.kept(entry.id).rows(0, 1000).rows).toHaveLength(40)
})

test('an engine takes up what the lost one of the same window was at work on, and nothing else', async () => {
  const { sweeps, until, directory } = laboratory()
  const [lost, left] = [sweeps.start(other(20)), sweeps.start(other(21))]
  await until(() => sweeps.entryOf(lost.id).progress.finished > 0)
  sweeps.close()
  // As if another window had been at work on this one before the computer was started anew.
  mark(left.folder, 999)
  const next = laboratory(directory)
  next.sweeps.takeUp()
  expect(stateOf(next.sweeps, lost)).toBe('running')
  await next.until(() => stateOf(next.sweeps, lost) === 'finished')
  expect(stateOf(next.sweeps, left)).toBe('stopped')
})

test('what cannot be is refused: an unknown one, one at work, a folder that is none', async () => {
  const { sweeps, events, until, directory } = laboratory()
  const entry = sweeps.start(other(4))
  expect(() => sweeps.trash(entry.id)).toThrow('at work')
  expect(() => sweeps.kept('0123456789abcdef')).toThrow('no such sweep')
  await until(() => stateOf(sweeps, entry) === 'finished')
  expect(() => sweeps.pause(entry.id)).toThrow('Nobody works')
  const moved = sweeps.trash(entry.id)
  expect(sweeps.list()).toEqual([])
  expect(moved).toBe(join(directory, 'trash', entry.id))
  const spoilt = sweeps.start(smallPlan())
  await until(() => stateOf(sweeps, spoilt) === 'finished')
  writeFileSync(join(spoilt.folder, 'plan.json'), '{')
  const again = laboratory(directory)
  expect(again.sweeps.list()).toEqual([])
  expect(again.events).toMatchObject([{ kind: 'problem', problem: { id: 'no-sweep' } }])
  expect(events.some(({ kind }) => kind === 'problem')).toBe(false)
})
