import type { TableSummary } from '@contract'
import { expect, test } from 'vitest'
import { choiceOf, firstDraft, tableFindings, type TableDraft } from './tableChoice'

const summary: TableSummary = {
  rows: 30,
  first: [],
  columns: [
    {
      name: 'time',
      range: { low: 0, high: 0.123456789, lowLine: 2, highLine: 31 },
      stray: null,
      values: ['0', '1'],
    },
    {
      name: 'load',
      range: { low: 3, high: 3, lowLine: 2, highLine: 2 },
      stray: null,
      values: ['3'],
    },
    { name: 'note', range: null, stray: { line: 7, text: 'x' }, values: ['1', 'x', 'y'] },
    { name: 'kind', range: null, stray: { line: 2, text: 'red' }, values: ['red', 'blue'] },
  ],
}
const draft = (change: (draft: TableDraft) => void): TableDraft => {
  const made = firstDraft(summary)
  made.columns[1].use = 'none'
  change(made)
  return made
}
const messages = (change: (draft: TableDraft) => void, nodes: number | null = 9) =>
  tableFindings(summary, draft(change), nodes).map(({ at, message }) => `${at}: ${message}`)

test('the last column is what is learned, words as classes, and other numbers are inputs', () => {
  expect(firstDraft(summary).columns.map(({ use }) => use)).toEqual([
    'input',
    'input',
    'none',
    'class',
  ])
  expect(messages(() => undefined)).toEqual([])
})

test('the found ends of a column go to the engine with all their digits', () => {
  const choice = choiceOf(
    summary,
    draft(() => undefined),
  )
  expect(choice).toMatchObject({
    inputs: [{ column: 'time', low: 0, high: 0.123456789 }],
    targets: [],
    classes: 'kind',
    trainExamples: null,
  })
})

test.each<[string, (draft: TableDraft) => void, string]>([
  ['a constant column', (d) => (d.columns[1].use = 'input'), '1: It is 3 on every line'],
  ['a word among numbers', (d) => (d.columns[2].use = 'target'), "2: Line 7 has 'x'"],
  ['a range that is too narrow', (d) => (d.columns[0].high = '0.1'), '0: Line 31 has 0.123456789'],
  ['a range upside down', (d) => (d.columns[0].low = '9'), '0: Its range goes from'],
  ['a range of words', (d) => (d.columns[0].low = 'low'), '0: Its range is two numbers'],
  ['two columns of classes', (d) => (d.columns[2].use = 'class'), '3: One column at most'],
  ['no input', (d) => (d.columns[0].use = 'none'), 'null: Choose a column as an input'],
  ['no target', (d) => (d.columns[3].use = 'none'), 'null: Choose a column as a target'],
  ['a word for a voltage', (d) => (d.highV = 'five'), 'highV: A voltage from'],
  ['more rows than there are', (d) => (d.train = '31'), 'train: A whole number from 1 to 30'],
])('%s is told at its place', (_, change, wanted) => {
  const found = messages(change)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(wanted)
})

test('a network that is too small is told before anything is built', () => {
  expect(messages(() => undefined, 3)).toEqual([
    'null: Sources (1), targets (2) and a ground need 4 nodes, and the network has 3: use fewer columns, or take a larger network first.',
  ])
})
