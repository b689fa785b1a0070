import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { bundleSeries, readBundle, writeReport } from '../report'
import { RunStore, importRun, replayedRun, resumptionOf, stateAt, storedView } from '../run/store'
import { config } from '../run/test/bench'
import { clean, createMachine, folder, hashOf, RecordedLab } from '../run/store/testing/lab'
import { realTime } from '../run/time'
import { bundleInput } from './bundleInput'

const folders: string[] = []
afterEach(() => {
  clean()
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})
const scratch = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'desynclab-import-'))
  folders.push(made)
  return made
}

/** The bundle of a stored run, as archive. */
async function exported(): Promise<{ zip: string; hash: string }> {
  const lab = new RecordedLab(folder())
  await lab.run(config({ name: 'From elsewhere' }), 2000)
  const view = await storedView(lab.store.database, 'run-1', createMachine, realTime)
  const zip = join(scratch(), 'bundle.zip')
  const pdf = { content: null, why: 'it was not asked for.' } as const
  await writeReport(bundleInput(view, '2026-01-02T03:04:05.000Z', pdf), zip)
  await lab.quit()
  return { zip, hash: view.run.result.hash }
}

async function foreign(zip: string) {
  const bundle = await readBundle(zip)
  return { run: bundle.run, series: bundleSeries(bundle), from: 'bundle.zip' }
}

describe('a bundle in the library', () => {
  it('is exported from the store with what the present run would say', async () => {
    const { zip, hash } = await exported()
    const { run, files } = await readBundle(zip)
    expect(run).toMatchObject({ run: 'run-1', result: { steps: 2000, hash } })
    expect(hash).toBe(await hashOf(config(), 2000))
    expect([...files.keys()]).toContain('report.html')
  })

  it('is listed with its result and curve, replays to the same bits, and goes on', async () => {
    const { zip, hash } = await exported()
    const store = RunStore.open(folder(), 'a test')
    const { database } = store
    const { id, known } = await importRun(database, await foreign(zip), createMachine)
    expect([id, known]).toEqual(['run-1', false])
    const [entry] = store.list({})
    expect(entry).toMatchObject({ name: 'From elsewhere', steps: 2000, imported: 'bundle.zip' })
    expect(entry.curve.length).toBeGreaterThan(40)
    const { history, last } = replayedRun(database, id, createMachine)
    const batch = history('batch', 0, null, 100)
    expect([batch.firstStep[0], batch.lastStep.at(-1)]).toEqual([1, 2000])
    expect(batch.expectedUpdates.at(-1)).toBeCloseTo(1000, 6)
    expect(last).toBeNull()
    expect((await stateAt(database, id, 2000, createMachine)).hash).toBe(hash)
    const going = await resumptionOf(database, id, createMachine)
    const machine = createMachine()
    await machine.configure(id, going.config)
    await machine.restore(going.machine)
    expect(machine.hash()).toBe(hash)
    store.close()
  })

  it('is there once, however often it is opened', async () => {
    const { zip } = await exported()
    const store = RunStore.open(folder(), 'a test')
    await importRun(store.database, await foreign(zip), createMachine)
    const again = await importRun(store.database, await foreign(zip), createMachine)
    expect(again).toEqual({ id: 'run-1', known: true })
    const other = await foreign(zip)
    const changed = { ...other, run: { ...other.run, config: { ...other.run.config, seed: 99 } } }
    const stranger = await importRun(store.database, changed, createMachine)
    expect(stranger.known).toBe(false)
    expect(stranger.id).not.toBe('run-1')
    expect(store.list({})).toHaveLength(2)
    store.close()
  })

  it('is refused with the reason where its series are none', async () => {
    const { zip } = await exported()
    const bundle = await readBundle(zip)
    const series = new TextDecoder().decode(bundle.files.get('series.csv'))
    const lines = series.split('\r\n')
    for (const [line, why] of [
      ['batch,V^2,5,6', /line 3.*6 numbers|6 numbers/],
      ['batch,V^2,1,1,1,0,0,0', /do not follow/],
      ['noise,V^2,7,8,1,0,0,0', /names no series/],
      ['batch,V^2,7,8,1,=1+1,0,0', /6 numbers/],
    ] as const) {
      const text = [lines[0], lines[1], line].join('\r\n')
      const files = new Map([...bundle.files, ['series.csv', new TextEncoder().encode(text)]])
      expect(() => bundleSeries({ ...bundle, files })).toThrow(why)
    }
  })

  it('is refused where a byte was changed, and nothing is written', async () => {
    const { zip } = await exported()
    const bytes = readFileSync(zip)
    bytes[Math.floor(bytes.length / 2)] ^= 1
    const broken = join(scratch(), 'broken.zip')
    writeFileSync(broken, bytes)
    await expect(readBundle(broken)).rejects.toThrow(/no bundle that can be trusted/)
  })
})
