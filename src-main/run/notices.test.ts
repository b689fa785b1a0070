import type { Gap, Problem } from '@contract'
import { expect, test } from 'vitest'
import { Notices } from './notices'

function listened() {
  const told: string[] = []
  const notices = new Notices('r', {
    adjusted: () => undefined,
    problem: ({ id, where }) => told.push(`${id} ${where}`),
    gap: (run, { fromStep }) => told.push(`${run} ${fromStep}`),
  })
  return { told, notices }
}

const fault = (where: string): Problem => ({
  id: 'fault',
  severity: 'error',
  message: 'x',
  where,
  kept: 'y',
})
const gapAt = (step: number): Gap => ({
  fromStep: step,
  toStep: step + 2,
  fromMs: step,
  toMs: step + 2,
  frames: 1,
  reason: 'line',
})

test('a fault that comes again at the same place is told again and kept once', () => {
  const { told, notices } = listened()
  for (const where of ['a', 'b', 'a']) notices.problem(fault(where))
  expect(told).toEqual(['fault a', 'fault b', 'fault a'])
  expect(notices.problems.map(({ where }) => where)).toEqual(['a', 'b'])
})

test('a line that loses much fills no memory, and every gap is told', () => {
  const { told, notices } = listened()
  for (let step = 0; step < 10_500; step++) notices.gap(gapAt(step))
  expect(told).toHaveLength(10_500)
  expect(notices.gaps).toHaveLength(10_000)
})

test('what an earlier process noticed is kept and not told again', () => {
  const [first, next] = [listened(), listened()]
  first.notices.problem(fault('a'))
  first.notices.gap(gapAt(3))
  next.notices.restore(first.notices.snapshot())
  expect(next.notices.snapshot()).toEqual(first.notices.snapshot())
  expect(next.told).toEqual([])
})
