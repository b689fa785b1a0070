import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from './log'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desynclab-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const now = () => new Date(0)
const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1)

test('lines stand in the order in which they came, with their time', () => {
  const log = openLog(folder, now)
  log('one')
  log('two')
  expect(linesOf('main.log')).toEqual([
    '1970-01-01T00:00:00.000Z one',
    '1970-01-01T00:00:00.000Z two',
  ])
})

test('a log that grew long is put aside, and one former part stays', () => {
  const log = openLog(folder, now)
  for (let i = 0; i < 25; i++) log(`${i} ${'x'.repeat(100_000)}`)
  expect(linesOf('main.log').length + linesOf('main.log.1').length).toBeLessThan(25)
  expect(linesOf('main.log').at(-1)).toMatch(/ 24 x/)
})

test('one that cannot be written fails nobody, and says why once until it can be', () => {
  const told: string[] = []
  const log = openLog(folder, now, (text) => told.push(text))
  const file = join(folder, 'main.log')
  mkdirSync(file)
  log('one')
  log('two')
  expect(told).toEqual([expect.stringMatching(/^The log cannot be written: .*EISDIR.* say: one$/)])
  rmdirSync(file)
  log('three')
  expect(linesOf('main.log')).toEqual(['1970-01-01T00:00:00.000Z three'])
  rmSync(file)
  mkdirSync(file)
  log('four')
  expect(told).toHaveLength(2)
})
