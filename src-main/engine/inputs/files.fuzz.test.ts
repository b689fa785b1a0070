import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TableChoice } from '@contract'
import { afterAll, expect, test } from 'vitest'
import { Draw, fuzzSeed } from '../../../src-preload/contract/testing/draw'
import { garbled } from '../../../src-preload/contract/testing/garbled'
import { mutated } from '../../../src-preload/contract/testing/hostile'
import { Tally } from '../../../src-preload/contract/testing/told'
import { readPlan } from '../../sweep/plan/read'
import { Sweep } from '../../sweep/plan/sweep'
import { config } from '../../run/test/bench'
import { inputHandlers } from './index'

const long = import.meta.env.MODE === 'full'
const each = long ? 20_000 : 150
const seed = fuzzSeed(process.env['DESYNCLAB_SEED'], long, Date.now())
const tallies: Tally[] = []
afterAll(() => {
  for (const { text } of tallies) console.log(text)
  console.log(`DESYNCLAB_SEED=${seed}`)
})

const resources = resolve(import.meta.dirname, '../../../resources')
const presets = readdirSync(join(resources, 'presets'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => readFileSync(join(resources, 'presets', file), 'utf8'))
  .map((text) => JSON.stringify((JSON.parse(text) as { config: unknown }).config, null, 1))

const graphml = `<?xml version="1.0"?>
<graphml><key id="d0" for="edge" attr.name="conductance" attr.type="double"/>
<graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/>
<edge source="a" target="b"><data key="d0">2.5</data></edge>
<edge source="b" target="c"><data key="d0">1e-3</data></edge></graph></graphml>`

/** Honest files of each kind, which chance breaks. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'run.json': presets,
  'net.json': [
    '{"title":"t","nodes":[{"name":"A","x":1,"y":2},"B","C"],"edges":[["A","B",3],{"a":"B","b":"C","resistance":4}]}',
    '{"nodes":[{"id":0},{"id":1}],"links":[{"source":0,"target":1,"conductance":4}]}',
  ],
  'net.csv': ['from,to,conductance\nA,B,2\nB,C,0.25\nC,A,1e-6\n', 'A;B\nB;C\n# end\n'],
  'net.graphml': [graphml],
  'net.cir': ['A divider\nR1 in mid 4.7k ; top\nRload mid\n+ 0 1MEG\nV1 in 0 DC 5\n.end\n'],
  'data.csv': ['x,y,kind\n1,2,red\n5,4,blue\n-3,4,red\n1.5,0,"a ""b"""\n'],
  'data.tsv': ['x\ty\tkind\n1\t2\tred\n5\t4\tblue\n'],
}

/** JSON that is still JSON, with one to three of its parts changed, taken away or added. */
function restructured(text: string, draw: Draw): string {
  let data: unknown = JSON.parse(text)
  for (let i = draw.below(3); i >= 0; i--) data = mutated(data, draw)
  const written = JSON.stringify(data, (_, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  ) as string | undefined
  return written ?? 'null'
}

const isPolluted = (): boolean => 'polluted' in {} || Object.keys(Object.prototype).length > 0

for (const [name, honest] of Object.entries(kinds))
  test(`${name}: ${each} broken files are read or refused with what, where and what to do`, async () => {
    const draw = new Draw(seed)
    const tally = new Tally(name, seed)
    tallies.push(tally)
    for (const text of honest) await tally.of(-1, () => inputHandlers.readInput({ name, text }))
    expect(tally.refused.size, 'the honest ones are read').toBe(0)
    for (let n = 0; n < each; n++) {
      const whole = draw.pick(honest)
      const isJson = name.endsWith('.json') && draw.once(2)
      const text = isJson ? restructured(whole, draw) : garbled(whole, draw)
      await tally.of(n, () => inputHandlers.readInput({ name, text }))
    }
    expect(tally.refused.size).toBeGreaterThan(0)
    expect(isPolluted()).toBe(false)
  })

const choice: TableChoice = {
  inputs: [{ column: 'x', low: -5, high: 5 }],
  targets: [],
  classes: 'kind',
  lowV: 0,
  highV: 5,
  targetLowV: 1,
  targetHighV: 4,
  trainExamples: 2,
}

test(`tasks of ${each} broken data sets are made or refused with what, where and what to do`, async () => {
  const draw = new Draw(seed + 1)
  const tally = new Tally('task of a table', seed)
  tallies.push(tally)
  for (let n = 0; n < each; n++) {
    const text = garbled(draw.pick(kinds['data.csv']), draw)
    const name = draw.pick(['d.csv', '../d.csv', '<b>.csv', '='])
    await tally.of(n, () => inputHandlers.tableTask({ name, text, choice }))
  }
  expect(tally.refused.size).toBeGreaterThan(0)
})

const plan = JSON.stringify({
  name: 'p',
  base: config(),
  axes: [
    { kind: 'list', path: 'schedule.probability', values: [0.25, 1] },
    { kind: 'range', path: 'batch.size', from: 1, to: 4, count: 3 },
    { kind: 'cases', name: 'c', cases: [{ label: 'one', set: { 'rule.alpha': 0.1 } }] },
  ],
  seeds: { first: 1, count: 2 },
  stop: { kind: 'steps', steps: 100 },
})

test(`${each} broken plans are taken or refused with what, where and what to do`, async () => {
  const draw = new Draw(seed + 2)
  const tally = new Tally('plan.json', seed)
  tallies.push(tally)
  for (let n = 0; n < each; n++) {
    const data: unknown = JSON.parse(restructured(plan, draw))
    await tally.of(n, () => new Sweep(readPlan(data, 'plan.json')).check())
  }
  expect(tally.refused.size).toBeGreaterThan(0)
  expect(isPolluted()).toBe(false)
})
