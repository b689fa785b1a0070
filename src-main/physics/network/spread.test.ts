import { expect, test } from 'vitest'
import { assignRoles, makeNetwork } from './index'

const names = (network: { names: readonly string[] }, nodes: Int32Array) =>
  Array.from(nodes, (node) => network.names[node])

test('spread roles put sources and the ground left, targets right, evenly from top to bottom', () => {
  const network = makeNetwork({ kind: 'square', rows: 6, columns: 6, periodic: false })
  const roles = assignRoles(network, { kind: 'spread' }, { inputs: 2, outputs: 2 }, 1)
  expect(names(network, roles.sources)).toEqual(['r1c0', 'r3c0'])
  expect(names(network, roles.grounds)).toEqual(['r5c0'])
  expect(names(network, roles.targets)).toEqual(['r1c5', 'r4c5'])
})

test('spread roles of a layered network are its first and last layer', () => {
  const network = makeNetwork({ kind: 'layered', layers: [5, 8, 3] })
  const roles = assignRoles(network, { kind: 'spread' }, { inputs: 4, outputs: 3 }, 1)
  const driven = [...names(network, roles.sources), ...names(network, roles.grounds)]
  expect(driven).toEqual(['l0n0', 'l0n1', 'l0n2', 'l0n3', 'l0n4'])
  expect(names(network, roles.targets)).toEqual(['l2n0', 'l2n1', 'l2n2'])
})

test('a network with just enough nodes gives every one a role, none two', () => {
  const network = makeNetwork({ kind: 'square', rows: 2, columns: 3, periodic: false })
  const roles = assignRoles(network, { kind: 'spread' }, { inputs: 3, outputs: 2 }, 1)
  const all = [...roles.sources, ...roles.grounds, ...roles.targets]
  expect(new Set(all).size).toBe(6)
  const more = () => assignRoles(network, { kind: 'spread' }, { inputs: 3, outputs: 3 }, 1)
  expect(more).toThrow(expect.objectContaining({ id: 'too-few-nodes' }))
})
