import type { RunConfig } from '../../src-preload/contract'
import { recipe } from '../xy/recipe'

/** A change of the preset of the first start, which is Iris on penn16. */
export interface Case {
  name: string
  change(config: RunConfig): RunConfig
  /** Every step is so many pairs of a free and a nudged state of spins; left out: there are none. */
  pairsOfStep?: number
}

/** Resistors: thousands of steps a second, of which the window shows what it can. */
export const resistors: readonly Case[] = [
  { name: 'penn16', change: (config) => config },
  {
    name: 'lattice, 1,012 edges',
    change: (config) => ({
      ...config,
      network: {
        kind: 'square',
        rows: 23,
        columns: 23,
        periodic: false,
        roles: { kind: 'spread' },
      },
    }),
  },
]

/** A lattice that relaxes before the eyes: every step is in the picture. */
const spins: Case = {
  name: 'spins, 100 x 100',
  pairsOfStep: 1,
  change: (config) => ({
    ...config,
    network: {
      kind: 'square',
      rows: 100,
      columns: 100,
      periodic: false,
      roles: { kind: 'distance', distance: 3 },
    },
    task: { kind: 'xor', lowV: 0, highV: 1, targetLowV: 0, targetHighV: 1 },
    // As in the benchmark of pairs: stiffer lattices want a larger omega.
    rule: {
      ...recipe,
      beta: 0.02,
      evaluateStarts: 1,
      relaxation: { tolerance: 1e-5, sweeps: 500, omega: 1.8 },
    },
    schedule: { kind: 'synchronous' },
    batch: { size: 1, draw: 'epoch' },
    // Four patterns take as long as four steps.
    evaluate: { every: 1000 },
  }),
}

/** What the window has to bear at full speed. */
export const cases: readonly Case[] = [...resistors, spins]
