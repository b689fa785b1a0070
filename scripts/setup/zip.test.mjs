import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unzip } from './zip.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/**
 * Writes an archive as Unix tools write it; checksums are left out, which the reader does not use.
 * @param {{ name: string, text?: string, mode?: number, stored?: boolean }[]} files
 */
function archiveOf(files) {
  /** @type {Buffer[]} */
  const bodies = []
  /** @type {Buffer[]} */
  const directory = []
  let offset = 0
  for (const { name, text = '', mode = 0o100644, stored = false } of files) {
    const title = Buffer.from(name)
    const data = stored ? Buffer.from(text) : deflateRawSync(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt8(3, 5)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(text.length, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(mode * 0x10000, 38)
    entry.writeUInt32LE(offset, 42)
    bodies.push(local, title, data)
    directory.push(entry, title)
    offset += local.length + title.length + data.length
  }
  const end = Buffer.alloc(22)
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  const file = join(folder, 'archive.zip')
  writeFileSync(file, Buffer.concat([...bodies, ...directory, end]))
  return file
}

/** @param {Parameters<typeof archiveOf>[0]} files @param {(name: string) => string | undefined} [place] */
async function unpack(files, place) {
  const out = mkdtempSync(join(folder, 'out-'))
  await unzip(archiveOf(files), out, place)
  return out
}

test('unpacks deflated and stored files with their modes', async () => {
  const out = await unpack([
    { name: 'a/', mode: 0o40755, stored: true },
    { name: 'a/run', text: 'x'.repeat(5000), mode: 0o100755 },
    { name: 'b.txt', text: 'plain', stored: true },
    { name: 'empty', text: '', stored: true },
  ])
  expect(readFileSync(join(out, 'a/run'), 'utf8')).toBe('x'.repeat(5000))
  expect(statSync(join(out, 'a/run')).mode & 0o111).toBe(0o111)
  expect(readFileSync(join(out, 'b.txt'), 'utf8')).toBe('plain')
  expect(readFileSync(join(out, 'empty'), 'utf8')).toBe('')
})

test('makes symbolic links', async () => {
  const out = await unpack([
    { name: 'current', text: 'versions/A', mode: 0o120777 },
    { name: 'versions/A/file', text: 'here' },
  ])
  expect(readlinkSync(join(out, 'current'))).toBe('versions/A')
  expect(readFileSync(join(out, 'current/file'), 'utf8')).toBe('here')
})

test.each(['../evil', 'a/../../evil', '/evil', 'a\\..\\..\\evil'])(
  'refuses the name %s, which points outside',
  async (name) => {
    await expect(unpack([{ name, text: 'x' }])).rejects.toThrow('points outside')
    expect(readdirSync(folder)).not.toContain('evil')
  },
)

test.each(['/etc', '../..'])('refuses a link to %s', async (text) => {
  await expect(unpack([{ name: 'link', text, mode: 0o120777 }])).rejects.toThrow('points outside')
})

test('never writes through a link of the same archive', async () => {
  const files = [
    { name: 'link', text: 'inner', mode: 0o120777 },
    { name: 'link/file', text: 'x' },
  ]
  await expect(unpack(files)).rejects.toThrow('EEXIST')
})

test('places and leaves out entries as it is told', async () => {
  const files = [
    { name: 'App/keep', text: '1' },
    { name: 'App/resources/app/drop', text: '2' },
  ]
  const out = await unpack(files, (name) =>
    name.includes('/app/') ? undefined : name.replace('App/', ''),
  )
  expect(readdirSync(out)).toEqual(['keep'])
})

test('says that a cut archive is cut', async () => {
  const file = archiveOf([{ name: 'a', text: 'abc' }])
  writeFileSync(file, readFileSync(file).subarray(0, 40))
  await expect(unzip(file, folder)).rejects.toThrow('its end is missing')
})
