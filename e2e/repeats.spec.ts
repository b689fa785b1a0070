import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
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

test('a report of repeats has their medians with intervals, every seed, and proves its own run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-repeats-'))
  const report = join(folder, 'bundle')
  try {
    const text = desynclab('run', '--seed', '11', '--repeats', '5', '--json', '--report', report)
    const { runs, trainError } = JSON.parse(text)
    const [head, ...rows] = readFileSync(join(report, 'repeats.csv'), 'utf8').trim().split('\r\n')
    expect(head).toContain('train error (V^2)')
    expect(rows.map((row) => row.split(',')[0])).toEqual(['11', '12', '13', '14', '15'])
    expect(rows.map((row) => row.split(',').at(-1))).toEqual(
      runs.map(({ hash }: { hash: string }) => hash),
    )
    const errors = rows.map((row) => Number(row.split(',')[2])).sort((a, b) => a - b)
    expect(errors[2]).toBe(trainError.median)
    expect(readFileSync(join(report, 'report.html'), 'utf8')).toContain('Over 5 seeds')
    const pdf = readFileSync(join(report, 'report.pdf'))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.subarray(-6).toString().trim()).toBe('%%EOF')
    expect(desynclab('verify', report)).toContain(`reproduced: ${runs[0].steps} steps`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
