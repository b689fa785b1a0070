import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { recordingMegabytes, recordingSchema } from '@contract'
import { readRun } from './read'
import { RunStore } from './store'
import { clean, folder } from './testing/lab'

const program = resolve(import.meta.dirname, '../../../out/main/cli.js')

afterEach(clean)

/** What is on the disk may be so many times what was said before the start, or that part of it. */
const FACTOR = 1.3

it.each([
  ['the default', 'none', {}, 10_000_000],
  ['every 100th step', 'every', { steps: 100 }, 3_000_000],
  ['log-spaced steps', 'logarithmic', { fraction: 0.01 }, 3_000_000],
  ['every step', 'all', {}, 200_000],
] as const)('the cost told before the start is that of a real run: %s', (_, kind, more, steps) => {
  const directory = join(folder(), 'runs')
  const detail = { kind, ...more }
  const settings = Object.entries(detail).flatMap(([key, value]) => [
    '--set',
    `recording.detail.${key}=${value}`,
  ])
  const args = ['run', '--preset', 'allostery-penn16', ...settings, '--steps', String(steps)]
  execFileSync(process.execPath, [program, ...args, '--quiet', '--record', '--store', directory])
  const store = RunStore.read(directory)
  const { config, edges, runTimeMs } = readRun(store.database, store.list()[0].id)
  store.close()
  const size = {
    edges,
    evaluatedSeries: 1,
    evaluateEvery: config.evaluate.every,
    stepsPerSecond: (1000 * steps) / runTimeMs,
  }
  const told = recordingMegabytes(recordingSchema.parse({ detail }), size, steps)
  const written = statSync(join(directory, 'runs.sqlite')).size / 1e6
  process.stdout.write(`${kind}: told ${told.toFixed(2)} MB, written ${written.toFixed(2)} MB\n`)
  expect(written / told).toBeGreaterThan(1 / FACTOR)
  expect(written / told).toBeLessThan(FACTOR)
})
