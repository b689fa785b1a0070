import { expect, test } from 'vitest'
import { makeLearner, type LearnerSpec } from '../learner/make'
import { RandomStream, threshold } from '../random'
import { DiscreteRule, IdealRule } from '../rules'
import { makePlan, type MarchRule } from '../solver'
import { nearOne, sixteenLevels } from '../testing/learners'
import { Marcher } from './marcher'

const noData = { iris: { classes: [], rows: [] } }
const SEED = 7
const STEPS = 200

function specOf(rule: LearnerSpec['rule'], batch: number, inputs: number): LearnerSpec {
  const row = Array.from({ length: inputs }, (_, s) => 0.1 + 0.05 * s)
  return {
    network: {
      kind: 'square',
      rows: 7,
      columns: 6,
      periodic: false,
      roles: { kind: 'random' },
    },
    task: {
      kind: 'regression',
      matrix: [row, [...row].reverse(), row].slice(0, inputs === 2 ? 2 : 3),
      trainExamples: 40,
      testExamples: 1,
      lowV: 1,
      highV: 5,
      noiseV: 0.1,
    },
    rule,
    schedule: { kind: 'bernoulli', probability: 0.4, compensate: false },
    batch: { size: batch, draw: 'epoch' },
    seed: SEED,
  }
}

function ruleOf(rule: object): MarchRule {
  if (rule instanceof DiscreteRule)
    return {
      kind: 'discrete',
      level: rule.level,
      levelStep: rule.levelStep,
      ofLevel: Float64Array.from({ length: 17 }, (_, n) => (n === 0 ? 0 : rule.grid[16 - n])),
    }
  if (rule instanceof IdealRule) return { kind: 'ideal', alpha: rule.alpha, low: 0.9, high: 1.2 }
  throw new Error('neither rule')
}

const cases = [nearOne, sixteenLevels].flatMap((rule) =>
  [1, 7, 40].flatMap((batch) => [2, 3].map((inputs) => ({ rule, batch, inputs }))),
)

test.each(cases)(
  'WebAssembly and TypeScript give the same bits: $rule.kind rule, batch $batch, $inputs inputs.',
  ({ rule, batch, inputs }) => {
    const spec = specOf(rule, batch, inputs)
    const slow = makeLearner(spec, noData, 'typescript')
    const { parts } = makeLearner(spec, noData)
    const edges = parts.network.a.length
    const marcher = new Marcher(
      makePlan(parts.network, parts.roles),
      parts.task.train,
      rule.kind === 'discrete' ? 16 : 0,
    )
    const { words } = marcher
    const stream = new RandomStream(SEED, 'schedule')
    const limit = new Float64Array(edges).fill(threshold(0.4))
    marcher.select({ kind: 'drawn', key0: stream.key0, key1: stream.key1, limit }, null)

    const examples: number[] = []
    const counts: number[] = []
    for (let step = 1; step <= STEPS; step++) {
      parts.batches.next(step)
      const { from, count } = parts.batches
      examples.push(...parts.batches.examples.subarray(from, from + count))
      counts.push(count)
    }
    const wanted = { loss: new Float64Array(STEPS), masks: new Uint32Array(STEPS * words) }
    const got = { loss: new Float64Array(STEPS), masks: new Uint32Array(STEPS * words) }
    slow.advance(STEPS, wanted)
    const order = {
      firstStep: 1,
      count: STEPS,
      batches: {
        kind: 'given' as const,
        examples: Int32Array.from(examples),
        counts: Int32Array.from(counts),
      },
      eta: spec.rule.eta,
      gain: 1,
      at: 0,
      ...got,
    }
    marcher.march(order, ruleOf(parts.rule), parts.rule.conductance)
    expect(got).toEqual(wanted)
    expect(parts.rule.conductance).toEqual(slow.parts.rule.conductance)
  },
)
