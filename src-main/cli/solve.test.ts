import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from './program'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desynclab-'))
  await writeFile(file('divider.csv'), 'a,b,conductance\nin,mid,3\nmid,out,1\n')
  await writeFile(file('divider.cir'), 'a divider\nR1 in mid 1k\nR2 mid 0 3k\nV1 in 0 8\n.end\n')
})
afterAll(() => rm(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

/** Runs the command line as a user would. */
async function desynclab(...argv: string[]) {
  const lines: string[] = []
  let err = ''
  const code = await main(argv, {
    out: (text) => lines.push(text),
    err: (text) => (err += text),
    columns: null,
    interrupted: () => false,
  })
  return { code, err, out: lines.join('\n') }
}

test('solve prints voltages, currents and power', async () => {
  const { code, out } = await desynclab(
    ...['solve', file('divider.csv'), '--hold', 'in=4', '--hold', 'out=0', '--json'],
  )
  expect(code).toBe(0)
  const { states } = JSON.parse(out)
  expect(states.free).toEqual({
    voltageV: { in: 4, mid: 3, out: 0 },
    current: [3, 3],
    power: [3, 9],
    totalPower: 12,
    residual: 0,
    condition: 1,
  })
})

test('solve holds what a netlist holds, and clamps in a second state', async () => {
  const args = ['solve', file('divider.cir'), '--clamp', 'mid=5']
  const { states } = JSON.parse((await desynclab(...args, '--json')).out)
  expect(states.free.voltageV.mid).toBeCloseTo(6, 12)
  expect(states.clamped.voltageV).toEqual({ in: 8, mid: 5, 0: 0 })
  expect(states.clamped.current[0]).toBeCloseTo(3e-3, 12)
  const { out } = await desynclab(...args)
  expect(out).toMatch(/mid +6\.0+ +5\.0+/)
  expect(out).toMatch(/clamped: power 0\.01733/)
})

test('a netlist knows no case: its nodes are held by names as they are written there', async () => {
  const netlist = file('case.cir')
  await writeFile(netlist, 'upper case\nR1 IN MID 1k\nR2 MID 0 3k\n.end\n')
  const args = ['solve', netlist, '--hold', 'IN=8', '--json']
  const { out } = await desynclab(...args)
  expect(JSON.parse(out).states.free.voltageV.MID).toBeCloseTo(6, 12)
  const { code, err } = await desynclab(...args, '--hold', 'in=3')
  expect([code, err]).toEqual([2, expect.stringContaining('IN is held twice')])
})

test('a file that cannot be read is named with the reason in words', async () => {
  const missing = await desynclab('solve', file('none.csv'), '--hold', 'a=1')
  expect(missing.err).toContain('there is no such file')
  expect(missing.err).toContain('none.csv')
  const here = await desynclab('solve', '.', '--hold', 'a=1')
  expect(here.err).toContain('it is a folder — . —')
})

test.each([
  [['--hold', 'in'], 'NODE=VOLT'],
  [['--hold', 'in=five'], 'NODE=VOLT'],
  [[], 'No node is held'],
  [['--hold', 'x=1'], 'no node x — Nodes: in, mid, out'],
  [['--hold', 'in=1', '--clamp', 'in=2'], 'in is held twice'],
])('solve with %j ends with 2 and one line', async (options, message) => {
  const { code, err, out } = await desynclab('solve', file('divider.csv'), ...options)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(message)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('solve names nodes that nothing holds', async () => {
  await writeFile(file('two.csv'), 'a,b\nA,B\nC,D\n')
  const { code, err } = await desynclab('solve', file('two.csv'), '--hold', 'A=1')
  expect(code).toBe(2)
  expect(err).toMatch(/No path of edges leads from C, D to a node that is held/)
})

test('a network of more edges than a call may have arguments is printed', async () => {
  const chain = Array.from({ length: 65_000 }, (_, i) => `n${i},n${i + 1},1\nn${i},n${i + 2},1`)
  await writeFile(file('chain.csv'), ['a,b,conductance', ...chain].join('\n'))
  const { code, err, out } = await desynclab('solve', file('chain.csv'), '--hold', 'n0=1')
  expect([code, err]).toEqual([0, ''])
  expect(out.split('\n')).toHaveLength(130_000 + 65_002 + 5)
})

test('solve says when rounding takes the digits of voltages, and refuses when it leaves none', async () => {
  // Two nodes that hang on to the held ones by almost nothing.
  const hanging = (weak: string) => `a,b,conductance\nA,B,${weak}\nB,C,1e7\nC,D,${weak}\n`
  const held = ['--hold', 'A=5', '--hold', 'D=0']
  await writeFile(file('weak.csv'), hanging('1e-6'))
  const weak = await desynclab('solve', file('weak.csv'), ...held)
  expect(weak.code).toBe(0)
  expect(weak.out).toMatch(/ill-conditioned: condition number [12]\.\de\+13, about 13 of 16 digits/)
  await writeFile(file('weaker.csv'), hanging('1e-12'))
  const none = await desynclab('solve', file('weaker.csv'), ...held)
  expect([none.code, none.out]).toEqual([2, ''])
  expect(none.err).toContain('so uneven that rounding leaves nothing of the voltages')
})

test('a file that is not there or not read is one line, with its name', async () => {
  const missing = await desynclab('solve', file('nowhere.csv'))
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('nowhere.csv')])
  await writeFile(file('bad.csv'), 'A,B,1\nB,C,x\n')
  const bad = await desynclab('solve', file('bad.csv'))
  expect(bad.err).toContain('bad.csv, line 2')
})

test('a run takes its network from a file, and its record needs the file no more', async () => {
  await writeFile(file('ring.csv'), 'a,b\nA,B\nB,C\nC,D\nD,E\nE,A\nA,C\nB,D\n')
  const run = ['run', '--network', file('ring.csv'), '--preset', 'allostery-penn16']
  const roles = ['--set', 'network.roles.kind=spread', '--steps', '50', '--json']
  const first = await desynclab(...run, ...roles, '--report', file('report'))
  expect(first.err).toBe('')
  const record = JSON.parse(await readFile(join(file('report'), 'run.json'), 'utf8'))
  expect(record.config.network).toMatchObject({ kind: 'given', nodes: ['A', 'B', 'C', 'D', 'E'] })
  await rm(file('ring.csv'))
  const again = await desynclab('run', '--config', join(file('report'), 'run.json'), '--json')
  expect(JSON.parse(again.out).hash).toBe(JSON.parse(first.out).hash)
})

test('a network goes from a configuration to a file and through every format', async () => {
  const made = await desynclab(
    ...['network', '--set', 'network.kind=planar', '--set', 'network.roles.kind=random'],
    ...['--set', 'network.nodes=20', '--out', file('net.graphml')],
  )
  expect(made.out).toMatch(/net\.graphml: 20 nodes, 45 edges$/)
  const names = ['net.json', 'net.csv', 'net.cir']
  let from = file('net.graphml')
  for (const name of names) {
    expect((await desynclab('network', from, '--out', file(name))).code).toBe(0)
    from = file(name)
  }
  const solve = async (name: string) => {
    const { out } = await desynclab(
      'solve',
      file(name),
      '--hold',
      'n0=5',
      '--hold',
      'n7=0',
      '--json',
    )
    return JSON.parse(out).states.free.voltageV
  }
  const [first, last] = [await solve('net.graphml'), await solve('net.cir')]
  for (const node of Object.keys(first)) expect(last[node]).toBeCloseTo(first[node], 12)
})

test('a network of a file takes no settings, and says so', async () => {
  await writeFile(file('plain.csv'), 'A,B,1\n')
  const { code, err } = await desynclab('network', file('plain.csv'), '--seed', '3')
  expect([code, err]).toEqual([2, expect.stringContaining('from a file or from a configuration')])
})

test('a run learns from a table, and its record needs the file no more', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `${i},${i % 4},${2 * i + (i % 4)}`)
  await writeFile(file('data.csv'), ['x,y,z', ...rows].join('\n'))
  const table = ['run', '--table', file('data.csv'), '--inputs', 'x,y:0..3', '--targets', 'z']
  const rest = ['--set', 'network.roles.kind=random', '--set', 'task.trainExamples=8']
  const report = file('table-report')
  const first = await desynclab(...table, ...rest, '--steps', '200', '--json', '--report', report)
  expect(first.err).toBe('')
  const four = ['--preset', 'regression-penn16', '--steps', '9', '--report', file('four')]
  await desynclab(...table, ...rest, ...four)
  const { config } = JSON.parse(await readFile(file(join('four', 'run.json')), 'utf8'))
  expect(config.batch.size).toBe(4)
  await rm(file('data.csv'))
  const again = await desynclab('run', '--config', join(report, 'run.json'), '--json')
  expect(JSON.parse(again.out).hash).toBe(JSON.parse(first.out).hash)
  expect(JSON.parse(again.out).testError).toBeGreaterThan(0)
})

test.each([
  [['--table', 'x.csv'], 'all three'],
  [['--table', 'x.csv', '--inputs', 'a', '--targets', 'b'], 'cannot read it'],
])('a table given as %j is refused', async (options, message) => {
  const { code, err } = await desynclab('run', ...options)
  expect([code, err]).toEqual([2, expect.stringContaining(message)])
})

test('a run tells what it observed when asked', async () => {
  const run = ['run', '--preset', 'allostery-penn16-discrete', '--steps', '5000', '--observe']
  const synchronous = ['--set', 'schedule.kind=synchronous']
  const { observables, hash } = JSON.parse((await desynclab(...run, ...synchronous, '--json')).out)
  expect(observables.condition).toBeGreaterThan(1)
  expect(observables.displacement.lag.at(-1)).toBe(4096)
  expect(observables.covariance.variance).toHaveLength(16)
  expect(observables.cycle.found.period).toBeGreaterThan(0)
  // All edges update, from the one example: nothing of the next step is drawn.
  expect(observables.nextStep).toMatchObject({ trace: 0, batches: 1 })
  expect(observables.nextStep.mean).toHaveLength(16)
  const { out } = await desynclab(...run, ...synchronous)
  expect(out).toMatch(/cycle +of \d+ steps, from step/)
  expect(out).toMatch(/variance of the next step +0\.000, summed over edges, exact over one batch/)
  const drawn = await desynclab(...run, '--set', 'schedule.kind=poisson', '--json')
  expect(JSON.parse(drawn.out).observables.nextStep.trace).toBeGreaterThan(0)
  const alone = await desynclab(...run.slice(0, -1), ...synchronous, '--json')
  expect(JSON.parse(alone.out).hash).toBe(hash)
})

test('a network of another kind needs no roles to be written', async () => {
  const { code, out } = await desynclab('network', '--set', 'network.kind=triangular')
  expect(code).toBe(0)
  expect(out).toMatch(/^\d+ nodes, \d+ edges$/)
  const wrong = await desynclab('run', '--set', 'network.kind=triangular', '--steps', '10')
  expect(wrong.code).toBe(2)
  expect(wrong.err).toContain('network.roles.kind = spread or random')
})
