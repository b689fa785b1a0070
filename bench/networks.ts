import { makeNetwork, type Network, type Roles } from '../src-main/physics/network'

/** A network with one training example: what every program of the benchmark is given. */
export interface Problem {
  network: Network
  roles: Roles
  inputsV: Float64Array
  targetsV: Float64Array
}

/** Numerical Recipes' linear congruential generator: networks only, nothing that is measured. */
function uniform(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

const roles = (sources: number[], grounds: number[], targets: number[]): Roles => ({
  sources: Int32Array.from(sources),
  grounds: Int32Array.from(grounds),
  targets: Int32Array.from(targets),
})
const volts = (...values: number[]): Float64Array => Float64Array.from(values)

/** Drives A and D, reads C and G as the figure of the apparatus does; the ground is our choice. */
function penn16(): Problem {
  const network = makeNetwork({ kind: 'penn16' }, 1)
  const node = (name: string): number => network.names.indexOf(name)
  return {
    network,
    roles: roles([node('A'), node('D')], [node('I')], [node('C'), node('G')]),
    inputsV: volts(5, 3),
    targetsV: volts(2, 1.5),
  }
}

/** 64 nodes, 143 edges: jittered grid, shortest edges first, none crossing another. */
function planar64(): Problem {
  const draw = uniform(777)
  const place = Array.from({ length: 64 }, (_, i) => [
    (i % 8) + 0.8 * draw(),
    Math.floor(i / 8) + 0.8 * draw(),
  ])
  const turn = (a: number, b: number, c: number): number =>
    Math.sign(
      (place[b][0] - place[a][0]) * (place[c][1] - place[a][1]) -
        (place[b][1] - place[a][1]) * (place[c][0] - place[a][0]),
    )
  const cross = ([a, b]: number[], [c, d]: number[]): boolean =>
    new Set([a, b, c, d]).size === 4 &&
    turn(a, b, c) !== turn(a, b, d) &&
    turn(c, d, a) !== turn(c, d, b)
  const pairs: [number, number, number][] = []
  for (let i = 0; i < 64; i++)
    for (let j = i + 1; j < 64; j++)
      pairs.push([Math.hypot(place[i][0] - place[j][0], place[i][1] - place[j][1]), i, j])
  pairs.sort((a, b) => a[0] - b[0])
  const root = Array.from({ length: 64 }, (_, i) => i)
  const find = (i: number): number => (root[i] === i ? i : find(root[i]))
  const edges: number[][] = []
  const free = (pair: number[]): boolean => !edges.some((edge) => cross(edge, pair))
  for (const [, i, j] of pairs)
    if (find(i) !== find(j) && free([i, j])) {
      root[find(i)] = find(j)
      edges.push([i, j])
    }
  for (const [, i, j] of pairs)
    if (edges.length < 143 && free([i, j]) && !edges.some(([a, b]) => a === i && b === j))
      edges.push([i, j])
  return {
    network: {
      names: place.map((_, i) => String(i)),
      x: Float64Array.from(place, ([x]) => x / 8),
      y: Float64Array.from(place, ([, y]) => y / 8),
      a: Int32Array.from(edges, ([a]) => a),
      b: Int32Array.from(edges, ([, b]) => b),
    },
    roles: roles([0, 7], [60], [35, 53]),
    inputsV: volts(5, 3),
    targetsV: volts(2, 1.5),
  }
}

/** L x L, held at three corners, read at two inner nodes. */
function lattice(side: number): Problem {
  const half = side >> 1
  const quarter = side >> 2
  return {
    network: makeNetwork({ kind: 'square', rows: side, columns: side, periodic: false }, 1),
    roles: roles(
      [side - 1, side * side - side],
      [0],
      [half * side + half + quarter, (half + quarter) * side + half - quarter],
    ),
    inputsV: volts(5, 3),
    targetsV: volts(2, 1.5),
  }
}

/** A random graph where every node has four neighbours: far from planar, the hard case of fill. */
function random4(nodes: number): Problem {
  const draw = uniform(99)
  const stubs = Array.from({ length: 4 * nodes }, (_, i) => i >> 2)
  for (let i = stubs.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1))
    ;[stubs[i], stubs[j]] = [stubs[j], stubs[i]]
  }
  const edges = new Map<number, [number, number]>()
  for (let i = 0; i < stubs.length; i += 2) {
    const [a, b] = [Math.min(stubs[i], stubs[i + 1]), Math.max(stubs[i], stubs[i + 1])]
    if (a !== b) edges.set(a * nodes + b, [a, b])
  }
  const list = [...edges.values()]
  return {
    network: {
      names: Array.from({ length: nodes }, (_, i) => String(i)),
      x: Float64Array.from({ length: nodes }, draw),
      y: Float64Array.from({ length: nodes }, draw),
      a: Int32Array.from(list, ([a]) => a),
      b: Int32Array.from(list, ([, b]) => b),
    },
    roles: roles([1, 2], [0], [3, 4]),
    inputsV: volts(5, 3),
    targetsV: volts(2, 1.5),
  }
}

/** By name: penn16, planar64, lattice32, random10000, ... */
export function problem(name: string): Problem {
  if (name === 'penn16') return penn16()
  if (name === 'planar64') return planar64()
  const size = Number(/\d+$/.exec(name)?.[0])
  if (name.startsWith('lattice')) return lattice(size)
  if (name.startsWith('random')) return random4(size)
  throw new Error(`no network ${name}`)
}
