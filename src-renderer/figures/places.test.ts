import { describe, expect, it } from 'vitest'
import { textPlaces } from './places'

const text = { width: 40, height: 12 }
const figure = { width: 400, height: 300 }
const places = (nodes: [number, number][], edges: [number, number][] = []) =>
  textPlaces(
    nodes.map(([x, y]) => ({ x, y })),
    edges.map(([a, b]) => ({ x1: nodes[a][0], y1: nodes[a][1], x2: nodes[b][0], y2: nodes[b][1] })),
    10,
    text,
    figure,
  )

describe('the places of texts beside nodes', () => {
  it('are above, unless something is there', () => {
    expect(places([[200, 150]])).toEqual([{ x: 200, y: 131 }])
    const [lower] = places([
      [200, 150],
      [200, 125],
    ])
    expect(lower).toEqual({ x: 200, y: 169 })
  })

  it('avoid edges that leave a node upwards and downwards', () => {
    const [middle] = places(
      [
        [200, 150],
        [200, 50],
        [200, 250],
      ],
      [
        [0, 1],
        [0, 2],
      ],
    )
    expect(middle).toEqual({ x: 234, y: 150 })
  })

  it('stay inside the figure', () => {
    for (const corner of [
      [12, 12],
      [388, 12],
      [12, 288],
      [388, 288],
    ] as [number, number][]) {
      const [{ x, y }] = places([corner])
      expect(x - 20 >= 0 && x + 20 <= 400, String(corner)).toBe(true)
      expect(y - 6 >= 0 && y + 6 <= 300, String(corner)).toBe(true)
    }
  })

  it('do not lie on each other', () => {
    const [a, b] = places([
      [200, 150],
      [225, 150],
    ])
    expect(Math.abs(a.x - b.x) >= 40 || Math.abs(a.y - b.y) >= 12).toBe(true)
  })
})
