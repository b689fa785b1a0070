import { PhysicsError } from '../error'
import { EdgeList } from './edgeList'
import type { Network } from './network'

/** A layer above the first: each node sees a square window of the layer below, in all its channels. */
export interface StackedLayer {
  channels: number
  /** Side of the window, nodes. */
  window: number
  /** Nodes between two windows. */
  stride: number
}

export interface StackedOptions {
  /** Of the first layer. */
  rows: number
  columns: number
  layers: readonly StackedLayer[]
  /** Edges at the same place of a window, between the same channels, are one parameter. */
  shared: boolean
  /** Joins nearest neighbours of a channel, in every layer but the first. */
  within: boolean
  /** Nodes joined to all of the last layer; 0: none. */
  readout: number
}

interface Placed {
  rows: number
  columns: number
  channels: number
  /** Number of its first node. */
  first: number
}

const nodeOf = ({ first, rows, columns }: Placed, channel: number, r: number, c: number): number =>
  first + (channel * rows + r) * columns + c

/**
 * Lattices above each other with local windows between them, nodes l0k0r0c0, ... by layer, channel,
 * row and column, and a readout o0, o1, ... (ours in form, after the stacked lattices that Wang,
 * Wanjura and Marquardt, arXiv:2601.21945, describe).
 * @throws PhysicsError where a window is larger than the layer below it
 */
export function stacked(options: StackedOptions): Network {
  const layers = placed(options)
  const last = layers[layers.length - 1]
  const body = last.first + last.channels * last.rows * last.columns
  const edges = new EdgeList(body + options.readout)
  const group: number[] = []
  const groups = new Map<string, number>()
  const join = (a: number, b: number, parameter: string): void => {
    edges.add(a, b)
    const key = options.shared ? parameter : String(group.length)
    const number = groups.get(key) ?? groups.size
    groups.set(key, number)
    group.push(number)
  }
  layers.forEach((layer, l) => {
    if (l === 0) return
    joinWindows(layers[l - 1], layer, options.layers[l - 1], (a, b, place) =>
      join(a, b, `${l} ${place}`),
    )
    if (options.within) joinWithin(layer, (a, b, place) => join(a, b, `in ${l} ${place}`))
  })
  for (let o = 0; o < options.readout; o++)
    for (let i = last.first; i < body; i++) join(i, body + o, `out ${o} ${i}`)
  const network = { ...places(layers, options.readout), ...edges.columns() }
  return options.shared ? { ...network, shared: Int32Array.from(group) } : network
}

function placed({ rows, columns, layers }: StackedOptions): Placed[] {
  const all: Placed[] = [{ rows, columns, channels: 1, first: 0 }]
  for (const { channels, window, stride } of layers) {
    const below = all[all.length - 1]
    if (window > below.rows || window > below.columns)
      throw new PhysicsError(
        'window-too-large',
        `A window of ${window} x ${window} does not fit a layer of ${below.rows} x ${below.columns}.`,
        `Allowed: up to ${Math.min(below.rows, below.columns)}.`,
        'network.layers',
      )
    const fit = (side: number): number => Math.floor((side - window) / stride) + 1
    all.push({
      rows: fit(below.rows),
      columns: fit(below.columns),
      channels,
      first: below.first + below.channels * below.rows * below.columns,
    })
  }
  return all
}

type Join = (a: number, b: number, place: string) => void

function joinWindows(below: Placed, layer: Placed, spec: StackedLayer, join: Join): void {
  const { window, stride } = spec
  for (let k = 0; k < layer.channels; k++)
    for (let r = 0; r < layer.rows; r++)
      for (let c = 0; c < layer.columns; c++)
        for (let q = 0; q < below.channels; q++)
          for (let i = 0; i < window; i++)
            for (let j = 0; j < window; j++) {
              const from = nodeOf(below, q, r * stride + i, c * stride + j)
              join(from, nodeOf(layer, k, r, c), `${q} ${k} ${i} ${j}`)
            }
}

function joinWithin(layer: Placed, join: Join): void {
  for (let k = 0; k < layer.channels; k++)
    for (let r = 0; r < layer.rows; r++)
      for (let c = 0; c < layer.columns; c++) {
        const own = nodeOf(layer, k, r, c)
        if (c + 1 < layer.columns) join(own, nodeOf(layer, k, r, c + 1), `${k} right`)
        if (r + 1 < layer.rows) join(own, nodeOf(layer, k, r + 1, c), `${k} down`)
      }
}

/** Layers from left to right, the channels of one below each other. */
function places(layers: readonly Placed[], readout: number) {
  const names: string[] = []
  const x: number[] = []
  const y: number[] = []
  const bands = layers.length + (readout > 0 ? 1 : 0)
  layers.forEach(({ rows, columns, channels }, l) => {
    for (let k = 0; k < channels; k++)
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) {
          names.push(`l${l}k${k}r${r}c${c}`)
          x.push((l + 0.08 + (0.84 * (c + 0.5)) / columns) / bands)
          y.push((k + 0.04 + (0.92 * (r + 0.5)) / rows) / channels)
        }
  })
  for (let o = 0; o < readout; o++) {
    names.push(`o${o}`)
    x.push((bands - 0.5) / bands)
    y.push((o + 0.5) / readout)
  }
  return { names, x: Float64Array.from(x), y: Float64Array.from(y) }
}
