import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemPython } from '../../board/testing/foreign/python'
import { writeReport } from '../index'
import { python } from './guide'
import { allostery, performed } from './testing'

test('the eight lines of a bundle’s README load it with the system’s Python and pandas', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desynclab-python-'))
  try {
    const bundle = join(folder, 'bundle')
    const input = await performed(allostery)
    await writeReport(input, bundle)
    expect(python).toHaveLength(8)
    expect(readFileSync(join(bundle, 'README.md'), 'utf8')).toContain(python.join('\n'))
    const said = execFileSync(systemPython, ['-c', python.join('\n')], {
      cwd: bundle,
      encoding: 'utf8',
    })
    const [first, header, ...rows] = said.trim().split('\n')
    expect(first).toBe(`${input.run.result.hash} 16 edges`)
    expect(header).toContain('last step (1)')
    expect(rows).toHaveLength(5)
    expect(Number(rows[4].trim().split(/\s+/)[1])).toBe(3000)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
