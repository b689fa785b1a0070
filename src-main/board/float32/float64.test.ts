import { expect, test } from 'vitest'
import { DiscreteRule, makeLearner } from '../../physics'
import { allostery } from '../testing/penn16'
import { defaultConfig } from './config'
import { Float32Learner } from './learner'
import { makeBoardNetwork, planOf } from './network'
import { Float32Solver } from './solver'
import { makeExamples } from './task'

const names = (nodes: readonly number[]): string[] => nodes.map((node) => 'ABCDEFGHI'[node])

function simulated(seed: number) {
  const learner = makeLearner(
    {
      network: {
        kind: 'penn16',
        roles: {
          kind: 'given',
          sources: names(allostery.sources),
          grounds: names(allostery.grounds),
          targets: names(allostery.targets),
        },
      },
      task: {
        kind: 'allostery',
        sourceVoltagesV: [5],
        targets: { kind: 'given', voltagesV: [2, 3.5] },
      },
      rule: {
        kind: 'discrete',
        eta: 0.5,
        levels: 128,
        levelStep: 1,
        maxResistanceOhm: 100_000,
        startLevel: 64,
      },
      schedule: { kind: 'bernoulli', probability: 0.25 },
      batch: { size: 1, draw: 'epoch' },
      seed,
    },
    { iris: { classes: [], rows: [] } },
  )
  const { rule } = learner.parts
  if (!(rule instanceof DiscreteRule)) throw new Error('not the discrete rule')
  return { learner, rule }
}

function onBoard(seed: number) {
  const network = makeBoardNetwork(9, Uint8Array.from(allostery.edges.flat()))
  const roles = {
    sources: allostery.sources,
    grounds: allostery.grounds,
    targets: allostery.targets,
  }
  const examples = makeExamples(1, 0, 0, 1, 2)
  examples.input.set([5])
  examples.target.set([2, 3.5])
  const config = { ...defaultConfig(), limit: 0x40000000, probability: 0.25, seed }
  const solver = new Float32Solver(planOf(network, roles), network)
  const learner = new Float32Learner(config, network, solver, examples)
  learner.reset()
  return learner
}

const STEPS = 20_000

/** The contrast of an edge over the largest of all edges: how near its comparator was to a tie. */
function margin(board: Float32Learner, edge: number): number {
  const all = Array.from(board.network.a, (_, e) => Math.abs(board.solver.contrast(e)))
  return all[edge] / Math.max(...all)
}

test.each([1, 7, 2022])(
  'float32 and float64 part only where a comparator is near a tie (seed %i)',
  (seed) => {
    const { learner, rule } = simulated(seed)
    const board = onBoard(seed)
    const record = { loss: new Float64Array(1), masks: new Uint32Array(1) }
    for (let step = 1; step <= STEPS; step++) {
      learner.advance(1, record)
      board.learn()
      // The words are integers: the masks are equal however long it goes.
      expect(board.mask[0] | (board.mask[1] << 8)).toBe(record.masks[0])
      const parted = rule.level.findIndex((level, e) => level !== board.network.level[e])
      if (parted < 0) continue
      const at = margin(board, parted).toExponential(1)
      process.stdout.write(
        `seed ${seed}: float32 and float64 part at step ${step}, edge ${parted}, at ${at} of the largest contrast\n`,
      )
      expect(margin(board, parted)).toBeLessThan(1e-3)
      return
    }
    process.stdout.write(
      `seed ${seed}: float32 and float64 agree in every level of ${STEPS} steps\n`,
    )
  },
)
