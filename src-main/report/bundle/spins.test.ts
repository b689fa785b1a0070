import { runConfigSchema } from '@contract'
import { expect, test } from 'vitest'
import preset from '../../../resources/presets/xy-xor-3x3.json'
import { bundleEntries, openBundle, verifyBundle, zipEntries } from './index'
import { performed, rerun } from './testing'

const config = runConfigSchema.parse({ ...preset.config, stop: { steps: 300 } })

const text = (content: Uint8Array | undefined): string => new TextDecoder().decode(content)

test('no file of a run of spins gives an error in volts', async () => {
  const spread = { median: 0.1, lowerQuartile: 0.1, upperQuartile: 0.2, low: 0.1, high: 0.2 }
  const repeats = {
    failed: 0,
    runs: [{ seed: 1, steps: 300, trainError: 0.1, testError: 0.2, accuracy: null, hash: 'a' }],
    spreads: [{ name: 'train error', kind: 'error' as const, ...spread }],
  }
  const entries = await bundleEntries({ ...(await performed(config)), repeats })
  expect(entries.map(({ name }) => name)).toContain('repeats.csv')
  for (const { name, content } of entries)
    expect([name, /V²|V\^2/.test(text(content))]).toEqual([name, false])
  const [head] = text(entries.find(({ name }) => name === 'repeats.csv')?.content).split('\r\n')
  expect(head).toContain('train error (1),test error (1)')
})

test('a run of spins is recorded with its units and found reproduced', async () => {
  const entries = await bundleEntries(await performed(config))
  const whole = await openBundle(await zipEntries(entries, '2026-01-02T03:04:05.000Z'), 'x.zip')
  expect(await verifyBundle(whole, rerun)).toMatchObject({ verdict: 'reproduced', steps: 300 })
  const file = (name: string) => text(whole.files.get(name))
  expect(file('nodes.csv')).toContain('free phase of example')
  expect(file('nodes.csv').trimEnd().split('\r\n')).toHaveLength(10)
  expect(file('series.csv')).toContain('batch,1,')
  expect(file('series.csv')).not.toContain('V^2')
  expect(file('report.html')).toContain('arXiv:2402.08579')
  expect(file('report.html')).not.toContain('Coupled learning with the clamped')
})
