import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from './program'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynclab-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs the command line as a user would. */
async function desynclab(argv: string[], interrupted = () => false) {
  const lines: string[] = []
  let err = ''
  const code = await main(argv, {
    out: (text) => lines.push(text),
    err: (text) => (err += text),
    columns: null,
    interrupted,
  })
  return { code, err, out: lines.join('\n') }
}

describe('desynclab run', () => {
  it('prints one line of JSON with what a script needs', async () => {
    const { code, out, err } = await desynclab([
      ...['run', '--preset', 'iris-penn16', '--set', 'schedule.probability=0.25'],
      ...['--seed', '7', '--steps', '300', '--json'],
    ])
    const result = JSON.parse(out)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(result).toMatchObject({
      steps: 300,
      seed: 7,
      preset: 'iris-penn16',
      expectedUpdates: 75,
    })
    expect(result.trainError).toBeGreaterThan(0)
    expect(result.testError).toBeGreaterThan(0)
    expect(result.accuracy).toBeGreaterThan(1 / 3)
    expect(result.stepsPerSecond).toBeGreaterThan(0)
    expect(result.hash).toMatch(/^[0-9a-f]{16}$/)
  })

  it('repeats a run from its record, bit for bit', async () => {
    const first = await desynclab([
      'run',
      '--steps',
      '200',
      '--json',
      '--report',
      join(folder, 'one'),
    ])
    const again = await desynclab(['run', '--config', join(folder, 'one', 'run.json'), '--json'])
    expect(JSON.parse(again.out).hash).toBe(JSON.parse(first.out).hash)
  })

  it('prints a table for people and progress on request', async () => {
    const { out, err } = await desynclab(['run', '--steps', '100', '--progress'])
    expect(out).toMatch(/accuracy +\d+\.\d.% of 120 test examples/)
    expect(err).toContain('100 %')
  })

  it('ends on Ctrl-C with what there is, and code 130', async () => {
    let asked = 0
    const { code, out } = await desynclab(
      ['run', '--steps', '100000000', '--json', '--report', join(folder, 'stopped')],
      () => ++asked > 2,
    )
    expect(code).toBe(130)
    const result = JSON.parse(out)
    expect(result.interrupted).toBe(true)
    expect(result.steps).toBeGreaterThan(0)
    expect(await readdir(join(folder, 'stopped'))).toContain('report.html')
  })

  it('never writes over a folder, and says so before it runs', async () => {
    const taken = join(folder, 'taken.txt')
    await writeFile(taken, 'mine')
    for (const place of [folder, taken]) {
      const { code, out, err } = await desynclab(['run', '--report', place])
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/^desynclab: A report is never written over anything: .* — .* — .*\n$/)
    }
    expect(await readFile(taken, 'utf8')).toBe('mine')
  })

  it.each([
    [['--preset', 'iris'], /there is no preset 'iris' — --preset — .*allowed: .*iris-penn16/],
    [['--set', 'rule.eta'], /'rule\.eta' is not path=value/],
    [['--config', 'missing.json'], /cannot read the file/],
    [['--config', 'a.json', '--preset', 'iris-penn16'], /a preset or from a file/],
    [['--set', 'stop.steps=null'], /this run has no end — stop\.steps — .*--steps N/],
    [['--set', 'batch.size=31'], /batch\.size/],
    [['--bogus'], /unknown option '--bogus' — command line — /],
  ])('refuses %j with one line and code 2', async (options, line) => {
    const { code, out, err } = await desynclab(['run', ...options])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(line)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toMatch(/^desynclab: /)
    expect(err).not.toContain('    at ')
  })

  it('names the field of a configuration file that is wrong', async () => {
    const path = join(folder, 'wrong.json')
    await writeFile(
      path,
      JSON.stringify({ network: { kind: 'penn16', roles: { kind: 'random' } } }),
    )
    const { code, err } = await desynclab(['run', '--config', path])
    expect(code).toBe(2)
    expect(err).toMatch(/^desynclab: task is missing — /)
  })
})

describe('help', () => {
  it('lists every setting with its unit and range', async () => {
    const { out } = await desynclab(['run', '--help-config'])
    expect(out).toContain('schedule.probability')
    expect(out).toContain('number above 0..1')
    expect(out).toContain('With rule.kind=discrete')
  })

  it('shows examples and exit codes, and ends with 0', async () => {
    const { code, out } = await desynclab(['run', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('--set schedule.probability=0.25 --seed 7 --json')
    expect(out).toContain('130  Ctrl-C')
  })

  it('lists the presets', async () => {
    expect((await desynclab(['presets'])).out).toContain('iris-penn16')
    expect(JSON.parse((await desynclab(['presets', '--json'])).out)[0]).toHaveProperty('config')
  })
})

describe('the name of a run', () => {
  it('is not that of the preset when the task is another', async () => {
    const name = async (...more: string[]) => {
      const { out } = await desynclab(['run', '--steps', '10', '--json', ...more])
      return JSON.parse(out).name
    }
    const roles = ['--set', 'network.roles.kind=random']
    expect(await name('--set', 'task.kind=allostery', ...roles)).toBe('allostery on penn16')
    expect(await name('--set', 'task.kind=allostery', '--set', 'name=Mine', ...roles)).toBe('Mine')
    expect(await name()).toBe('Iris on penn16')
  })
})
