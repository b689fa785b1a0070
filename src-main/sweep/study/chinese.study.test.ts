import { expect, test } from 'vitest'
import { unsaid } from '../testing/chinese'
import { clocks } from './clocks'
import { damage } from './damage'
import { discrete } from './discrete'
import { idealCost } from './idealCost'
import { miniBatch } from './miniBatch'
import { onBoard } from './onBoard'
import { speed } from './speed'
import { spinsDesync } from './spins/desync'
import { spinsDistance } from './spins/distance'
import { spinsLocal } from './spins/local'
import { spinsSkips } from './spins/skips'
import type { Findings, Study } from './study'
import { inlineLab } from './testing/lab'
import { textsOf } from './testing/texts'

/** With as few runs as give every table and figure a number. */
function saysAll<Sizes>(study: Study<Sizes>, sizes: Sizes): void {
  test(`what ${study.name} finds is said wholly in Chinese`, async () => {
    const found: Findings = await study.make(sizes, inlineLab)
    expect(unsaid(textsOf(found))).toEqual([])
  })
}

saysAll(idealCost, { pilot: 2, seeds: [2] })
saysAll(discrete, { tasks: 2, levels: [128, 8], probabilities: [1, 0.25] })
saysAll(miniBatch, { seeds: 1, covariance: { samples: 200, points: [0, 5] } })
saysAll(clocks, { seeds: 2 })
saysAll(damage, { tasks: 2, sequences: 1 })
saysAll(speed, { repeats: 1, ms: 5, rows: [3, 4], laboratoryStepS: 1 })
saysAll(onBoard, { tasks: 2, probabilities: [1, 0.25], damaged: 2 })
saysAll(spinsDistance, { seeds: 2, sides: [5, 6], bonds: [2, 3], mostSteps: 25 })
saysAll(spinsSkips, { seeds: 2, side: 4, lengths: [2, 3, 4], count: 4, mostSteps: 25 })
saysAll(spinsDesync, { seeds: 2, probabilities: [1, 0.25], mostUpdates: 20 })
saysAll(spinsLocal, { seeds: 2, steps: 5, digitsSeeds: 0, digitsSteps: 0 })
