import { PhysicsError } from '../error'
import { Draws } from '../random'
import { delaunay, type Point } from './delaunay'
import { numbered } from './named'
import type { Network } from './network'

export interface PlanarOptions {
  nodes: number
  /** Mean number of neighbours z = 2 E / N. */
  degree: number
}

/** Points lie on a grid this fine, so that the triangulation's decisions are exact. */
const GRID = 2 ** 20

/** One point in every cell of a square grid, the cells that are too many left empty at random. */
function jittered(nodes: number, draws: Draws): Point[] {
  const side = Math.ceil(Math.sqrt(nodes))
  const cells = Int32Array.from({ length: side * side }, (_, i) => i)
  draws.shuffle(cells, nodes)
  const place = (cell: number) => Math.floor(((cell + 0.1 + 0.8 * draws.uniform()) / side) * GRID)
  return Array.from(cells.subarray(0, nodes).sort(), (cell) => ({
    x: place(cell % side),
    y: place(Math.floor(cell / side)),
  }))
}

/** Marks the edges of a spanning tree that takes edges in the given order (Kruskal, 1956). */
function spanningTree(nodes: number, edges: readonly [number, number][], order: Int32Array) {
  const parent = Int32Array.from({ length: nodes }, (_, i) => i)
  const root = (start: number): number => {
    let node = start
    while (parent[node] !== node) node = parent[node] = parent[parent[node]]
    return node
  }
  const inTree = new Uint8Array(edges.length)
  for (const e of order) {
    const [a, b] = [root(edges[e][0]), root(edges[e][1])]
    if (a === b) continue
    parent[a] = b
    inTree[e] = 1
  }
  return inTree
}

/**
 * Disordered planar network of a chosen mean coordination (ours, in place of the packings of the
 * field): one random point per cell of a square grid, Delaunay triangulation, then edges removed
 * in random order down to E = z N / 2. A random spanning tree stays, so that the network is
 * connected; nodes with two neighbours lose none while others can.
 * @throws PhysicsError for a z below a tree's or above the triangulation's.
 */
export function planar({ nodes, degree }: PlanarOptions, seed: number): Network {
  const draws = new Draws(seed, 'network')
  const points = jittered(nodes, draws)
  const all = delaunay(points)
  const wanted = Math.floor((degree * nodes) / 2 + 0.5)
  if (wanted < nodes - 1 || wanted > all.length)
    throw new PhysicsError(
      'planar-degree',
      `${nodes} nodes in the plane cannot be joined by ${wanted} edges (degree ${degree}).`,
      `Allowed here: a degree from ${(2 * (nodes - 1)) / nodes} to ${(2 * all.length) / nodes}.`,
      'network.degree',
    )
  const order = Int32Array.from(all, (_, e) => e)
  draws.shuffle(order)
  const inTree = spanningTree(nodes, all, order)
  const neighbours = new Int32Array(nodes)
  for (const [a, b] of all) {
    neighbours[a]++
    neighbours[b]++
  }
  const removed = new Uint8Array(all.length)
  let count = all.length
  for (const least of [2, 0])
    for (let i = order.length - 1; i >= 0 && count > wanted; i--) {
      const [a, b] = all[order[i]]
      const spared = inTree[order[i]] || removed[order[i]]
      if (spared || neighbours[a] <= least || neighbours[b] <= least) continue
      removed[order[i]] = 1
      neighbours[a]--
      neighbours[b]--
      count--
    }
  const kept = all.filter((_, e) => !removed[e])
  return {
    names: numbered(nodes),
    x: Float64Array.from(points, ({ x }) => x / GRID),
    y: Float64Array.from(points, ({ y }) => y / GRID),
    a: Int32Array.from(kept, ([a]) => a),
    b: Int32Array.from(kept, ([, b]) => b),
  }
}
