import { expect, test } from 'vitest'
import { Batches, type BatchSpec } from '../batches'
import { makeLearner, type LearnerSpec } from '../learner/make'
import { Draws } from '../random'

const noData = { iris: { classes: [], rows: [] } }

function specOf(draws: Draws, draw: BatchSpec['draw']): LearnerSpec {
  const trainExamples = 1 + draws.below(draws.below(2) === 0 ? 9 : 300)
  const inputs = 1 + draws.below(3)
  const row = Array.from({ length: inputs }, (_, s) => 0.1 + 0.05 * s)
  return {
    network: {
      kind: 'square',
      rows: 3 + draws.below(4),
      columns: 4,
      periodic: false,
      roles: { kind: 'random' },
    },
    task: {
      kind: 'regression',
      matrix: Array.from({ length: 1 + draws.below(3) }, () => row),
      ...{ trainExamples, testExamples: 1, lowV: 1, highV: 5, noiseV: 0.1 },
    },
    rule: {
      kind: 'ideal',
      ...{ eta: 0.1, alpha: 0.02, minConductance: 0.7, maxConductance: 1.5 },
      initial: { low: 0.9, high: 1.1 },
    },
    schedule: { kind: 'bernoulli', probability: 0.4, compensate: false },
    batch: { size: 1 + draws.below(trainExamples), draw },
    seed: draws.below(2 ** 32),
  }
}

test.each(['epoch', 'random', 'replacement'] as const)(
  'WebAssembly and TypeScript give the same bits for networks, tasks and batches at random: %s.',
  (draw) => {
    const draws = new Draws(7, 'network')
    for (let i = 0; i < 25; i++) {
      const spec = specOf(draws, draw)
      const learners = (['typescript', 'fastest'] as const).map((kernel) =>
        makeLearner(spec, noData, kernel),
      )
      // Strides of any length, and a batch size that changes within an epoch.
      for (let part = 0; part < 4; part++) {
        const count = 1 + draws.below(90)
        const size = 1 + draws.below(learners[0].parts.task.train.count)
        const losses = learners.map((learner) => {
          const masks = new Uint32Array(count * learner.words)
          const record = { loss: new Float64Array(count), masks }
          learner.advance(count, record)
          learner.parts.batches.size = size
          return record
        })
        expect(losses[1]).toEqual(losses[0])
        const [slow, fast] = learners.map(({ parts }) => parts.batches)
        expect([fast.from, fast.count]).toEqual([slow.from, slow.count])
        expect(fast.examples).toEqual(slow.examples)
      }
      expect(learners[1].digest()).toBe(learners[0].digest())
      expect(learners[1].observe()).toEqual(learners[0].observe())
    }
  },
)

// Of 20 000 examples a draw or two of every epoch are open after the upper halves of their words.
test('an epoch of 20 000 examples has the losses that a plain shuffle gives.', () => {
  const spec = specOf(new Draws(1, 'network'), 'epoch')
  if (spec.task.kind !== 'regression') throw new Error('the task is another')
  const task = { ...spec.task, trainExamples: 20_000 }
  const losses = (['typescript', 'fastest'] as const).map((kernel) => {
    const many = { ...spec, task, batch: { size: 10, draw: 'epoch' } } as const
    const learner = makeLearner(many, noData, kernel)
    const loss = new Float64Array(8000)
    learner.advance(8000, { loss, masks: new Uint32Array(8000 * learner.words) })
    return loss
  })
  expect(losses[1]).toEqual(losses[0])
})

test.each([2, 5, 128])('epochs of %i examples come in the order of a plain shuffle.', (n) => {
  const spec = specOf(new Draws(1, 'network'), 'epoch')
  const size = Math.max(1, n >> 2)
  if (spec.task.kind !== 'regression') throw new Error('the task is another')
  const learner = makeLearner(
    { ...spec, task: { ...spec.task, trainExamples: n }, batch: { size, draw: 'epoch' } },
    noData,
  )
  expect(learner.kernel.stepper).toBeDefined()
  const ofEpoch = Math.ceil(n / size)
  const record = { loss: new Float64Array(1), masks: new Uint32Array(learner.words) }
  for (let epoch = 0; epoch < 6; epoch++) {
    const order = Int32Array.from({ length: n }, (_, i) => i)
    new Draws(spec.seed, 'batch', epoch).shuffle(order)
    for (let step = 0; step < ofEpoch; step++) {
      learner.advance(1, record)
      const last = Math.min(n, (step + 1) * size) - 1
      expect(learner.observe().example).toBe(order[last])
    }
  }
})

test('passing batches over in one go leaves what passing them one by one leaves', () => {
  const draws = new Draws(3, 'network')
  for (let i = 0; i < 300; i++) {
    const total = 1 + draws.below(20)
    const spec = { size: 1 + draws.below(total), draw: 'epoch' } as const
    const [one, other] = [new Batches(total, spec, i), new Batches(total, spec, i)]
    for (let part = 0, step = 1; part < 4; part++) {
      const steps = 1 + draws.below(30)
      for (let s = 0; s < steps; s++) one.next(step++)
      other.skip(steps)
      expect(other.place).toEqual(one.place)
      expect([other.from, other.count]).toEqual([one.from, one.count])
      expect(other.examples).toEqual(one.examples)
      one.size = other.size = 1 + draws.below(total)
    }
  }
})
