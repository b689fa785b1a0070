import type { XyRuleSpec, XySpec } from '../../src-main/physics/xy'

/** The recipe that docs/xy.md describes; a study changes what it studies. */
export const recipe: XyRuleSpec = {
  kind: 'xy',
  cost: 'log',
  nudge: 'symmetric',
  beta: 0.001,
  optimiser: 'rms',
  rate: 0.03,
  cap: 20,
  phases: 'random',
  starts: 1,
  evaluateStarts: 10,
  couplingMean: 0,
  couplingSpread: 0.5,
  biasSpread: 0.1,
  relaxation: { tolerance: 1e-7, sweeps: 500, omega: 1.5 },
}

type Network = XySpec['network']

const lattice = (side: number, roles: Network['roles']): Network => ({
  kind: 'square',
  rows: side,
  columns: side,
  periodic: false,
  roles,
})
const ends = { kind: 'ends' } as const

const stackOf = ([, side, channels, window, stride, within, shared]: RegExpExecArray): Network => ({
  kind: 'stacked',
  rows: Number(side || 8),
  columns: Number(side || 8),
  layers: [{ channels: Number(channels), window: Number(window), stride: Number(stride) }],
  shared: shared !== undefined,
  within: within !== undefined,
  readout: 10,
  roles: ends,
})

/**
 * a10: all-to-all; 2-4-1: layered; 5x5-corners, 5x5-near: lattices, near is three bonds apart, d2 two;
 * +20skips5: with 20 skip bonds of length 5; stack-c4w4s2: 8 x 8, 4 channels that see windows of 4 at
 * every second place, then 10 outputs; stack28-...: 28 x 28; with -shared the windows share their couplings.
 */
export function networkOf(name: string): Network {
  const complete = /^a(\d+)$/.exec(name)
  if (complete !== null) return { kind: 'complete', nodes: Number(complete[1]), roles: ends }
  if (/^\d+(-\d+)+$/.test(name))
    return { kind: 'layered', layers: name.split('-').map(Number), roles: ends }
  const stack = /^stack(\d*)-c(\d+)w(\d+)s(\d+)(-within)?(-shared)?$/.exec(name)
  if (stack !== null) return stackOf(stack)
  const square = /^(\d+)x\1-(corners|near|d\d+)(?:\+(\d+)skips(\d+))?$/.exec(name)
  if (square === null) throw new Error(`no network is called ${name}`)
  const distance = square[2] === 'near' ? 3 : Number(square[2].slice(1))
  const roles =
    square[2] === 'corners'
      ? ({ kind: 'corners' } as const)
      : ({ kind: 'distance', distance } as const)
  const plain = lattice(Number(square[1]), roles)
  if (square[3] === undefined || plain.kind !== 'square') return plain
  return { ...plain, skips: { count: Number(square[3]), length: Number(square[4]) } }
}
