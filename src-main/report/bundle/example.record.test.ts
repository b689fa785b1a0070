import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { systemPython } from '../../board/testing/foreign/python'
import { writeReport } from '../index'
import { allostery, performed } from './testing'

const script = resolve(import.meta.dirname, '../../../examples/bundle_pandas.py')

test('the example for pandas finds in a bundle what its run came to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-example-'))
  try {
    const input = await performed(allostery)
    await writeReport(input, join(folder, 'bundle'))
    const said = execFileSync(systemPython, [script, join(folder, 'bundle')], { encoding: 'utf8' })
    const { result } = input.run
    expect(JSON.parse(said)).toMatchObject({ steps: 3000, hash: result.hash, edges: 16 })
    expect(JSON.parse(said)).toHaveProperty(['last error (V^2)'], result.trainError)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
