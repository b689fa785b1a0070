import { ProblemError, type Problem, type TableChoice } from '@contract'
import { expect, test } from 'vitest'
import { config } from '../../run/test/bench'
import { inputHandlers } from './index'

const read = (name: string, text: string) => inputHandlers.readInput({ name, text })
async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (thrown instanceof ProblemError) return thrown.problem
  throw new Error(`no problem: ${String(thrown)}`)
}

test.each([
  ['mine.json', JSON.stringify(config()), 'config'],
  ['net.json', '{"edges":[["A","B"]]}', 'network'],
  ['links.json', '{"nodes":[{"id":1},{"id":2}],"links":[{"source":1,"target":2}]}', 'network'],
  ['net.csv', 'A,B,1\nB,C,2\n', 'network'],
  ['plain.csv', 'A,B\nB,C\n', 'network'],
  ['numbered.csv', '0,1,0.5\n1,2,0.5\n', 'network'],
  ['named.csv', 'source,target\n1,2\n', 'network'],
  ['data.csv', 'x,y\n1,2\n3,4\n', 'table'],
  ['classes.tsv', 'x\tspecies\n1\ta\n3\tb\n', 'table'],
  ['bridge.cir', '* bridge\nR1 a b 1k\nV1 a 0 5\n.end\n', 'network'],
])('%s is known by its name and by what is in it', async (name, text, kind) => {
  expect((await read(name, `\uFEFF${text}`)).kind).toBe(kind)
})

test('a network comes with its names, its conductances and its roles spread', async () => {
  expect(await read('bridge.cir', '* bridge\nR1 a b 4\nV1 a 0 5\n.end\n')).toMatchObject({
    kind: 'network',
    title: 'bridge',
    held: 1,
    network: { kind: 'given', nodes: ['a', 'b'], conductances: [0.25], roles: { kind: 'spread' } },
  })
})

test('a data set is told column by column, with the lines where its ends stand', async () => {
  const told = await read('d.csv', 'x,y,kind\n# first\n1,2,red\n5,oops,blue\n-3,4,red\n')
  expect(told).toMatchObject({
    kind: 'table',
    table: {
      rows: 3,
      first: [
        ['1', '2', 'red'],
        ['5', 'oops', 'blue'],
        ['-3', '4', 'red'],
      ],
      columns: [
        { name: 'x', range: { low: -3, high: 5, lowLine: 5, highLine: 4 }, stray: null },
        { name: 'y', range: null, stray: { line: 4, text: 'oops' } },
        { name: 'kind', range: null, values: ['red', 'blue'] },
      ],
    },
  })
})

test.each([
  ['net.csv', 'A,B,1\nB,A,1\n', 'net.csv, line 2'],
  ['data.csv', 'x,y\n1,2\n3\n', 'data.csv, line 3'],
  ['wide.csv', '1,2,3,4\n5,6,7,8\n', 'wide.csv, line 1'],
  ['twice.csv', 'x,x,y,z\n1,2,3,4\n', 'twice.csv, line 1'],
  ['broken.csv', 'x,y\n1,"2\n', 'broken.csv, line 2'],
  ['photo.png', '\u0000\u0001', 'photo.png'],
])('%s is refused with the place of the fault', async (name, text, where) => {
  const problem = await problemOf(read(name, text))
  expect(problem.where).toBe(where)
  expect(problem.tip).not.toBe('')
})

const choice: TableChoice = {
  inputs: [{ column: 'x', low: -3, high: 5 }],
  targets: [],
  classes: 'kind',
  lowV: 0,
  highV: 5,
  targetLowV: 1,
  targetHighV: 4,
  trainExamples: 2,
}
const text = 'x,note,kind\n1,?,red\n5,,blue\n-3,-,red\n'

test('classes become a target each, and what is not used is left out', async () => {
  expect(await inputHandlers.tableTask({ name: 'd.csv', text, choice })).toEqual({
    kind: 'table',
    columns: ['x', 'kind red', 'kind blue'],
    rows: [
      [1, 1, 0],
      [5, 0, 1],
      [-3, 1, 0],
    ],
    inputs: [{ column: 'x', low: -3, high: 5 }],
    targets: [
      { column: 'kind red', low: 0, high: 1 },
      { column: 'kind blue', low: 0, high: 1 },
    ],
    lowV: 0,
    highV: 5,
    targetLowV: 1,
    targetHighV: 4,
    trainExamples: 2,
  })
})

test('a value outside the stated range is told with its line', async () => {
  const narrow = { ...choice, inputs: [{ column: 'x', low: 0, high: 5 }] }
  const problem = await problemOf(inputHandlers.tableTask({ name: 'd.csv', text, choice: narrow }))
  expect(problem).toMatchObject({ where: 'd.csv, line 4', message: expect.stringContaining('-3') })
})
