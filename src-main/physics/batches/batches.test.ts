import { expect, test } from 'vitest'
import { StateReader, StateWriter } from '../state'
import { Batches } from './index'

const take = (batches: Batches, step: number) => {
  const begins = batches.next(step)
  const batch = [...batches.examples.subarray(batches.from, batches.from + batches.count)]
  return { begins, batch }
}

test('an epoch shows every example once, and its last batch is the rest', () => {
  const batches = new Batches(10, { size: 4, draw: 'epoch' }, 1)
  for (let epoch = 0; epoch < 20; epoch++) {
    const three = [1, 2, 3].map((i) => take(batches, epoch * 3 + i))
    expect(three.map(({ begins }) => begins)).toEqual([true, false, false])
    expect(three.map(({ batch }) => batch.length)).toEqual([4, 4, 2])
    expect(three.flatMap(({ batch }) => batch).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, i) => i),
    )
  }
})

test('epochs come in different orders that follow from the seed', () => {
  const order = (seed: number) => {
    const batches = new Batches(6, { size: 1, draw: 'epoch' }, seed)
    return Array.from({ length: 60 }, (_, i) => take(batches, i + 1).batch[0]).join('')
  }
  expect(order(1)).toBe(order(1))
  expect(order(1)).not.toBe(order(2))
  expect(new Set(order(1).match(/.{6}/g)).size).toBeGreaterThan(5)
})

test('random batches hold distinct examples, each equally often', () => {
  const batches = new Batches(12, { size: 5, draw: 'random' }, 2)
  const counts = new Array<number>(12).fill(0)
  const steps = 24_000
  for (let step = 1; step <= steps; step++) {
    const { batch } = take(batches, step)
    expect(new Set(batch).size).toBe(5)
    for (const m of batch) counts[m]++
  }
  const deviation = Math.sqrt(steps * (5 / 12) * (7 / 12))
  for (const n of counts) expect(Math.abs(n - steps * (5 / 12))).toBeLessThan(5 * deviation)
})

test('a random epoch begins when as many examples were seen as there are', () => {
  const batches = new Batches(10, { size: 4, draw: 'random' }, 2)
  const begins = Array.from({ length: 7 }, (_, i) => take(batches, i + 1).begins)
  expect(begins).toEqual([true, false, false, true, false, false, true])
})

test('a full batch holds every example', () => {
  for (const draw of ['epoch', 'random'] as const) {
    const batches = new Batches(5, { size: 5, draw }, 3)
    expect(take(batches, 1)).toEqual({ begins: true, batch: [0, 1, 2, 3, 4] })
    expect(take(batches, 2).begins).toBe(true)
  }
})

test('a size that is no whole number from 1 to M is refused, then and later', () => {
  const batches = new Batches(30, { size: 30, draw: 'epoch' }, 1)
  for (const size of [0, 31, 2.5]) {
    expect(() => new Batches(30, { size, draw: 'epoch' }, 1)).toThrow(/30 training examples/)
    expect(() => (batches.size = size)).toThrow(/30 training examples/)
  }
  expect(batches.size).toBe(30)
})

test.each(['epoch', 'random'] as const)(
  '%s: a restored stream of batches goes on alike',
  (draw) => {
    const [a, b] = [1, 1].map(() => new Batches(10, { size: 3, draw }, 5))
    for (let step = 1; step <= 6; step++) take(a, step)
    a.size = 2
    const state = new StateWriter()
    a.save(state)
    b.load(new StateReader(state.bytes()))
    for (let step = 7; step <= 40; step++) expect(take(b, step)).toEqual(take(a, step))
  },
)

test('batches with replacement hold independent examples, some twice, and follow from the seed', () => {
  const batches = new Batches(5, { size: 2, draw: 'replacement' }, 3)
  const again = new Batches(5, { size: 2, draw: 'replacement' }, 3)
  const pairs = new Array<number>(25).fill(0)
  for (let step = 1; step <= 25_000; step++) {
    batches.next(step)
    again.next(step)
    expect(batches.count).toBe(2)
    expect([...again.examples.subarray(0, 2)]).toEqual([...batches.examples.subarray(0, 2)])
    pairs[5 * batches.examples[0] + batches.examples[1]]++
  }
  // 24 degrees of freedom: 99.99 % below 61.
  expect(pairs.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(61)
})
