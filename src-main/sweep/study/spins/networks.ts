import type { SweepPlanInput } from '@contract'
import type { Arm } from '../arms'

type Base = SweepPlanInput['base']

/** A network with neighbours only, and one without any such order, of as many couplings. */
export interface Match {
  task: 'Iris' | 'digits'
  local: Arm
  dense: Arm
  /** Of the local and of the dense one. */
  couplings: readonly [number, number]
  /** Biases of free spins, the same way. */
  biases: readonly [number, number]
}

const lattice = (rows: number, columns: number): Arm => ({
  label: `${rows} x ${columns}`,
  set: {
    'network.kind': 'square',
    'network.rows': rows,
    'network.columns': columns,
    // Outputs two bonds below the nearest input: the closest at which a lattice has one between.
    'network.roles.kind': 'distance',
    'network.roles.distance': 2,
  },
})

const joined = (nodes: number): Arm => ({
  label: `all joined, ${nodes}`,
  set: { 'network.kind': 'complete', 'network.nodes': nodes, 'network.roles.kind': 'ends' },
})

const layered = (...layers: number[]): Arm => ({
  label: `layers ${layers.join('-')}`,
  set: { 'network.kind': 'layered', 'network.layers': layers, 'network.roles.kind': 'ends' },
})

/**
 * A lattice of r x c has 2rc - r - c couplings, n spins that are all joined n(n - 1)/2, and layers
 * 4-h-3 have 7h: these are equal.
 */
export const irisMatches: readonly Match[] = [
  {
    task: 'Iris',
    local: lattice(4, 7),
    dense: joined(10),
    couplings: [45, 45],
    biases: [24, 6],
  },
  {
    task: 'Iris',
    local: lattice(5, 6),
    dense: layered(4, 7, 3),
    couplings: [49, 49],
    biases: [26, 10],
  },
  {
    task: 'Iris',
    local: lattice(4, 10),
    dense: joined(12),
    couplings: [66, 66],
    biases: [36, 8],
  },
  {
    task: 'Iris',
    local: lattice(7, 7),
    dense: layered(4, 12, 3),
    couplings: [84, 84],
    biases: [45, 15],
  },
]

/** Windows on pictures against layers that see all of them: the layers have 26 couplings more. */
export const digitsMatches: readonly Match[] = [
  {
    task: 'digits',
    local: {
      label: 'windows of 4 x 4',
      set: {
        'network.kind': 'stacked',
        'network.rows': 8,
        'network.columns': 8,
        'network.layers': [{ channels: 4, window: 4, stride: 2 }],
        'network.readout': 10,
        'network.roles.kind': 'ends',
      },
    },
    dense: layered(64, 13, 10),
    couplings: [936, 962],
    biases: [46, 23],
  },
]

const base = (name: string, steps: number, task: Base['task']): Base => ({
  name,
  network: { kind: 'complete', roles: { kind: 'ends' } },
  task,
  rule: { kind: 'xy', evaluateStarts: 10 },
  schedule: { kind: 'synchronous' },
  batch: { size: 20 },
  stop: { steps },
  // The curve has its own points: more are not looked at.
  evaluate: { every: 1_000_000 },
  // The rate falls to a tenth over the last half, so that the end is not a random place.
  adjustments: [0.015, 0.01, 0.006, 0.003].map((value, i) => ({
    step: Math.round(steps * (0.6 + 0.1 * i)),
    change: { kind: 'set', path: 'rule.rate', value },
  })),
})

export const irisBase = (steps: number): Base =>
  base('Iris with spins', steps, { kind: 'iris', trainFlowers: 120 })

export const digitsBase = (steps: number): Base =>
  base('Synthetic digits with spins', steps, {
    kind: 'digits',
    trainExamples: 1000,
    testExamples: 500,
    noise: 0.1,
  })
