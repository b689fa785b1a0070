// Where the basis of a batch lies. By position there is a row of columns: psi of the S sources, then
// phi of the O outputs, each padded to an even number, two columns to a vector.

import { outputs, sources } from './tape'

/** Rows of columns by position; rows of weighted fields by position. */
export let columns: usize = 0
export let weighted: usize = 0
/** Moments: the outputs for each source, then for each output. */
export let moments: usize = 0
/** Pairs, one number to a chain: inputs and misses of two examples, then the sums for the moments. */
export let chains: usize = 0
export let nodes: i32 = 0
/** Vectors of a row that are psi, and phi. */
export let psiPairs: i32 = 0
export let phiPairs: i32 = 0
/** Bytes of a row of columns. */
export let stride: usize = 0
/** At most two sources and two outputs: a row is two vectors, and the moments fit registers. */
export let two: bool = false

export function placeBasis(
  nodeCount: i32,
  columnsAt: usize,
  weightedAt: usize,
  momentsAt: usize,
  chainsAt: usize,
): void {
  nodes = nodeCount
  columns = columnsAt
  weighted = weightedAt
  moments = momentsAt
  chains = chainsAt
  psiPairs = (sources + 1) >> 1
  phiPairs = (outputs + 1) >> 1
  stride = (<usize>(psiPairs + phiPairs)) << 4
  two = psiPairs === 1 && phiPairs === 1
}

export function rowAt(position: i32): usize {
  return columns + <usize>position * stride
}
