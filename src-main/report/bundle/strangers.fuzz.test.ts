import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Draw, fuzzSeed } from '../../../src-preload/contract/testing/draw'
import { garbled, garbledBytes } from '../../../src-preload/contract/testing/garbled'
import { Tally } from '../../../src-preload/contract/testing/told'
import { importRun, RunStore } from '../../run/store'
import { createMachine } from '../../run/store/testing/lab'
import { checksumEntry } from './checksums'
import { textEntry, type Entry } from './entry'
import {
  bundleEntries,
  bundleSeries,
  openBundle,
  readBundle,
  zipEntries,
  type Bundle,
} from './index'
import { allostery, performed } from './testing'

const long = import.meta.env.MODE === 'full'
const each = long ? 5000 : 80
const seed = fuzzSeed(process.env['DESYNCLAB_SEED'], long, Date.now())
const written = '2026-01-02T03:04:05.000Z'
let folder = ''
let entries: Entry[] = []
let store: RunStore
const tallies: Tally[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desynclab-strangers-'))
  entries = (await bundleEntries(await performed({ ...allostery, stop: { steps: 300 } }))).filter(
    // The page is large and nobody reads it back.
    ({ name }) => name !== 'report.html' && !name.startsWith('checksums'),
  )
  store = RunStore.open(join(folder, 'store'), 'a test')
}, 60_000)
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true })
  for (const { text } of tallies) console.log(text)
  console.log(`DESYNCLAB_SEED=${seed}`)
})

/** Every file and folder below one, with the sizes of files: what was there stays as it was. */
function tree(at: string, name = ''): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name)
    const own = `${name}/${entry.name} ${entry.isFile() ? lstatSync(path).size : ''}`
    return entry.isDirectory() ? [own, ...tree(path, `${name}/${entry.name}`)] : [own]
  })
}

async function taken(bundle: Bundle, from: string): Promise<void> {
  await importRun(
    store.database,
    { run: bundle.run, series: bundleSeries(bundle), from },
    createMachine,
  )
}

test(`${each} broken archives come into the library or are refused, and nothing else is written`, async () => {
  const tally = new Tally('bundle.zip', seed)
  tallies.push(tally)
  const draw = new Draw(seed)
  const whole = await zipEntries([...entries, checksumEntry(entries)], written)
  await tally.of(-1, async () => taken(await openBundle(whole, 'mine.zip'), 'mine.zip'))
  expect(tally.refused.size).toBe(0)
  for (let n = 0; n < each; n++) {
    const bytes = garbledBytes(whole, draw)
    await tally.of(n, async () => taken(await openBundle(bytes, 'b.zip'), 'b.zip'))
  }
  expect(tally.refused.size).toBeGreaterThan(0)
})

test(`${each} bundles whose checksums vouch for broken files are taken or refused`, async () => {
  const tally = new Tally('bundle, vouched', seed)
  tallies.push(tally)
  const draw = new Draw(seed + 1)
  const decoder = new TextDecoder()
  for (let n = 0; n < each; n++) {
    const name = draw.pick(['run.json', 'run.json', 'series.csv', 'checksums'])
    const changed = entries.map((entry) =>
      entry.name === name
        ? textEntry(name, entry.mediaType, '', garbled(decoder.decode(entry.content), draw))
        : entry,
    )
    const sums = checksumEntry(changed)
    const said =
      name === 'checksums'
        ? textEntry(sums.name, 'text/plain', '', garbled(decoder.decode(sums.content), draw))
        : sums
    const archive = await zipEntries([...changed, said], written)
    await tally.of(n, async () => taken(await openBundle(archive, 'b.zip'), 'b.zip'))
  }
  expect(tally.refused.size).toBeGreaterThan(0)
  expect('polluted' in {}).toBe(false)
})

test('names that lead outside, links and special files bring nothing in and write nothing out', async () => {
  const tally = new Tally('hostile bundle', seed)
  tallies.push(tally)
  const outside = join(folder, 'outside')
  mkdirSync(outside)
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  const before = tree(outside)
  const names = [
    '../x',
    '../../outside/x',
    '/tmp/x',
    'a/../../x',
    '..\\x',
    'C:\\x',
    'run.json/../x',
    '.hidden',
    'CON',
    'a\u0000b',
    '‮gnp.exe',
  ]
  for (const [n, name] of names.entries())
    await tally.of(n, () => openBundle(zipSync({ [name]: strToU8('x') }), 'x.zip'))
  const bundle = join(folder, 'linked')
  mkdirSync(bundle)
  for (const { name, content } of [...entries, checksumEntry(entries)])
    if (name !== 'run.json') writeFileSync(join(bundle, name), content)
  symlinkSync(join(outside, 'secret.txt'), join(bundle, 'run.json'))
  symlinkSync('/dev/zero', join(bundle, 'zero'))
  await tally.of(101, () => readBundle(bundle))
  await tally.of(102, () => readBundle('/dev/zero'))
  await tally.of(103, () => readBundle(join(folder, 'none.zip')))
  await tally.of(104, () => readBundle(join(bundle, 'zero')))
  symlinkSync(join(folder, 'round'), join(folder, 'round'))
  await tally.of(105, () => readBundle(join(folder, 'round')))
  expect(tally.accepted).toBe(0)
  expect(tree(outside)).toEqual(before)
  expect(readdirSync(folder).sort()).toEqual(['linked', 'outside', 'round', 'store'])
})
