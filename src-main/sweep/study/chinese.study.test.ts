import { expect, test } from 'vitest'
import { unsaid } from '../testing/chinese'
import { clocks } from './clocks'
import { damage } from './damage'
import { discrete } from './discrete'
import { idealCost } from './idealCost'
import { miniBatch } from './miniBatch'
import { onBoard } from './onBoard'
import { speed } from './speed'
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
