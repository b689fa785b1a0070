import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refused } from '../testing'
import type { NetworkFile } from './networkFile'
import { readNetwork, writeNetwork, networkConfig } from './index'
import { edges } from './testing'

test('an edge list is read with and without a header, in conductances and resistances', () => {
  const wanted = [
    ['A', 'B', 2],
    ['B', 'C', 0.25],
  ]
  for (const text of [
    'A,B,2\nB,C,0.25\n',
    '# comment\r\nfrom;to;conductance\r\nA;B;2\r\n\r\nB;C;0.25\r\n',
    '\uFEFFresistance\tsource\ttarget\n0.5\tA\tB\n4\t"B"\tC',
  ])
    expect(edges(readNetwork(text, 'net.csv'))).toEqual(wanted)
})

test.each([
  'Source,Target,Type,Id,Label,timeset,Weight\nA,B,Undirected,0,,,2\nB,C,Undirected,1,,,0.25\n',
  ',source,target,weight\n0,A,B,2\n1,B,C,0.25\n',
  'From;To;Conductance (S)\nA;B;2\nB;C;0,25\n',
  'Node1,Node2,Resistance (Ω)\nA,B,0.5\nB,C,4\n',
])('the edge list %j, as another program writes it, keeps its numbers', (text) => {
  expect(edges(readNetwork(text, 'net.csv'))).toEqual([
    ['A', 'B', 2],
    ['B', 'C', 0.25],
  ])
})

test('numbers under a name that says nothing are refused, not passed over', () => {
  const problem = refused(() => readNetwork('source,target,R/kOhm\nA,B,3\n', 'net.csv'))
  expect(problem.where).toBe('net.csv, line 1')
  expect(problem.message).toContain("'R/kOhm'")
})

test('a file that is not in UTF-8 is refused: ä and ö would be one name', () => {
  const text = new TextDecoder().decode(Uint8Array.from([0x41, 0x2c, 0xe4, 0x0a]))
  for (const file of ['n.csv', 'n.cir', 'n.graphml', 'n.json'])
    expect(refused(() => readNetwork(`#\n${text}`, file))).toMatchObject({
      where: `${file}, line 2`,
      message: expect.stringContaining('UTF-8'),
    })
})

test('an edge list without numbers leaves conductances to the rule', () => {
  expect(edges(readNetwork('a,b\nx,y\ny,z\n', 'net.csv'))).toEqual([
    ['x', 'y', null],
    ['y', 'z', null],
  ])
})

test.each([
  ['A,B,1\nA,B,two\n', 2, /'two' is no number/],
  ['A,B,1\n\nA\n', 3, /1 cells/],
  ['A,B,1\nB,A,1\n', 2, /B-A is there twice, first on line 1/],
  ['A,B,1\nC,C,1\n', 2, /joins node C to itself/],
  ['a,b,conductance\nA,B,-1\n', 2, /A-B has the conductance -1/],
  ['a,b,resistance\nA,B,0\n', 2, /A-B has the conductance Infinity/],
  ['A,B,1\nB,C\n', 2, /B-C has no conductance/],
  ['a,b,conductance\nA,B,1\nB,C,1,5\n', 3, /4 cells/],
  ['A,"B\n', 1, /[Qq]uote/],
  [`A,${'B'.repeat(41)},1`, 1, /too long/],
  ['A,,1', 1, /no name/],
])('the edge list %j is refused on line %i', (text, line, message) => {
  const problem = refused(() => readNetwork(text, 'net.csv'))
  expect(problem.where).toBe(`net.csv, line ${line}`)
  expect(problem.message).toMatch(message)
  expect(problem.tip).not.toBe('')
})

test.each([
  ['{"edges":[["A","B",1],{"a":"B","b":"C","conductance":"two"}]}', 'edges.1.conductance'],
  ['{"edges":[["A","B","one"]]}', 'edges.0.2'],
  ['{"nodes":[{"name":"A","x":"left"}],"edges":[["A","B"]]}', 'nodes.0.x'],
  ['[]', 'the whole'],
])('the JSON %s is refused with the place of the fault', (text, where) => {
  expect(refused(() => readNetwork(text, 'n.json')).where).toBe(`n.json, ${where}`)
})

test('null in JSON is a conductance that is not given', () => {
  const text = '{"edges":[{"a":"A","b":"B","conductance":null,"resistance":4},["B","C",2]]}'
  expect(edges(readNetwork(text, 'n.json'))).toEqual([
    ['A', 'B', 0.25],
    ['B', 'C', 2],
  ])
})

test('our JSON and node-link JSON are read', () => {
  const own = '{"title":"t","nodes":[{"name":"A","x":1,"y":2},"B"],"edges":[["A","B",3]]}'
  expect(readNetwork(own, 'n.json')).toMatchObject({
    title: 't',
    nodes: [
      { name: 'A', place: [1, 2] },
      { name: 'B', place: null },
    ],
  })
  const link = '{"nodes":[{"id":0},{"id":1}],"links":[{"source":0,"target":1,"resistance":4}]}'
  expect(edges(readNetwork(link, 'n.json'))).toEqual([['0', '1', 0.25]])
  const networkx = '{"nodes":[{"id":0},{"id":1}],"edges":[{"source":0,"target":1,"weight":3}]}'
  expect(edges(readNetwork(networkx, 'n.json'))).toEqual([['0', '1', 3]])
})

test.each([
  ['{"nodes": [', /not JSON/],
  ['{"edges": [{"a": "A", "b": true}]}', /./],
  ['{"nodes": ["A"], "edges": [["A", "B"]]}', /Edge 0 \(A-B\) ends at 'B'/],
  ['{"nodes": ["A", "A"], "edges": []}', /Two nodes are named A/],
  ['{"nodes": ["A"]}', /no edge/],
])('the JSON %j is refused', (text, message) => {
  const problem = refused(() => readNetwork(text, 'n.json'))
  expect(problem.message).toMatch(message)
  expect(problem.where).toContain('n.json')
})

const graphml = (inner: string) => `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="edge" attr.name="weight" attr.type="double"/>
<key id="d1" for="node" attr.name="x"/><key id="d2" for="node" attr.name="y"/>
<graph edgedefault="directed">
${inner}
</graph></graphml>`

test('GraphML is read, edges before nodes and unknown data included', () => {
  const file = readNetwork(
    graphml(`<edge source="a&amp;b" target="c"><data key="d0"> 2.5 </data><data key="z">?</data></edge>
<node id="a&amp;b"><data key="d1">1</data><data key="d2">3</data></node><node id="c"/>`),
    'net.graphml',
  )
  expect(edges(file)).toEqual([['a&b', 'c', 2.5]])
  expect(file.nodes).toEqual([
    { name: 'a&b', place: [1, 3] },
    { name: 'c', place: null },
  ])
})

test.each([
  ['<node id="a"/><edge source="a" target="b"/>', 6, /ends at 'b'/],
  ['<node id="a"/>\n<node id="a"/>', 7, /Two nodes have the id a/],
  ['<node id="a"><graph/></node>', 6, /nested graph/],
  ['<hyperedge/>', 6, /hyperedge/],
  ['<node id="a"', 7, /no valid XML/],
  ['<edge source="a" target="b"><data key="d0">x</data></edge>', 6, /'x' is no number for weight/],
])('the GraphML %j is refused on line %i', (inner, line, message) => {
  const problem = refused(() => readNetwork(graphml(inner), 'n.graphml'))
  expect(problem.where).toBe(`n.graphml, line ${line}`)
  expect(problem.message).toMatch(message)
})

test('data that GraphML gives by default hold where an item has none of its own', () => {
  const file = readNetwork(
    `<graphml><key id="d0" for="edge" attr.name="conductance"><default>4</default></key>
<key id="d1" for="node" attr.name="x"><default>1</default></key>
<key id="d2" attr.name="y"><default>2</default></key>
<graph><node id="a"/><node id="b"><data key="d1">5</data></node><node id="c"/>
<edge source="a" target="b"/><edge source="b" target="c"><data key="d0">3</data></edge>
</graph></graphml>`,
    'n.graphml',
  )
  expect(edges(file)).toEqual([
    ['a', 'b', 4],
    ['b', 'c', 3],
  ])
  expect(file.nodes.map(({ place }) => place)).toEqual([
    [1, 2],
    [5, 2],
    [1, 2],
  ])
})

test('entities that a file declares are not expanded: it cannot grow in memory', () => {
  const bomb = `<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<graphml><graph><node id="&b;"/></graph></graphml>`
  expect(refused(() => readNetwork(bomb, 'n.graphml')).message).toMatch(/entity/)
})

test('another ending is refused with the endings that are read', () => {
  const problem = refused(() => readNetwork('', 'n.xls'))
  expect(problem.tip).toContain('.graphml')
})

const name = fc.string({
  minLength: 1,
  maxLength: 8,
  unit: fc.constantFrom(...'abCD 1_é&<>"\',;#'),
})
const networks = fc
  .record({
    names: fc.uniqueArray(
      name.filter((text) => text.trim() === text),
      { minLength: 3, maxLength: 12 },
    ),
    ends: fc.uniqueArray(fc.tuple(fc.nat(11), fc.nat(11)), {
      minLength: 4,
      maxLength: 20,
      selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    }),
    conductances: fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), {
      minLength: 20,
      maxLength: 20,
    }),
    valued: fc.boolean(),
  })
  .map(({ names, ends, conductances, valued }): NetworkFile => {
    const used = ends.filter(([a, b]) => a !== b && a < names.length && b < names.length)
    return {
      title: '',
      nodes: names.map((name, i) => ({ name, place: [i, i / 3] })),
      edges: used.map(([a, b], e) => ({
        a: names[a],
        b: names[b],
        conductance: valued ? conductances[e] : null,
        line: 0,
      })),
      held: [],
    }
  })
  .filter(({ edges }) => edges.length > 0)

test.each(['net.csv', 'net.json', 'net.graphml'])('what is written to %s is read again', (file) => {
  fc.assert(
    fc.property(networks, (network) => {
      const again = readNetwork(writeNetwork(network, file), file)
      expect(edges(again)).toEqual(edges(network))
      if (file !== 'net.csv') expect(again.nodes).toEqual(network.nodes)
    }),
    { numRuns: 200 },
  )
})

test('a file becomes a part of the configuration, places scaled into the unit square', () => {
  const file = readNetwork(
    '{"nodes":[{"name":"A","x":-5,"y":0},{"name":"B","x":5,"y":2}],"edges":[["A","B",3]]}',
    'n.json',
  )
  expect(networkConfig(file, { kind: 'random' }, 'n.json')).toMatchObject({
    kind: 'given',
    nodes: ['A', 'B'],
    edges: [['A', 'B']],
    conductances: [3],
    places: [
      [expect.closeTo(0.04), expect.closeTo(0.408)],
      [expect.closeTo(0.96), expect.closeTo(0.592)],
    ],
  })
})
