import type { Network } from './network'

/** Places in the unit square are ours. */
const places: readonly [name: string, x: number, y: number][] = [
  ['A', 0.4, 0.1],
  ['B', 0.66, 0.04],
  ['C', 0.62, 0.34],
  ['D', 0.9, 0.24],
  ['E', 0.96, 0.58],
  ['F', 0.74, 0.7],
  ['G', 0.42, 0.9],
  ['H', 0.27, 0.5],
  ['I', 0.04, 0.56],
]
const edges = 'A-B A-C A-G A-H A-I B-C C-D C-F C-G D-E D-F E-F F-G G-H G-I H-I'

/** The laboratory network of Dillavou et al. (2022), 16 edges: verified from their figure. */
export function penn16(): Network {
  const names = places.map(([name]) => name)
  const ends = edges.split(' ').map((edge) => edge.split('-').map((name) => names.indexOf(name)))
  return {
    names,
    x: Float64Array.from(places, ([, x]) => x),
    y: Float64Array.from(places, ([, , y]) => y),
    a: Int32Array.from(ends, ([a]) => a),
    b: Int32Array.from(ends, ([, b]) => b),
  }
}
