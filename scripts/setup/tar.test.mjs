import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { extractFromTarball } from './tar.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tar-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** @param {[string, Buffer][]} files */
function tarball(files) {
  const blocks = files.flatMap(([name, data]) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(`${data.length.toString(8).padStart(11, '0')} `, 124)
    const padding = Buffer.alloc((512 - (data.length % 512)) % 512)
    return [header, data, padding]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}

test('takes one file out, whatever stands before and after it', async () => {
  const big = Buffer.alloc(300_001, 'abc')
  const archive = join(folder, 'a.tgz')
  const files = /** @type {[string, Buffer][]} */ ([
    ['package/package.json', Buffer.from('{}')],
    ['package/big', big],
    ['package/last', Buffer.alloc(70_000, 'z')],
  ])
  writeFileSync(archive, tarball(files))
  await extractFromTarball(archive, 'package/big', join(folder, 'big'))
  expect(readFileSync(join(folder, 'big')).equals(big)).toBe(true)
})

test('says when the file is not in it', async () => {
  const archive = join(folder, 'a.tgz')
  writeFileSync(archive, tarball([['package/a', Buffer.from('1')]]))
  await expect(extractFromTarball(archive, 'package/b', join(folder, 'b'))).rejects.toThrow(
    'no complete package/b',
  )
})
