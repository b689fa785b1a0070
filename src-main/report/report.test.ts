import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runConfigSchema, runFileSchema, type RunConfigInput, type SeriesName } from '@contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleInput } from '../engine/bundleInput'
import { SimulatedMachine } from '../machine/simulated'
import { Run } from '../run/run'
import { realTime } from '../run/time'
import { seriesCsv, textCell } from './csv'
import { html, raw } from './html'
import { writeReport, type BundleInput } from './index'
import { parameterRows } from './parameters'

const hostile = `<script>alert("x")</script>'&`

const allostery: RunConfigInput = {
  name: hostile,
  network: { kind: 'penn16', roles: { kind: 'random' } },
  task: { kind: 'allostery', targets: { kind: 'random' } },
  rule: { kind: 'discrete' },
  schedule: { kind: 'bernoulli', probability: 0.5 },
  stop: { steps: 300 },
  evaluate: { every: 10 },
  adjustments: [{ step: 100, change: { kind: 'set', path: 'schedule.probability', value: 0.25 } }],
}

const iris: RunConfigInput = {
  name: 'Iris',
  network: {
    kind: 'penn16',
    roles: {
      kind: 'given',
      sources: ['B', 'E', 'H', 'D'],
      grounds: ['I'],
      targets: ['A', 'C', 'G'],
    },
  },
  task: { kind: 'iris' },
  rule: { kind: 'ideal' },
  schedule: { kind: 'sweep' },
  stop: { steps: 200 },
}

/** A real run of so many steps, as a report takes it. */
async function perform(given: RunConfigInput): Promise<BundleInput> {
  const config = runConfigSchema.parse(given)
  const machine = new SimulatedMachine()
  const description = await machine.configure('test-run', config)
  const listener = { adjusted: () => undefined, problem: () => undefined }
  const run = new Run('test-run', config, config, machine, description, realTime, listener)
  await run.advance({ steps: Infinity, expired: () => false })
  const versions = { desynclab: '0', node: '20', electron: null, platform: 'test' }
  const report = {
    run: run.record(versions),
    description,
    frame: run.still({ merged: 0 }),
    history: (series: SeriesName, buckets: number) => run.history(series, 0, null, buckets),
  }
  return bundleInput(report, '2026-01-02T03:04:05.000Z', { content: null, why: 'a test.' })
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynclab-report-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a report', () => {
  it('is written whole: the page, the series and the record', async () => {
    const input = await perform(iris)
    const { files } = await writeReport(input, join(folder, 'deep', 'iris'))
    expect(files).toEqual([
      'README.md',
      'report.html',
      'run.json',
      'series.csv',
      'series.parquet',
      'edges.csv',
      'nodes.csv',
      'events.jsonl',
      'network.json',
      'examples.csv',
      'ro-crate-metadata.json',
      'checksums.sha256',
    ])
    const page = await readFile(join(folder, 'deep', 'iris', 'report.html'), 'utf8')
    for (const text of [
      input.run.result.hash,
      'npx desynclab run --config run.json',
      'after Wycoff et al. (2022)',
      'Our choices',
      'expected (triangular)',
      'versicolor',
      'rule.alpha',
    ]) {
      expect(page).toContain(text)
    }
    expect(page.match(/<svg/g)).toHaveLength(8)
    expect(page).not.toContain('NaN')
    expect(page).not.toContain('undefined')
  })

  it('fetches nothing and runs nothing', async () => {
    const directory = join(folder, 'closed')
    await writeReport(await perform(iris), directory)
    const page = await readFile(join(directory, 'report.html'), 'utf8')
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;')
    expect(page).not.toMatch(/<script|<link|<iframe|\bsrc=|url\(\s*['"]?(?!#)/i)
    const addresses = page.match(/https?:\/\/[^"'\s<]+/g) ?? []
    expect(new Set(addresses)).toEqual(
      new Set(['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink']),
    )
  })

  it('escapes what came from outside', async () => {
    const input = await perform(allostery)
    const nodes = input.description.nodes.map((node) => ({ ...node, name: hostile }))
    const problem = { id: 'x', severity: 'warning' as const, message: hostile, where: hostile }
    await writeReport(
      {
        ...input,
        description: { ...input.description, nodes, outputs: [hostile, hostile] },
        run: { ...input.run, problems: [problem] },
      },
      join(folder, 'hostile'),
    )
    const page = await readFile(join(folder, 'hostile', 'report.html'), 'utf8')
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('<script>')
  })

  it('tells the adjustments and counts intervals by the schedule that holds', async () => {
    const input = await perform(allostery)
    await writeReport(input, join(folder, 'adjusted'))
    const page = await readFile(join(folder, 'adjusted', 'report.html'), 'utf8')
    expect(page).toContain('schedule.probability = 0.25')
    expect(page).toContain('Counted after step 100')
    expect([...input.frame.timing.updateProbability]).toEqual(Array(16).fill(0.25))
    expect(page).toContain('p = 0.25')
  })

  it('goes into an empty folder, never into one with something in it', async () => {
    const input = await perform(iris)
    const empty = join(folder, 'empty')
    await mkdir(empty)
    await writeReport(input, empty)
    await expect(writeReport(input, empty)).rejects.toMatchObject({
      problem: { id: 'report-folder-taken' },
    })
    const file = join(folder, 'file')
    await writeFile(file, '')
    await expect(writeReport(input, file)).rejects.toMatchObject({
      problem: { id: 'report-folder-taken' },
    })
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('has a record that reads back as it was', async () => {
    const input = await perform(allostery)
    await writeReport(input, join(folder, 'record'))
    const text = await readFile(join(folder, 'record', 'run.json'), 'utf8')
    const { topology, ...read } = runFileSchema.parse(JSON.parse(text))
    expect(read).toEqual(input.run)
    expect(topology).toMatch(/^[0-9a-f]{64}$/)
  })

  it('names every parameter with a meaning', async () => {
    const rows = [iris, allostery].flatMap((one) => parameterRows(runConfigSchema.parse(one)))
    for (const { path, meaning } of rows) expect(meaning, path).not.toBe('')
  })
})

describe('series.csv', () => {
  it('starts with a byte order mark and has a unit in every row', async () => {
    const csv = seriesCsv(await perform(iris))
    expect(csv.startsWith('\ufeffseries,unit,first step (1),last step (1),')).toBe(true)
    const rows = csv.trimEnd().split('\r\n').slice(1)
    expect(rows.filter((row) => row.startsWith('batch,V^2,'))).toHaveLength(200)
    expect(rows.filter((row) => row.startsWith('testAccuracy,1,'))).toHaveLength(3)
    for (const row of rows) expect(row.split(',')).toHaveLength(8)
  })

  it('escapes text that a spreadsheet would run, and leaves numbers alone', () => {
    expect(['=1+1', '+a', '-a', '@a', 'a,b', 'a"b'].map(textCell)).toEqual([
      "'=1+1",
      "'+a",
      "'-a",
      "'@a",
      '"a,b"',
      '"a""b"',
    ])
    const column = Float64Array.of(-1)
    const history: BundleInput['history'] = (series) => ({
      run: 'r',
      series,
      firstStep: column,
      lastStep: column,
      expectedUpdates: column,
      runTimeMs: column,
      min: column,
      max: column,
      mean: column,
      range: { firstStep: 0, lastStep: 0 },
    })
    expect(seriesCsv({ history, description: {} })).toContain('batch,V^2,-1,-1,-1,-1,-1,-1')
  })
})

describe('html', () => {
  it('escapes every value but markup', () => {
    expect(html`<p title="${'"'}">${'<b>'}${raw('<i>')}${[html`${'&'}`]}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;</p>',
    )
  })
})
