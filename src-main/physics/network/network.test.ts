import { expect, test } from 'vitest'
import { PhysicsError } from '../error'
import { assignRoles, checkGraph, connectionFault, makeNetwork, type Network } from './index'

const penn16 = makeNetwork({ kind: 'penn16' })
const none = new Uint8Array(16)
const graph = (edges: [number, number][], n = 4): Network => ({
  names: Array.from({ length: n }, (_, i) => `n${i}`),
  x: new Float64Array(n),
  y: new Float64Array(n),
  a: Int32Array.from(edges, ([a]) => a),
  b: Int32Array.from(edges, ([, b]) => b),
})
const given = (sources: string[], grounds: string[], targets: string[]) =>
  ({ kind: 'given', sources, grounds, targets }) as const

function problemOf(call: () => void): PhysicsError {
  try {
    call()
  } catch (thrown) {
    if (thrown instanceof PhysicsError) return thrown
    throw thrown
  }
  throw new Error('nothing was refused')
}

test('penn16 has the nodes and edges of the laboratory network', () => {
  const edges = Array.from(penn16.a, (a, e) => `${penn16.names[a]}-${penn16.names[penn16.b[e]]}`)
  expect(edges.join(' ')).toBe('A-B A-C A-G A-H A-I B-C C-D C-F C-G D-E D-F E-F F-G G-H G-I H-I')
  expect(() => checkGraph(penn16)).not.toThrow()
})

test('no two edges of penn16 cross in its drawing, and no node lies on an edge', () => {
  const { x, y, a, b } = penn16
  const side = (p: number, q: number, r: number) =>
    (x[q] - x[p]) * (y[r] - y[p]) - (y[q] - y[p]) * (x[r] - x[p])
  for (let e = 0; e < a.length; e++)
    for (let f = 0; f < e; f++) {
      if (new Set([a[e], b[e], a[f], b[f]]).size < 4) continue
      const crosses =
        side(a[e], b[e], a[f]) * side(a[e], b[e], b[f]) < 0 &&
        side(a[f], b[f], a[e]) * side(a[f], b[f], b[e]) < 0
      expect(crosses).toBe(false)
    }
  for (let e = 0; e < a.length; e++)
    for (let node = 0; node < 9; node++) {
      if (node === a[e] || node === b[e]) continue
      const length = Math.hypot(x[a[e]] - x[b[e]], y[a[e]] - y[b[e]])
      const [u, v] = [x[node] - x[a[e]], y[node] - y[a[e]]]
      const along = (u * (x[b[e]] - x[a[e]]) + v * (y[b[e]] - y[a[e]])) / length ** 2
      if (along > 0 && along < 1)
        expect(Math.abs(side(a[e], b[e], node)) / length).toBeGreaterThan(0.04)
    }
})

test('an open lattice has 2rc - r - c edges, a periodic one 2rc', () => {
  const open = makeNetwork({ kind: 'square', rows: 4, columns: 7, periodic: false })
  expect([open.names.length, open.a.length]).toEqual([28, 45])
  const closed = makeNetwork({ kind: 'square', rows: 4, columns: 7, periodic: true })
  expect(closed.a.length).toBe(56)
  expect(open.names[8]).toBe('r1c1')
  for (const lattice of [open, closed]) expect(() => checkGraph(lattice)).not.toThrow()
})

test('a periodic lattice of two rows would join nodes twice and is refused', () => {
  const call = () => makeNetwork({ kind: 'square', rows: 2, columns: 5, periodic: true })
  expect(problemOf(call).id).toBe('lattice-too-narrow')
})

test('duplicate edges, self-loops and duplicate names are refused by name', () => {
  expect(
    problemOf(() =>
      checkGraph(
        graph([
          [0, 1],
          [2, 3],
          [1, 0],
        ]),
      ),
    ).message,
  ).toContain('n1-n0')
  expect(
    problemOf(() =>
      checkGraph(
        graph([
          [0, 1],
          [2, 2],
        ]),
      ),
    ).message,
  ).toContain('n2')
  const named = { ...graph([[0, 1]]), names: ['a', 'b', 'a', 'c'] }
  expect(problemOf(() => checkGraph(named)).id).toBe('duplicate-node')
})

test('nodes without a path to a held node are named', () => {
  const roles = { sources: Int32Array.of(0), grounds: Int32Array.of(), targets: Int32Array.of(1) }
  const fault = connectionFault(
    graph([
      [0, 1],
      [2, 3],
    ]),
    roles,
    new Uint8Array(2),
  )
  expect(fault?.id).toBe('floating-nodes')
  expect(fault?.message).toContain('n2, n3')
})

test('a target that only a ground reaches is named', () => {
  const roles = { sources: Int32Array.of(0), grounds: Int32Array.of(1), targets: Int32Array.of(2) }
  const fault = connectionFault(
    graph(
      [
        [0, 1],
        [1, 2],
      ],
      3,
    ),
    roles,
    new Uint8Array(2),
  )
  expect(fault?.id).toBe('target-without-source')
  expect(fault?.message).toContain('n2')
})

test('an unknown node is refused with the nodes that there are', () => {
  const spec = given(['A'], ['I'], ['Z'])
  const { message, tip } = problemOf(() => assignRoles(penn16, spec, { inputs: 1, outputs: 1 }, 1))
  expect(message).toContain('Z')
  expect(tip).toContain('A, B, C, D, E, F, G, H, I')
})

test('roles that do not fit the task or each other are refused', () => {
  const counts = { inputs: 2, outputs: 1 }
  const few = problemOf(() => assignRoles(penn16, given(['A'], [], ['C']), counts, 1))
  expect(few).toMatchObject({ id: 'role-count', where: 'network.roles.sources' })
  expect(few.tip).toContain('exactly 2 sources')
  const twice = () => assignRoles(penn16, given(['A', 'C'], [], ['C']), counts, 1)
  expect(problemOf(twice).id).toBe('node-with-two-roles')
})

test('random roles are distinct, work, and follow from the seed', () => {
  const seen = new Set<string>()
  for (let seed = 0; seed < 300; seed++) {
    const roles = assignRoles(penn16, { kind: 'random' }, { inputs: 2, outputs: 3 }, seed)
    const all = [...roles.sources, ...roles.grounds, ...roles.targets]
    expect(new Set(all).size).toBe(6)
    expect(connectionFault(penn16, roles, none)).toBeNull()
    seen.add(all.join())
  }
  expect(seen.size).toBeGreaterThan(290)
  const counts = { inputs: 2, outputs: 3 }
  expect(assignRoles(penn16, { kind: 'random' }, counts, 7)).toEqual(
    assignRoles(penn16, { kind: 'random' }, counts, 7),
  )
})

test('a network with too few nodes for random roles is refused', () => {
  const call = () => assignRoles(penn16, { kind: 'random' }, { inputs: 5, outputs: 4 }, 1)
  expect(problemOf(call).message).toContain('10 nodes')
})
