import type { MachineDescription } from '@contract'

/** Places in the unit square, y downwards. */
export interface Place {
  x: number
  y: number
}

export const layouts = ['given', 'circle', 'spring'] as const
export type Layout = (typeof layouts)[number]

/** Every pair of nodes repels: with more of them the window would stand still. */
export const mostSpringNodes = 1000

type Graph = Pick<MachineDescription, 'nodes' | 'edges'>

export function layOut(layout: Layout, graph: Graph): Place[] {
  if (layout === 'circle') return circle(graph.nodes.length)
  const given = graph.nodes.map(({ x, y }) => ({ x, y }))
  return layout === 'given' || given.length > mostSpringNodes ? given : spring(graph, given)
}

function circle(count: number): Place[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2
    return { x: 0.5 + 0.5 * Math.cos(angle), y: 0.5 + 0.5 * Math.sin(angle) }
  })
}

/**
 * Edges pull, nodes push (Fruchterman and Reingold, 1991), from the given places: the same graph
 * gives the same picture. O(nodes^2) per round, 30 to 300 rounds.
 */
function spring({ edges }: Graph, from: Place[]): Place[] {
  const count = from.length
  const x = Float64Array.from(from, (place) => place.x)
  // A graph on a line stays on it: a hair off lets it unfold.
  const y = Float64Array.from(from, (place, i) => place.y + 1e-3 * ((i * 0.618) % 1))
  const ideal = Math.sqrt(1 / count)
  const rounds = Math.min(300, Math.max(30, Math.floor(3e6 / (count * count))))
  const fx = new Float64Array(count)
  const fy = new Float64Array(count)
  for (let round = 0; round < rounds; round++) {
    fx.fill(0)
    fy.fill(0)
    for (let i = 0; i < count; i++)
      for (let j = 0; j < i; j++) {
        const [dx, dy] = [x[i] - x[j], y[i] - y[j]]
        const push = (ideal * ideal) / Math.max(dx * dx + dy * dy, 1e-9)
        fx[i] += dx * push
        fy[i] += dy * push
        fx[j] -= dx * push
        fy[j] -= dy * push
      }
    for (const [a, b] of edges) {
      const [dx, dy] = [x[a] - x[b], y[a] - y[b]]
      const pull = Math.sqrt(dx * dx + dy * dy) / ideal
      fx[a] -= dx * pull
      fy[a] -= dy * pull
      fx[b] += dx * pull
      fy[b] += dy * pull
    }
    const heat = 0.1 * (1 - round / rounds)
    for (let i = 0; i < count; i++) {
      const force = Math.sqrt(fx[i] * fx[i] + fy[i] * fy[i]) || 1
      const step = Math.min(force, heat) / force
      x[i] += fx[i] * step
      y[i] += fy[i] * step
    }
  }
  return toSquare(x, y)
}

/** Stretched to the unit square. */
function toSquare(x: Float64Array, y: Float64Array): Place[] {
  const [left, top] = [Math.min(...x), Math.min(...y)]
  const width = Math.max(...x) - left || 1
  const height = Math.max(...y) - top || 1
  return Array.from(x, (_, i) => ({ x: (x[i] - left) / width, y: (y[i] - top) / height }))
}
