import { expect, test } from 'vitest'
import { WaitShare } from './waitShare'

test('the share of the last full second is told until the next is over', () => {
  const waits = new WaitShare()
  expect(waits.value(0)).toBe(0)
  waits.add(100, 350)
  waits.add(600, 650)
  expect(waits.value(900)).toBe(0)
  expect(waits.value(1000)).toBeCloseTo(0.3)
  waits.add(1100, 1200)
  expect(waits.value(1900)).toBeCloseTo(0.3)
  expect(waits.value(2000)).toBeCloseTo(0.1)
})

test('a wait that is longer than a second is all of it', () => {
  const waits = new WaitShare()
  waits.add(0, 5000)
  expect(waits.value(5000)).toBe(1)
  expect(waits.value(7000)).toBe(0)
})
