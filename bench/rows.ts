import type { Reference } from './references'

/** A program of ours, as ours/main.ts takes it. */
export interface Ours {
  job: 'typescript' | 'webassembly' | 'lanes' | 'events' | 'machine' | 'recorded'
  batch?: number
  examples?: number
}

export interface Row {
  job: string
  network: string
  ours: Ours
  /** A reference program with its mode, or another of our own jobs. */
  against: { reference: Reference; mode?: string } | Ours
  /** Of our rate divided by the reference's; for a cost, of its inverse. */
  quantity: 'rate' | 'cost'
  atLeast: number
  aim: number
}

const P = 'penn16'
const M = 'planar64'
const dense = { reference: 'dense.c' } as const
const numpy = { reference: 'dense.py' } as const
const step = { reference: 'cholmod.c', mode: 'step' } as const
const ts = { job: 'typescript' } as const
const wasm = { job: 'webassembly' } as const
const lanes = { job: 'lanes' } as const
const solve = { reference: 'cholmod.c', mode: 'solve' } as const
const splu = { reference: 'splu.py' } as const
const events = { reference: 'tape.c' } as const
const batchOf = (batch: number) => ({ job: 'webassembly', batch, examples: 128 }) as const

const rate = (
  job: string,
  network: string,
  ours: Ours,
  against: Row['against'],
  atLeast: number,
  aim: number,
): Row => ({ job, network, ours, against, quantity: 'rate', atLeast, aim })

/** The promises, in the order of the table. */
export const rows: readonly Row[] = [
  rate('step, one stream', P, wasm, dense, 1.3, 2),
  rate('step, one stream', M, wasm, dense, 8, 12),
  rate('replicas, per core', P, lanes, dense, 6, 8),
  rate('replicas, per core', M, lanes, dense, 28, 40),
  rate('step, one stream', P, wasm, numpy, 75, 120),
  rate('step, one stream', M, wasm, numpy, 25, 60),
  rate('replicas, per core', P, lanes, numpy, 300, 600),
  rate('replicas, per core', M, lanes, numpy, 120, 250),
  rate('step, TypeScript', M, ts, step, 1.2, 1.5),
  rate('step, WebAssembly', M, wasm, step, 2, 2.6),
  {
    job: 'batch of 32 against 1',
    network: P,
    ours: batchOf(32),
    against: batchOf(1),
    quantity: 'cost',
    atLeast: 1.6,
    aim: 1.2,
  },
  {
    job: 'batch of 32 against 1',
    network: M,
    ours: batchOf(32),
    against: batchOf(1),
    quantity: 'cost',
    atLeast: 1.6,
    aim: 1.2,
  },
  ...[32, 64, 128, 256].map((side) =>
    rate('full step against solves', `lattice${side}`, wasm, splu, 3.5, 6),
  ),
  rate('full step against solves', 'lattice64', wasm, solve, 0.9, 1.5),
  rate('full step against solves', 'lattice128', wasm, solve, 1.4, 2),
  rate('full step against solves', 'lattice256', wasm, solve, 1.4, 2),
  rate('Poisson events', M, { job: 'events' }, events, 0.75, 0.9),
  rate('full step against solves', 'random10000', wasm, solve, 0.15, 0.3),
  {
    job: 'machine with record',
    network: P,
    ours: { job: 'recorded' },
    against: { job: 'machine' },
    quantity: 'cost',
    atLeast: 1.1,
    aim: 1.1,
  },
]
