import type { Network, Roles } from '../network'
import { eliminationOrder } from './order'

/**
 * Where nodes stand in a factorisation: free nodes 0..n-1 in elimination order with the O outputs
 * last, then the S sources, then the grounds. With the outputs last, the leading block of the
 * factor of the free state is the factor of the clamped state: one factorisation serves both
 * (derived).
 */
export interface Positions {
  readonly nodes: number
  /** Nodes that are not held, n. */
  readonly free: number
  readonly sources: number
  readonly outputs: number
  /** N positions by node. */
  readonly position: Int32Array
  /** E positions of each edge's two ends. */
  readonly edgeA: Int32Array
  readonly edgeB: Int32Array
  /** Multiplications of a factorisation, about: what a step costs. */
  readonly products: number
}

/** The symbolic analysis of a network with roles: made once, used for every factorisation. */
export interface Plan extends Positions {
  /** Column j of the factor has the rows rowOf[columnStart[j]..columnStart[j+1]-1], ascending. */
  readonly columnStart: Int32Array
  readonly rowOf: Int32Array
  /** The tape: slot that each product of the factorisation is taken from, in order of use. */
  readonly tape: Int32Array
  /** Edges between free nodes: edge, both positions, slot of their entry. */
  readonly innerEdge: Int32Array
  readonly innerA: Int32Array
  readonly innerB: Int32Array
  readonly innerSlot: Int32Array
  /** Edges from a free to a held node: edge and both positions. */
  readonly boundaryEdge: Int32Array
  readonly boundaryFree: Int32Array
  readonly boundaryHeld: Int32Array
}

/** O(products of the factorisation) time and memory. */
export function makePlan(network: Network, roles: Roles): Plan {
  const nodes = network.names.length
  const { order, columns } = eliminationOrder(network, roles)
  const free = order.length
  const position = new Int32Array(nodes)
  const placed = [...order, ...roles.sources, ...roles.grounds]
  placed.forEach((node, i) => (position[node] = i))

  const columnStart = new Int32Array(free + 1)
  const rows: number[] = []
  const slot = new Map<number, number>()
  columns.forEach((column, j) => {
    const positions = Int32Array.from(column, (node) => position[node]).sort()
    for (const i of positions) {
      slot.set(i * nodes + j, free + rows.length)
      rows.push(i)
    }
    columnStart[j + 1] = rows.length
  })
  const slotAt = (i: number, j: number): number => {
    const found = slot.get(i * nodes + j)
    if (found === undefined) throw new Error(`no slot at row ${i}, column ${j}`)
    return found
  }
  const tape: number[] = []
  for (let j = 0; j < free; j++)
    for (let q = columnStart[j]; q < columnStart[j + 1]; q++)
      for (let r = q + 1; r < columnStart[j + 1]; r++) tape.push(slotAt(rows[r], rows[q]))

  const inner: number[][] = []
  const boundary: number[][] = []
  for (let e = 0; e < network.a.length; e++) {
    const i = Math.min(position[network.a[e]], position[network.b[e]])
    const j = Math.max(position[network.a[e]], position[network.b[e]])
    if (j < free) inner.push([e, i, j, slotAt(j, i)])
    else if (i < free) boundary.push([e, i, j])
  }
  const field = (from: number[][], k: number) => Int32Array.from(from, (row) => row[k])
  return {
    nodes,
    free,
    sources: roles.sources.length,
    outputs: roles.targets.length,
    products: tape.length + rows.length,
    position,
    edgeA: network.a.map((node) => position[node]),
    edgeB: network.b.map((node) => position[node]),
    columnStart,
    rowOf: Int32Array.from(rows),
    tape: Int32Array.from(tape),
    innerEdge: field(inner, 0),
    innerA: field(inner, 1),
    innerB: field(inner, 2),
    innerSlot: field(inner, 3),
    boundaryEdge: field(boundary, 0),
    boundaryFree: field(boundary, 1),
    boundaryHeld: field(boundary, 2),
  }
}
