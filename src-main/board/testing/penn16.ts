import type { BoardProgram } from '../program'

const edges = 'A-B A-C A-G A-H A-I B-C C-D C-F C-G D-E D-F E-F F-G G-H G-I H-I'

/** Two-target allostery on the laboratory network, discrete rule. */
export const allostery: BoardProgram = {
  nodes: 9,
  edges: edges.split(' ').map((edge) => {
    const [a, b] = edge.split('-').map((name) => name.charCodeAt(0) - 65)
    return [a, b] as const
  }),
  sources: [0],
  grounds: [3],
  targets: [2, 6],
  task: {
    train: 1,
    test: 0,
    inputsV: [5],
    desired: { kind: 'targets', voltagesV: [2, 3.5] },
  },
  rule: {
    kind: 'discrete',
    eta: 0.5,
    levels: 128,
    levelStep: 1,
    maxResistanceOhm: 100_000,
    minResistanceOhm: 0,
    startLevel: 64,
  },
  schedule: { kind: 'bernoulli', probability: 0.25, compensate: false },
  batch: { size: 1, draw: 'EPOC' },
  seed: 7,
}
