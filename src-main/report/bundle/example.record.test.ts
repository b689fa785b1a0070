import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { runConfigSchema } from '@contract'
import spins from '../../../resources/presets/xy-xor-3x3.json'
import { systemPython } from '../../board/testing/foreign/python'
import { writeReport } from '../index'
import { allostery, performed } from './testing'

const script = resolve(import.meta.dirname, '../../../examples/bundle_pandas.py')

test.each([
  ['a network', allostery, 'V^2', 16],
  ['spins', runConfigSchema.parse({ ...spins.config, stop: { steps: 100 } }), '1', 12],
])('the example for pandas finds in a bundle of %s what its run came to', async (...of) => {
  const [, config, unit, edges] = of
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-example-'))
  try {
    const input = await performed(config)
    await writeReport(input, join(folder, 'bundle'))
    const said = execFileSync(systemPython, [script, join(folder, 'bundle')], { encoding: 'utf8' })
    const { result } = input.run
    expect(JSON.parse(said)).toMatchObject({ steps: result.steps, hash: result.hash, edges })
    expect(JSON.parse(said)).toHaveProperty([`last error (${unit})`], result.trainError)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
