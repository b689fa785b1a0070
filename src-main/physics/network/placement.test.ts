import { expect, test } from 'vitest'
import { makeNetwork, place, type PlacementSpec } from './index'

const lattice = (side: number) =>
  makeNetwork({ kind: 'square', rows: side, columns: side, periodic: false })
const named = (side: number, spec: PlacementSpec, inputs: number, outputs: number) => {
  const network = lattice(side)
  const { sources, targets } = place(network, spec, { inputs, outputs })
  return [sources, targets].map((nodes) => nodes.map((i) => network.names[i]).join(' '))
}

test('corners: inputs from corner to corner at the top, outputs at the bottom', () => {
  expect(named(5, { kind: 'corners' }, 2, 1)).toEqual(['r0c0 r0c4', 'r4c2'])
  expect(named(7, { kind: 'corners' }, 4, 3)).toEqual(['r0c0 r0c2 r0c4 r0c6', 'r6c1 r6c3 r6c5'])
})

test.each([3, 4, 5, 7])(
  'distance: on a side of %d an output is three bonds from both inputs',
  (n) => {
    const network = lattice(n)
    const { sources, targets } = place(
      network,
      { kind: 'distance', distance: 3 },
      { inputs: 2, outputs: 1 },
    )
    for (const i of sources) {
      const j = targets[0]
      const rows = Math.abs(Math.floor(i / n) - Math.floor(j / n))
      expect(rows + Math.abs((i % n) - (j % n))).toBe(3)
    }
  },
)

test('ends: the first nodes are inputs, the last outputs', () => {
  const network = makeNetwork({ kind: 'layered', layers: [2, 4, 1] })
  expect(place(network, { kind: 'ends' }, { inputs: 2, outputs: 1 })).toEqual({
    sources: [0, 1],
    targets: [6],
  })
})

test('what has no room or no rows is refused', () => {
  expect(() => named(3, { kind: 'distance', distance: 9 }, 2, 1)).toThrow(/no room/)
  expect(() => named(3, { kind: 'corners' }, 4, 1)).toThrow(/4 columns/)
  const ring = makeNetwork({ kind: 'complete', nodes: 6 })
  expect(() => place(ring, { kind: 'corners' }, { inputs: 2, outputs: 1 })).toThrow(/equal rows/)
})
