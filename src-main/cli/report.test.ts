import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readBundle } from '../report'
import { main } from './program'

const folder = mkdtempSync(join(tmpdir(), 'desynclab-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function desynclab(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await main(argv, {
    out: (text) => (out += `${text}\n`),
    err: (text) => (err += text),
    columns: null,
    interrupted: () => false,
  })
  return { code, out, err }
}

it('writes the bundle of a stored run, which verifies', async () => {
  const store = join(folder, 'store')
  const zip = join(folder, 'bundle.zip')
  await desynclab('run', '--steps', '300', '--quiet', '--record', '--store', store)
  const done = await desynclab('report', 'last', '--store', store, '--out', zip)
  expect(done).toMatchObject({ code: 0, err: '' })
  expect((await readBundle(zip)).run.result.steps).toBe(300)
  expect((await desynclab('verify', zip)).out).toMatch(/^reproduced/)
  const again = await desynclab('report', 'last', '--store', store, '--out', zip)
  expect(again.code).toBe(2)
  expect((await desynclab('report', 'nothing', '--store', store)).code).toBe(2)
})
