import { expect, test } from 'vitest'
import { refused } from '../testing'
import type { NetworkFile } from './networkFile'
import { readNetwork, writeNetwork } from './index'
import { edges } from './testing'

test('a netlist is read with its title, suffixes, comments, continuations and held nodes', () => {
  const file = readNetwork(
    `A divider
* comment
R1 in MID 4.7k ; top
rload mid
+ 0 1MEGohm $ bottom
.op
V1 In 0 DC 5
V2 top in 250m
R3 top GND 1e3
.end
R9 after the end`,
    'net.cir',
  )
  expect(file.title).toBe('A divider')
  expect(edges(file)).toEqual([
    ['in', 'MID', 1 / 4700],
    ['MID', '0', 1e-6],
    ['top', '0', 1e-3],
  ])
  expect(file.held).toEqual([
    { node: '0', voltageV: 0 },
    { node: 'in', voltageV: 5 },
    { node: 'top', voltageV: 5.25 },
  ])
})

test.each([
  ['R1 a b 1k 2k', 2, /more than two nodes/],
  ['R1 a b', 2, /2 of 3/],
  ['R1 a b 1x1', 2, /'1x1', which is no number/],
  ['R1 a b 0', 2, /conductance Infinity/],
  ['R1 a b -5', 2, /conductance -0.2/],
  ['\nC1 a b 1u', 3, /element C1/],
  ['.include other.cir', 2, /\.include/],
  ['R1 a b 1\nR2 b a 1', 3, /twice, first on line 2/],
  ['R1 a b 10milliohm', 2, /no number/],
  ['R1 a b 1\nV1 a b 1', 3, /nothing ties to ground/],
  ['R1 a b 1\nV1 a 0 1\nV2 a 0 2', 4, /loop of voltage sources/],
  ['V1 a 0 SIN(0 1 1k)\nR1 a 0 1', 2, /constant voltage|no number/],
  ['+ 5', 2, /continues no line/],
])('the netlist %j is refused on line %i', (text, line, message) => {
  const problem = refused(() => readNetwork(`title\n${text}`, 'n.cir'))
  expect(problem.message).toMatch(message)
  expect(problem.where).toBe(`n.cir, line ${line}`)
})

test.each(['R1 a b 4.7k', 'v2 a 0 DC 5 ; battery'])(
  'the element %j in place of the title is refused, for it would be lost',
  (element) => {
    const problem = refused(() => readNetwork(`${element}\nR2 b 0 1k\n.end`, 'n.cir'))
    expect(problem).toMatchObject({ where: 'n.cir, line 1', tip: expect.stringContaining('title') })
    expect(readNetwork(`* ${element}\nR2 b 0 1k`, 'n.cir').edges).toHaveLength(1)
  },
)

test.each(['R2R ladder of 10', 'Resistor network version 2', 'R1 and R2 in series'])(
  '%j is a title',
  (title) => expect(readNetwork(`${title}\nR2 b 0 1k`, 'n.cir').title).toBe(title),
)

test('a netlist that was written is read again, names as they were', () => {
  const network: NetworkFile = {
    title: 'two',
    nodes: ['In', 'mid', '0'].map((name) => ({ name, place: null })),
    edges: [
      { a: 'In', b: 'mid', conductance: 0.1, line: 0 },
      { a: 'mid', b: '0', conductance: 4, line: 0 },
    ],
    held: [{ node: 'In', voltageV: 5 }],
  }
  const again = readNetwork(writeNetwork(network, 'n.cir'), 'n.cir')
  expect(edges(again)).toEqual(edges(network))
  expect(again.held).toContainEqual({ node: 'In', voltageV: 5 })
  const twice = { ...network, nodes: ['0', 'GND'].map((name) => ({ name, place: null })) }
  expect(refused(() => writeNetwork(twice, 'n.cir')).message).toContain('0 and gnd')
  const odd = { ...network, nodes: [{ name: 'a b', place: null }] }
  expect(refused(() => writeNetwork(odd, 'n.cir')).message).toContain("'a b'")
})
