import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isConnected } from './connected'
import { delaunay, type Point } from './delaunay'
import { checkGraph, makeNetwork, type Network, type NetworkSpec } from './index'

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const degrees = (network: Network): number[] => {
  const count = network.names.map(() => 0)
  for (const ends of [network.a, network.b]) for (const node of ends) count[node]++
  return count
}
const has = (network: Network) => {
  const n = network.names.length
  const keys = new Set(Array.from(network.a, (a, e) => a * n + network.b[e]))
  return (i: number, j: number) => keys.has(i * n + j) || keys.has(j * n + i)
}

const specs: NetworkSpec[] = [
  { kind: 'triangular', rows: 5, columns: 7, periodic: false },
  { kind: 'triangular', rows: 3, columns: 3, periodic: true },
  { kind: 'geometric', nodes: 50, radius: 0.3 },
  { kind: 'erdos-renyi', nodes: 40, degree: 5 },
  { kind: 'small-world', nodes: 30, neighbours: 4, rewiring: 0.3 },
  { kind: 'layered', layers: [3, 5, 2] },
  { kind: 'planar', nodes: 64, degree: 4.46875 },
]

test.each(specs)(
  '$kind is a simple connected graph in the unit square, the same for a seed',
  (spec) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const network = makeNetwork(spec, seed)
        checkGraph(network)
        expect(isConnected(network)).toBe(true)
        for (const at of [...network.x, ...network.y]) expect(at >= 0 && at <= 1).toBe(true)
        expect(makeNetwork(spec, seed)).toEqual(network)
      }),
      { numRuns: 20 },
    )
  },
)

test('every node of a periodic triangular lattice has six neighbours', () => {
  const network = makeNetwork({ kind: 'triangular', rows: 4, columns: 6, periodic: true })
  expect(new Set(degrees(network))).toEqual(new Set([6]))
})

test('an open triangular lattice has 3 R C - 2 R - 2 C + 1 edges', () => {
  const network = makeNetwork({ kind: 'triangular', rows: 4, columns: 6, periodic: false })
  expect(network.a).toHaveLength(3 * 24 - 8 - 12 + 1)
})

test('a geometric graph joins exactly the pairs closer than its radius', () => {
  const radius = 0.3
  const network = makeNetwork({ kind: 'geometric', nodes: 50, radius }, 7)
  const joined = has(network)
  for (let i = 0; i < 50; i++)
    for (let j = 0; j < i; j++) {
      const distance = Math.hypot(network.x[i] - network.x[j], network.y[i] - network.y[j])
      expect(joined(i, j)).toBe(distance < radius)
    }
})

test('the number of edges of Erdos-Renyi graphs is binomial', () => {
  // N = 100, z = 20: nearly all draws are connected, so that the condition changes nothing.
  const counts = Array.from({ length: 200 }, (_, seed) => {
    return makeNetwork({ kind: 'erdos-renyi', nodes: 100, degree: 20 }, seed).a.length
  })
  const p = 20 / 99
  const mean = 4950 * p
  const variance = 4950 * p * (1 - p)
  const average = counts.reduce((a, b) => a + b) / 200
  expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / 200))
  const chi = counts.reduce((sum, count) => sum + (count - mean) ** 2 / variance, 0)
  expect(Math.abs(chi - 200)).toBeLessThan(4 * Math.sqrt(400))
})

test('a small world without rewiring is the ring, with rewiring as many edges', () => {
  const ring = makeNetwork({ kind: 'small-world', nodes: 12, neighbours: 4, rewiring: 0 })
  expect(new Set(degrees(ring))).toEqual(new Set([4]))
  const moved = makeNetwork({ kind: 'small-world', nodes: 400, neighbours: 4, rewiring: 0.25 }, 3)
  expect(moved.a).toHaveLength(800)
  const near = (i: number, j: number) => Math.min(Math.abs(i - j), 400 - Math.abs(i - j)) <= 2
  const away = Array.from(moved.a, (a, e) => near(a, moved.b[e])).filter((is) => !is).length
  expect(Math.abs(away - 200)).toBeLessThan(4 * Math.sqrt(800 * 0.25 * 0.75) + 8)
})

test('layers are joined to their neighbours alone, completely', () => {
  const network = makeNetwork({ kind: 'layered', layers: [2, 3, 4] })
  expect(network.a).toHaveLength(2 * 3 + 3 * 4)
  expect(has(network)(0, 5)).toBe(false)
})

test('a planar network has the coordination asked for, and no dangling nodes', () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 3, max: 5.2, noNaN: true }), (seed, degree) => {
      const network = makeNetwork({ kind: 'planar', nodes: 100, degree }, seed)
      expect(network.a).toHaveLength(Math.floor(degree * 50 + 0.5))
      expect(Math.min(...degrees(network))).toBeGreaterThanOrEqual(2)
    }),
    { numRuns: 30 },
  )
})

test('the default planar network has the 64 nodes and 143 edges of the field', () => {
  const network = makeNetwork({ kind: 'planar', nodes: 64, degree: 4.46875 }, 5)
  expect([network.names.length, network.a.length]).toEqual([64, 143])
})

test('no two edges of a planar network cross', () => {
  const network = makeNetwork({ kind: 'planar', nodes: 60, degree: 5 }, 11)
  const { x, y, a, b } = network
  const side = (i: number, j: number, p: number) =>
    Math.sign((x[j] - x[i]) * (y[p] - y[i]) - (y[j] - y[i]) * (x[p] - x[i]))
  for (let e = 0; e < a.length; e++)
    for (let f = 0; f < e; f++) {
      if (new Set([a[e], b[e], a[f], b[f]]).size < 4) continue
      const apart = side(a[e], b[e], a[f]) * side(a[e], b[e], b[f]) > 0
      expect(apart || side(a[f], b[f], a[e]) * side(a[f], b[f], b[e]) > 0).toBe(true)
    }
})

test('no point lies inside the circle through a Delaunay triangle, on a lattice of ties too', () => {
  const coordinate = fc.integer({ min: 0, max: 12 })
  const points = fc.uniqueArray(fc.record({ x: coordinate, y: coordinate }), {
    minLength: 3,
    maxLength: 40,
    selector: ({ x, y }) => 100 * x + y,
  })
  fc.assert(
    fc.property(points, (drawn) => {
      const all: Point[] = drawn.map(({ x, y }) => ({ x: x * 65536, y: y * 65536 }))
      const pairs = delaunay(all)
      // Delaunay edges are those with an empty circle through both ends: here one of the points'
      // own, as every such edge has the circle through some third point or on either side.
      for (const [i, j] of pairs) expect(emptyCircle(all, i, j)).toBe(true)
      expect(pairs.length).toBeLessThanOrEqual(3 * all.length - 3)
    }),
  )
})

/** Whether a circle through i and j holds no point inside: its centre c + t n, t between limits. */
function emptyCircle(points: readonly Point[], i: number, j: number): boolean {
  const [p, q] = [points[i], points[j]]
  const [cx, cy, nx, ny] = [(p.x + q.x) / 2, (p.y + q.y) / 2, q.y - p.y, p.x - q.x]
  const half = (nx * nx + ny * ny) / 4
  let [low, high] = [-Infinity, Infinity]
  for (const other of points) {
    if (other === p || other === q) continue
    const [dx, dy] = [other.x - cx, other.y - cy]
    // |d - t n|^2 >= half + t^2 |n|^2  <=>  |d|^2 - half >= 2 t (d . n)
    const [room, slope] = [dx * dx + dy * dy - half, 2 * (dx * nx + dy * ny)]
    if (slope > 0) high = Math.min(high, room / slope)
    else if (slope < 0) low = Math.max(low, room / slope)
    else if (room < 0) return false
  }
  return low <= high + 1e-9 * Math.max(1, Math.abs(high))
}

test('a graph that cannot be drawn is refused, with what is allowed', () => {
  const sparse = () => makeNetwork({ kind: 'erdos-renyi', nodes: 500, degree: 1 })
  expect(sparse).toThrow(expect.objectContaining({ id: 'network-not-connected' }))
  const rare = () => makeNetwork({ kind: 'geometric', nodes: 4096, radius: 0.01 })
  expect(rare).toThrow(/1[01]\d\d nodes without an edge/)
  const unlucky = () => makeNetwork({ kind: 'erdos-renyi', nodes: 30, degree: 1 })
  expect(unlucky).toThrow(/None of 200/)
  const dense = () => makeNetwork({ kind: 'planar', nodes: 50, degree: 5.99 })
  expect(dense).toThrow(expect.objectContaining({ id: 'planar-degree' }))
  const ring = () => makeNetwork({ kind: 'small-world', nodes: 4, neighbours: 4, rewiring: 0 })
  expect(ring).toThrow(expect.objectContaining({ id: 'ring-neighbours' }))
})

const given = (over: object) =>
  makeNetwork({
    kind: 'given',
    nodes: ['in', 'mid', 'out'],
    edges: [
      ['in', 'mid'],
      ['mid', 'out'],
    ],
    conductances: [],
    places: [],
    ...over,
  })

test('a given network is as given', () => {
  const network = given({ conductances: [2, 3] })
  expect(Array.from(network.a)).toEqual([0, 1])
  expect(Array.from(network.conductance ?? [])).toEqual([2, 3])
})

test.each([
  [{ edges: [['in', 'nowhere']] }, 'unknown-node', /in-nowhere/],
  [{ conductances: [1, -2] }, 'bad-conductance', /mid-out.*-2/],
  [{ conductances: [1, 0] }, 'bad-conductance', /mid-out/],
  [{ conductances: [1] }, 'network-list-length', /1 conductances.*2 edges/],
  [{ places: [[0, 0]] }, 'network-list-length', /1 places.*3 nodes/],
])('a given network with %j is refused: %s', (over, id, message) => {
  expect(() => given(over)).toThrow(
    expect.objectContaining({ id, message: expect.stringMatching(message) }),
  )
})

test('a complete network joins every pair once', () => {
  const network = makeNetwork({ kind: 'complete', nodes: 7 })
  checkGraph(network)
  expect(network.a).toHaveLength(21)
})

test('stacked lattices have local windows, shared or own parameters, and a readout', () => {
  const spec = {
    kind: 'stacked' as const,
    rows: 8,
    columns: 8,
    layers: [
      { channels: 3, window: 4, stride: 2 },
      { channels: 2, window: 2, stride: 1 },
    ],
    shared: false,
    within: true,
    readout: 10,
  }
  const network = makeNetwork(spec)
  checkGraph(network)
  // 8 x 8; three of 3 x 3 that see 4 x 4; two of 2 x 2 that see 2 x 2 in three channels; 10 outputs.
  expect(network.names).toHaveLength(64 + 27 + 8 + 10)
  const [windows, within, readout] = [27 * 16 + 8 * 12, 3 * 12 + 2 * 4, 80]
  expect(network.a).toHaveLength(windows + within + readout)
  expect(network.shared).toBeUndefined()
  for (const at of [...network.x, ...network.y]) expect(at >= 0 && at <= 1).toBe(true)
  const { shared, a } = makeNetwork({ ...spec, shared: true })
  expect(a).toEqual(network.a)
  // Of a window 3 x 16 and 2 x 3 x 4 parameters, two directions in each of 5 channels, the readout.
  expect(new Set(shared).size).toBe(48 + 24 + 10 + 80)
  expect(() => makeNetwork({ ...spec, layers: [{ channels: 1, window: 9, stride: 1 }] })).toThrow(
    /window of 9/,
  )
})

test('skip bonds have the length asked for, and are as many', () => {
  const spec = { kind: 'square' as const, rows: 5, columns: 5, periodic: false }
  const plain = makeNetwork(spec)
  const network = makeNetwork({ ...spec, skips: { length: 3, count: 12 } }, 6)
  checkGraph(network)
  expect(network.a).toHaveLength(plain.a.length + 12)
  for (let e = plain.a.length; e < network.a.length; e++) {
    const [i, j] = [network.a[e], network.b[e]]
    const rows = Math.abs(Math.floor(i / 5) - Math.floor(j / 5))
    expect(rows + Math.abs((i % 5) - (j % 5))).toBe(3)
  }
  expect(() => makeNetwork({ ...spec, skips: { length: 8, count: 3 } })).toThrow(/2 such pairs/)
})
