import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Summary } from './summary'

const rows = (values: Float64Array): number[][] =>
  Array.from({ length: values.length / 6 }, (_, n) => [...values.subarray(6 * n, 6 * n + 6)])

describe('a summary', () => {
  it('has one row per so many steps, with minimum, maximum, sum and count', () => {
    const summary = new Summary(3)
    summary.addSteps(1, Float64Array.of(5, 1, 3, 2, 2, 2, 9), 7)
    expect(rows(summary.full())).toEqual([
      [1, 3, 1, 5, 9, 3],
      [4, 6, 2, 2, 6, 3],
    ])
    expect(summary.open()).toEqual([7, 7, 9, 9, 9, 1])
  })

  it('takes sparse values, and step 0 with the first ones', () => {
    const summary = new Summary(10)
    for (const step of [0, 4, 10, 25, 31]) summary.add(step, step)
    expect(rows(summary.full())).toEqual([
      [0, 10, 0, 10, 14, 3],
      [25, 25, 25, 25, 25, 1],
    ])
  })

  it('is the same however the steps come, and after going on elsewhere', () => {
    const portions = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(portions, fc.integer({ min: 1, max: 30 }), fc.nat(19), (sizes, every, move) => {
        const one = new Summary(every)
        let many = new Summary(every)
        const before: number[][] = []
        let step = 0
        sizes.forEach((size, n) => {
          const values = Float64Array.from({ length: size }, (_, i) => ((step + i) * 7919) % 101)
          for (let i = 0; i < size; i++) one.add(step + 1 + i, values[i])
          many.addSteps(step + 1, values, size)
          step += size
          if (n !== move) return
          before.push(...rows(many.full()))
          const next = new Summary(every)
          next.reopen(many.open())
          many = next
        })
        expect([...before, ...rows(many.full())]).toEqual(rows(one.full()))
        expect(many.open()).toEqual(one.open())
      }),
    )
  })
})
