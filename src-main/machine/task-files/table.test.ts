import { ProblemError } from '@contract'
import { expect, test } from 'vitest'
import { readTable, tableTask } from './index'

const text = 'time;load;note;yield\n0;10;1;5\n1;20;1;6\n# half way\n4;40;1;9\n'
const column = (name: string) => ({ column: name, range: null })

function refused(call: () => unknown) {
  try {
    call()
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem
    throw thrown
  }
  throw new Error('nothing was refused')
}

test('a CSV becomes a task of the columns that are wanted, with their ranges stated', () => {
  const table = readTable(text, 't.csv')
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
    const task = tableTask(readTable(file, 't.csv'), [column('x')], [column('y')], 't.csv')
    expect(task).toMatchObject({
      rows: [
        [1.5, 2],
        [-2.5, 3],
      ],
    })
  }
})

test.each([
  ['a,b\n1,2\n3\n', 3, /1 cells, and there are 2 columns/],
  ['a,b\n1,two\n', 2, /'two' in the column b/],
  ['a,b\n1,\n', 2, /'' in the column b/],
  ['a,b\n1,"2\n', 2, /[Qq]uote/],
])('the table %j is refused on line %i', (bad, line, message) => {
  const problem = refused(() => readTable(bad, 't.csv'))
  expect(problem.where).toBe(`t.csv, line ${line}`)
  expect(problem.message).toMatch(message)
})

test('a table without rows, a column that is not there, and one that never changes are refused', () => {
  expect(refused(() => readTable('a,b\n', 't.csv')).message).toMatch(/no rows/)
  const table = readTable(text, 't.csv')
  const task = (name: string) => () => tableTask(table, [column(name)], [column('yield')], 't.csv')
  expect(refused(task('fruit')).tip).toContain('time, load, note, yield')
  expect(refused(task('note')).message).toMatch(/note is 1 on every line/)
})
