// Where the basis of a batch lies. By position there is a row of columns: psi of the S sources, then
// phi of the O outputs, each padded to an even number, two columns to a vector.

import { free, outputs, sources } from './tape'
import { number } from './memory'

/** Rows of columns by position; rows of weighted fields by position. */
export let columns: usize = 0
export let weighted: usize = 0
/** Response: for each source the outputs; moments likewise for each source, then each output. */
export let response: usize = 0
export let moments: usize = 0
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
  responseAt: usize,
  momentsAt: usize,
): void {
  nodes = nodeCount
  columns = columnsAt
  weighted = weightedAt
  response = responseAt
  moments = momentsAt
  psiPairs = (sources + 1) >> 1
  phiPairs = (outputs + 1) >> 1
  stride = (<usize>(psiPairs + phiPairs)) << 4
  two = psiPairs === 1 && phiPairs === 1
}

export function rowAt(position: i32): usize {
  return columns + <usize>position * stride
}

/** Output voltage per volt at each source, out of psi. */
export function readResponse(): void {
  const bytes = (<usize>phiPairs) << 4
  for (let o = 0; o < outputs; o++)
    for (let s = 0; s < sources; s++)
      store<f64>(
        number(response + <usize>s * bytes, o),
        load<f64>(number(rowAt(free - outputs + o), s)),
      )
}
