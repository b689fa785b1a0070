/** What a board is told to learn: plain numbers, in the board's own terms. */
export interface BoardProgram {
  nodes: number
  /** E pairs of nodes. */
  edges: readonly (readonly [number, number])[]
  sources: readonly number[]
  grounds: readonly number[]
  targets: readonly number[]
  task: BoardTask
  rule: BoardRule
  schedule: BoardSchedule
  batch: { size: number; draw: 'EPOC' | 'REPL' }
  /** 0..2^32-1. */
  seed: number
}

/** Rows of the training examples, then those of the test examples; S voltages each, V. */
export interface BoardTask {
  train: number
  test: number
  inputsV: ArrayLike<number>
  /** Rows of O desired voltages, V; or the class of each example. */
  desired:
    | { kind: 'targets'; voltagesV: ArrayLike<number> }
    | { kind: 'classes'; count: number; labels: ArrayLike<number> }
}

export type BoardRule =
  | {
      kind: 'discrete'
      eta: number
      levels: number
      levelStep: number
      maxResistanceOhm: number
      /** 0: R_max / levels. */
      minResistanceOhm: number
      startLevel: number
      /** E levels; without: all at startLevel. */
      levelOf?: ArrayLike<number>
    }
  | {
      kind: 'ideal'
      eta: number
      alpha: number
      minConductance: number
      maxConductance: number
      /** E values; without: 1. */
      conductance?: ArrayLike<number>
    }

export type BoardSchedule =
  | { kind: 'synchronous' }
  | { kind: 'bernoulli'; probability: number; compensate: boolean }
  /** E thresholds: probability times 2^32, rounded down; 2^32 for 1. */
  | { kind: 'rate'; thresholds: ArrayLike<number> }
