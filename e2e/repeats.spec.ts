import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const bin = resolve(import.meta.dirname, '../src-main/cli/bin.mjs')
const desynclab = (...argv: string[]): string =>
  execFileSync(process.execPath, [bin, ...argv], { encoding: 'utf8' }).trim()

test('repeats on all cores have the bits of single runs, in the order of their seeds', () => {
  const many = JSON.parse(desynclab('run', '--seed', '11', '--repeats', '3', '--json'))
  expect(many).toMatchObject({ repeats: 3, failed: 0, firstSeed: 11 })
  for (const run of many.runs) {
    const one = JSON.parse(desynclab('run', '--seed', String(run.seed), '--json', '--quiet'))
    expect(run.hash).toBe(one.hash)
    expect(run.testError).toBe(one.testError)
  }
  expect(many.runs.map(({ seed }: { seed: number }) => seed)).toEqual([11, 12, 13])
})
