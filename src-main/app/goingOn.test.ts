import type { LabEvent, SweepState } from '@contract'
import { expect, test } from 'vitest'
import { Activity } from './goingOn'

const progress = {
  ...{ total: 9, finished: 1, failed: 0, runsPerSecond: 1, stepsPerSecond: 1 },
  ...{ workedSeconds: 1, leftSeconds: null },
}
const sweep = (id: string, state: SweepState): LabEvent => ({
  kind: 'sweep',
  sweep: { id, state, progress, problem: null, interrupted: false },
})

test('sweeps of an engine that was lost go on only when the next one says so', () => {
  const activity = new Activity()
  activity.hear(sweep('a', 'running'))
  expect(activity.hear({ kind: 'engine', state: 'lost' })).toBe(false)
  expect(activity.goingOn('empty')).toBeNull()
  activity.hear({ kind: 'engine', state: 'started' })
  activity.hear(sweep('a', 'waiting'))
  expect(activity.goingOn('empty')).toBe('sweep')
})

test('a window is asked about what goes on: a run, a sweep, both, or nothing', () => {
  const activity = new Activity()
  expect([activity.goingOn('running'), activity.goingOn('paused')]).toEqual(['run', null])
  activity.hear(sweep('a', 'running'))
  activity.hear(sweep('b', 'waiting'))
  expect([activity.goingOn('running'), activity.goingOn('paused')]).toEqual(['both', 'sweep'])
  // The end is told once the last one is there; one that is paused goes on by hand only.
  expect(activity.hear(sweep('a', 'finished'))).toBe(false)
  expect(activity.hear(sweep('b', 'running'))).toBe(false)
  expect(activity.hear(sweep('b', 'paused'))).toBe(true)
  expect(activity.hear(sweep('b', 'stopped'))).toBe(false)
  expect(activity.goingOn('paused')).toBeNull()
})
