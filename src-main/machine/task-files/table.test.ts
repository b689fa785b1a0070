import { expect, test } from 'vitest'
import { refused } from '../testing'
import { readCells, tableTask } from './index'

const text = 'time;load;note;yield;who\n0;10;1;5;Ann\n1;20;1;6;Bo\n# half way\n4;40;1;9;Ann\n'
const column = (name: string) => ({ column: name, range: null })

test('a CSV becomes a task of the columns that are wanted, with their ranges stated', () => {
  const table = readCells(text, 't.csv')
  const load = { column: 'load', range: { low: 0, high: 50 } }
  const task = tableTask(table, [column('time'), load], [column('yield')], 't.csv')
  expect(task).toMatchObject({
    kind: 'table',
    columns: ['time', 'load', 'yield'],
    rows: [
      [0, 10, 5],
      [1, 20, 6],
      [4, 40, 9],
    ],
    inputs: [
      { column: 'time', low: 0, high: 4 },
      { column: 'load', low: 0, high: 50 },
    ],
    targets: [{ column: 'yield', low: 5, high: 9 }],
  })
})

test('where semicolons or tabs separate, a comma is the decimal point', () => {
  for (const between of [';', '\t']) {
    const file = '# of the lab, 2026\nx;y\n1,5;2\n-0,25e1;3\n'.replaceAll(';', between)
    const task = tableTask(readCells(file, 't.csv'), [column('x')], [column('y')], 't.csv')
    expect(task).toMatchObject({
      rows: [
        [1.5, 2],
        [-2.5, 3],
      ],
    })
  }
})

const task = (text: string, input: string, target: string) =>
  tableTask(readCells(text, 't.csv'), [column(input)], [column(target)], 't.csv')

test.each([
  ['a,b\n1,2\n3\n', 3, /1 cells, and there are 2 columns/],
  ['a,b\n1,two\n3,4\n', 2, /'two' in the column b/],
  ['a,b\n1,\n3,4\n', 2, /'' in the column b/],
  ['a,b\n1,"2\n', 2, /[Qq]uote/],
  ['a,b\n1,2\n\uFFFD,3\n', 3, /not written in UTF-8/],
])('the table %j is refused on line %i', (bad, line, message) => {
  const problem = refused(() => task(bad, 'a', 'b'))
  expect(problem.where).toBe(`t.csv, line ${line}`)
  expect(problem.message).toMatch(message)
})

test('a table without rows, a column that is not there, and one that never changes are refused', () => {
  expect(refused(() => readCells('a,b\n', 't.csv')).message).toMatch(/no rows/)
  const of = (name: string) => refused(() => task(text, name, 'yield'))
  expect(of('fruit').tip).toContain('time, load, note, yield')
  expect(of('note').message).toMatch(/note is 1 on every line/)
})

test('a column of words hinders nobody who does not use it', () => {
  expect(task(text, 'time', 'yield')).toMatchObject({ columns: ['time', 'yield'] })
  expect(refused(() => task(text, 'who', 'yield'))).toMatchObject({
    where: 't.csv, line 2',
    message: "'Ann' in the column who is no number.",
  })
})

test('a value outside its stated range is refused with its line', () => {
  const narrow = { column: 'load', range: { low: 0, high: 30 } }
  const table = readCells(text, 't.csv')
  expect(refused(() => tableTask(table, [narrow], [column('yield')], 't.csv'))).toMatchObject({
    where: 't.csv, line 5',
    message: 'load is 40 here, and its range is 0 to 30.',
  })
})
