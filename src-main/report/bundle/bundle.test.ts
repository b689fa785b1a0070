import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksumEntry } from './checksums'
import type { Entry } from './entry'
import { bundleEntries, openBundle, readBundle, zipEntries } from './index'
import { allostery, performed } from './testing'
import { writeReport } from '../index'

let folder = ''
let entries: Entry[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynclab-bundle-'))
  entries = await bundleEntries(await performed(allostery))
  // The charts of the page are loaded here: seconds on a busy computer.
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

/** The bundle as an archive, with one file changed, and checksums that vouch for the change or not. */
async function archive(name: string, content: Uint8Array, vouch: boolean): Promise<Uint8Array> {
  const changed = entries.map((entry) => (entry.name === name ? { ...entry, content } : entry))
  const whole = vouch ? [...changed.slice(0, -1), checksumEntry(changed.slice(0, -1))] : changed
  return zipEntries(whole, '2026-01-02T03:04:05.000Z')
}

test('a bundle reads back as it was, from a folder and from an archive', async () => {
  const input = await performed(allostery)
  await writeReport(input, join(folder, 'whole'))
  await writeReport(input, join(folder, 'whole.zip'))
  for (const path of ['whole', 'whole.zip']) {
    const { run, files } = await readBundle(join(folder, path))
    expect(run.result).toEqual(input.run.result)
    expect(files.size).toBe(entries.length - 1)
  }
  await expect(writeReport(input, join(folder, 'whole.zip'))).rejects.toMatchObject({
    problem: { id: 'report-folder-taken' },
  })
})

test('a changed file is refused by its checksum, and a missing one by its name', async () => {
  const csv = await archive('series.csv', strToU8('series\r\n'), false)
  await expect(openBundle(csv, 'x.zip')).rejects.toMatchObject({
    problem: { id: 'bundle-damaged', where: 'series.csv' },
  })
  const without = entries.filter(({ name }) => name !== 'edges.csv')
  const zipped = await zipEntries(without, '2026-01-02T03:04:05.000Z')
  await expect(openBundle(zipped, 'x.zip')).rejects.toThrow('edges.csv is missing')
})

test('a run.json of a later version and one that is wrong are refused with the reason', async () => {
  const later = strToU8('{"format":"desynclab-run-9"}')
  await expect(openBundle(await archive('run.json', later, true), 'x')).rejects.toMatchObject({
    problem: { id: 'bundle-newer' },
  })
  const wrong = strToU8('{"format":"desynclab-run-1","run":7}')
  await expect(openBundle(await archive('run.json', wrong, true), 'x')).rejects.toMatchObject({
    problem: { id: 'bundle-damaged', where: 'run.json run' },
  })
})

test.each(['../evil.txt', '/etc/passwd', 'a/b.csv', '..\\evil', 'C:evil', '<script>.csv', ''])(
  'a file named %j makes an archive no bundle',
  async (name) => {
    await expect(openBundle(zipSync({ [name]: strToU8('x') }), 'x.zip')).rejects.toMatchObject({
      problem: { id: 'bundle-damaged', kept: 'Nothing was written or changed.' },
    })
  },
)

/** An archive of one file of 100 kB that says in both its headers that it has so many bytes. */
function claiming(bytes: number): Uint8Array {
  const archive = Buffer.from(zipSync({ 'series.csv': new Uint8Array(100_000) }))
  archive.writeUInt32LE(bytes, 22)
  archive.writeUInt32LE(bytes, archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  return archive
}

test('an archive that would fill a disk is refused before it is unpacked', async () => {
  await expect(openBundle(claiming(300_000_000), 'x.zip')).rejects.toMatchObject({
    problem: { id: 'bundle-too-large' },
  })
  // One that lies unpacks to no more than it said.
  await expect(openBundle(claiming(10), 'x.zip')).rejects.toMatchObject({
    problem: { id: 'bundle-damaged' },
  })
  const many = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, strToU8('x')]))
  await expect(openBundle(zipSync(many), 'x.zip')).rejects.toMatchObject({
    problem: { id: 'bundle-too-large' },
  })
})

test('what is no archive, or a cut one, is refused', async () => {
  const whole = await zipEntries(entries, '2026-01-02T03:04:05.000Z')
  for (const bytes of [
    new Uint8Array(0),
    strToU8('PK no'),
    whole.subarray(0, whole.length - 40),
    whole.subarray(100),
  ])
    await expect(openBundle(bytes, 'x.zip')).rejects.toMatchObject({
      problem: { id: expect.stringMatching(/^bundle-(damaged|too-large)$/) },
    })
})

test('the checksums are those of sha256sum, and the crate knows every file', async () => {
  const { execFileSync } = await import('node:child_process')
  await writeReport(await performed(allostery), join(folder, 'sums'))
  const said = execFileSync('sha256sum', ['-c', 'checksums.sha256'], { cwd: join(folder, 'sums') })
  expect(
    said
      .toString()
      .trim()
      .split('\n')
      .every((line) => line.endsWith(': OK')),
  ).toBe(true)
  const broken = join(folder, 'sums', 'edges.csv')
  await writeFile(broken, `${await readFile(broken, 'utf8')} `)
  await expect(readBundle(join(folder, 'sums'))).rejects.toMatchObject({
    problem: { id: 'bundle-damaged', where: 'edges.csv' },
  })
})
