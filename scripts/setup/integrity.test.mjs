import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requireIntegrity, requireSha256 } from './integrity.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'integrity-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('lets the pinned bytes pass and refuses a file in which one byte differs', async () => {
  const file = join(folder, 'file')
  const bytes = Buffer.alloc(100_000, 7)
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  writeFileSync(file, bytes)
  await requireIntegrity(file, integrity, 'it')
  bytes[50_000] ^= 1
  writeFileSync(file, bytes)
  await expect(requireIntegrity(file, integrity, 'it')).rejects.toMatchObject({
    id: 'setup/integrity',
  })
})

test('refuses a download whose sha256 is not in the table', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, 'a login page')
  await expect(requireSha256(file, '0'.repeat(64), 'it')).rejects.toMatchObject({
    id: 'setup/integrity',
  })
})
