import { expect, test } from 'vitest'
import { Draws, logNormal } from '../random'
import type { LearnerSpec } from './index'
import {
  base,
  discrete,
  make,
  imperfect,
  advance,
  follow,
  clip,
  contrastOf,
} from '../testing/learners'

test.each([
  [{ kind: 'inverse' as const, steps: 50 }, (t: number) => 1 / (1 + t / 50)],
  [{ kind: 'exponential' as const, steps: 50 }, (t: number) => Math.exp(-t / 50)],
  [{ kind: 'step' as const, steps: 10, factor: 0.7 }, (t: number) => 0.7 ** Math.floor(t / 10)],
])('a learning rate that decays: %j', (decay, factor) => {
  const rule = { ...base.rule, decay } as LearnerSpec['rule']
  follow(make({ rule }), 200, ({ step, before, after, mask, seen }) =>
    before.forEach((k, e) => {
      const change = ((0.02 * factor(step - 1)) / 0.5) * (contrastOf(seen, e) / seen.length)
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
    }),
  )
})

test('edges learn at rates of their own, log-normal with mean 1', () => {
  const rule = { ...base.rule, rateVariation: 0.4 } as LearnerSpec['rule']
  const factor = logNormal(16, 0.4, new Draws(29, 'learningRates'))
  follow(make({ rule }), 200, ({ before, after, mask, seen }) =>
    before.forEach((k, e) => {
      const change = (0.02 / 0.5) * (contrastOf(seen, e) / seen.length) * factor[e]
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
    }),
  )
  const many = logNormal(100_000, 0.4, new Draws(1, 'learningRates'))
  const mean = many.reduce((a, b) => a + b) / many.length
  const spread = Math.sqrt(many.reduce((sum, m) => sum + (m - mean) ** 2, 0) / many.length)
  expect([mean, spread]).toEqual([expect.closeTo(1, 2), expect.closeTo(0.4, 2)])
})

test('a part off by r has 1/r of the conductance and of every change', () => {
  const tolerant = make({ imperfections: imperfect({ tolerance: 0.2 }) })
  const nominal = make().parts.rule.conductance
  const draws = new Draws(29, 'parts')
  const r = Array.from({ length: 16 }, () => draws.between(0.8, 1.2))
  tolerant.parts.rule.conductance.forEach((k, e) => expect(k).toBeCloseTo(nominal[e] / r[e], 13))
  follow(tolerant, 100, ({ before, after, mask, seen }) =>
    before.forEach((k, e) => {
      const change = ((0.02 / 0.5) * (contrastOf(seen, e) / seen.length)) / r[e]
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
    }),
  )
  const levels = make({ rule: discrete, imperfections: imperfect({ tolerance: 0.2 }) })
  advance(levels, 50)
  levels.parts.rule.conductance.forEach((k, e) => {
    const level = 32 / (1000 * k * r[e])
    expect(level).toBeCloseTo(Math.round(level), 9)
  })
})

test('discrete with offsets: R goes up if |dV_C| > |dV_F| + offset, else down', () => {
  const imperfections = imperfect({ comparatorOffsetV: 0.05 })
  const learner = make({ rule: discrete, imperfections, batch: { size: 1, draw: 'epoch' } })
  const offset = learner.parts.readings?.offsetV ?? new Float64Array(0)
  expect(Math.max(...offset.map(Math.abs))).toBeGreaterThan(0.03)
  let decided = 0
  follow(learner, 400, ({ before, after, mask, seen: [{ free, clamped }] }) =>
    before.forEach((k, e) => {
      const up = Math.abs(clamped[e]) > Math.abs(free[e]) + offset[e]
      const level = Math.min(32, Math.max(1, Math.round(32 / (1000 * k)) + (up ? 1 : -1)))
      expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? 32 / (1000 * level) : k, 12)
      if (up !== Math.abs(clamped[e]) > Math.abs(free[e])) decided++
    }),
  )
  expect(decided).toBeGreaterThan(100)
})

// Above S + O = 4 examples their voltages are superposed.
test.each([3, 7])(
  'ideal with offsets and bias: F|F| - C|C| + bias of each of %i examples',
  (size) => {
    const imperfections = imperfect({ comparatorOffsetV: 0.2, learningBiasV2: 0.03 })
    const learner = make({ imperfections, batch: { size, draw: 'epoch' } })
    const offset = learner.parts.readings?.offsetV ?? new Float64Array(0)
    follow(learner, 200, ({ before, after, mask, seen }) =>
      before.forEach((k, e) => {
        const sum = seen.reduce((total, { free, clamped }) => {
          const f = Math.abs(free[e]) + offset[e]
          return total + f * Math.abs(f) - clamped[e] ** 2 + 0.03
        }, 0)
        const change = ((0.02 / 0.5) * sum) / seen.length
        expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
      }),
    )
  },
)

test('a bias alone is added to the exact contrast, of one example and of a batch', () => {
  for (const size of [1, 3]) {
    const imperfections = imperfect({ learningBiasV2: -0.02 })
    const learner = make({ imperfections, batch: { size, draw: 'epoch' } })
    follow(learner, 100, ({ before, after, mask, seen }) =>
      before.forEach((k, e) => {
        const change = (0.02 / 0.5) * (contrastOf(seen, e) / seen.length - 0.02)
        expect(after[e]).toBeCloseTo((mask >>> e) & 1 ? clip(k + change) : k, 12)
      }),
    )
  }
})

test('read noise has the mean and spread of Gaussian noise on both drops', () => {
  // At p = 1 and alpha tiny the network stands still: the changes are the readings.
  const rule = { ...base.rule, alpha: 1e-9 } as LearnerSpec['rule']
  const imperfections = imperfect({ readNoiseV: 0.01 })
  const still = { rule, schedule: { kind: 'synchronous' as const } }
  const one = { batch: { size: 1, draw: 'epoch' as const } }
  const given = { kind: 'given' as const, voltagesV: [1, 2] }
  const task = { kind: 'allostery' as const, sourceVoltagesV: [5, 3], targets: given }
  const learner = make({ ...still, ...one, task, imperfections })
  const e = 2
  const values: number[] = []
  let expected = { free: 0, clamped: 0 }
  follow(learner, 4000, ({ before, after, seen: [{ free, clamped }] }) => {
    values.push((after[e] - before[e]) / (1e-9 / 0.5))
    expected = { free: free[e], clamped: clamped[e] }
  })
  // (F + n)^2 - (C + m)^2 has mean F^2 - C^2 and variance 4 s^2 (F^2 + C^2) + 4 s^4.
  const mean = values.reduce((a, b) => a + b) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  const { free, clamped } = expected
  const spread = 4 * 1e-4 * (free ** 2 + clamped ** 2) + 4e-8
  expect(Math.abs(mean - (free ** 2 - clamped ** 2))).toBeLessThan(4 * Math.sqrt(spread / 4000))
  expect(Math.abs(variance / spread - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000))
})

test('the drive is rounded to its converter, for every example', () => {
  const exact = make().parts.task.train.inputs
  const driven = make({ imperfections: imperfect({ driveBits: 4 }) }).parts.task.train.inputs
  const step = 5 / 15
  driven.forEach((volt, i) => {
    expect(volt / step).toBeCloseTo(Math.round(volt / step), 12)
    expect(Math.abs(volt - exact[i])).toBeLessThanOrEqual(step / 2 + 1e-12)
  })
})
