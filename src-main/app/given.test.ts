import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ app: {} }))
const { filesAmong, GivenFiles } = await import('./given')

const folder = mkdtempSync(join(tmpdir(), 'desynclab-given-'))
const run = join(folder, 'run.json')
writeFileSync(run, '{}')
afterAll(() => rmSync(folder, { recursive: true }))

test('the files among the arguments are found, by their place in the folder of the start', () => {
  const args = ['/opt/Desynclab/desynclab', '--no-sandbox', 'run.json', 'missing.json']
  expect(filesAmong(args, folder, null)).toEqual([run])
  expect(filesAmong(['electron', folder, run], '/', folder)).toEqual([run])
})

test('a switch is no file, nor is what belongs to it', () => {
  expect(filesAmong(['electron', '-r', run, '--user-data-dir=run.json'], folder, null)).toEqual([])
})

test('files wait for the window in their order', () => {
  const given = new GivenFiles()
  let told = 0
  given.onGiven = () => told++
  given.give([])
  given.give(['a', 'b'])
  expect([told, given.take(), given.take(), given.take()]).toEqual([1, 'a', 'b', null])
})
