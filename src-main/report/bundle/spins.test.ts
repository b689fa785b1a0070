import { runConfigSchema } from '@contract'
import { expect, test } from 'vitest'
import preset from '../../../resources/presets/xy-xor-3x3.json'
import { bundleEntries, openBundle, verifyBundle, zipEntries } from './index'
import { performed, rerun } from './testing'

const config = runConfigSchema.parse({ ...preset.config, stop: { steps: 300 } })

test('a run of spins is recorded with its units and found reproduced', async () => {
  const entries = await bundleEntries(await performed(config))
  const whole = await openBundle(await zipEntries(entries, '2026-01-02T03:04:05.000Z'), 'x.zip')
  expect(await verifyBundle(whole, rerun)).toMatchObject({ verdict: 'reproduced', steps: 300 })
  const text = (name: string) => new TextDecoder().decode(whole.files.get(name))
  expect(text('nodes.csv')).toContain('free phase of example')
  expect(text('nodes.csv').trimEnd().split('\r\n')).toHaveLength(10)
  expect(text('series.csv')).toContain('batch,1,')
  expect(text('series.csv')).not.toContain('V^2')
  expect(text('report.html')).toContain('arXiv:2402.08579')
  expect(text('report.html')).not.toContain('Coupled learning with the clamped')
})
