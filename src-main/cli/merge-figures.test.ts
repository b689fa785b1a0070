import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SimulatedMachine } from '../machine/simulated'
import { inlinePool, Sweep, SweepRunner, wholePlan } from '../sweep'
import { smallPlan } from '../sweep/testing/plan'
import { main } from './program'

test('the figures of a sweep are written without a window: vectors, pictures and numbers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desynclab-figures-'))
  try {
    const sweep = new Sweep(
      smallPlan({
        axes: [
          { kind: 'list', path: 'schedule.probability', values: [0.5, 1] },
          { kind: 'list', path: 'rule.alpha', values: [0.01, 0.02] },
        ],
        seeds: { first: 1, count: 4 },
      }),
    )
    const place = join(folder, 'p')
    const makePool = () => inlinePool(sweep, () => new SimulatedMachine())
    await new SweepRunner({
      ...{ folder: place, sweep, shard: wholePlan, makePool, nowMs: () => performance.now() },
    }).run()
    let err = ''
    const output = {
      out: () => undefined,
      err: (text: string) => (err += text),
      columns: null,
      interrupted: () => false,
    }
    const figures = join(folder, 'figures')
    expect(await main(['merge', place, '--figures', figures], output)).toBe(0)
    const names = (await readdir(figures)).sort()
    // Errors, the heat map over both axes, pairs and curves.
    expect(names).toHaveLength(12)
    expect(names.filter((name) => name.includes('over-probability-and-alpha'))).toHaveLength(3)
    const png = await readFile(join(figures, names.find((name) => name.endsWith('.png')) ?? ''))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(await main(['merge', place, '--figures', figures, '--by', 'p'], output)).toBe(2)
    expect(err).toContain('allowed: schedule.probability, rule.alpha')
    // A file where the folder should be is not written over.
    await writeFile(join(folder, 'mine'), 'mine')
    await main(['merge', place, '--figures', join(folder, 'mine')], output)
    expect(await readFile(join(folder, 'mine'), 'utf8')).toBe('mine')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
