import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SweepPlanInput } from '@contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Sweep } from '../plan/sweep'
import { Scan, rowsByIndex } from '../store/scan'
import { desynclab, planFile } from '../testing/program'
import { basePlan } from '../testing/plan'
import { Cluster } from './testing/cluster'

/** 200 runs of some 10 ms: two probabilities, continuous and by levels, of 50 seeds. */
const input: SweepPlanInput = {
  ...basePlan,
  name: 'Two hundred runs',
  axes: [
    { kind: 'list', path: 'schedule.probability', values: [0.25, 1] },
    { kind: 'list', path: 'rule.kind', values: ['ideal', 'discrete'] },
  ],
  seeds: { count: 50 },
  stop: { kind: 'updates', perEdge: 500 },
}

const cluster = new Cluster()
const folder = mkdtempSync(join(tmpdir(), 'desynclab-slurm-runs-'))
beforeAll(() => cluster.start(), 120_000)
afterAll(async () => {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

function resultsIn(out: string, sweep: Sweep): string[] {
  return [...rowsByIndex(new Scan(out, sweep)).values()]
    .sort((a, b) => a.index - b.index)
    .map((row) =>
      JSON.stringify(row.state === 'finished' ? { ...row.result, seconds: 0 } : row.problem),
    )
}

test('200 runs through Slurm are those of the local pool to the bit, also after a task is lost', async () => {
  const { path, plan } = planFile(folder, input)
  const sweep = new Sweep(plan)
  const [local, far] = [join(folder, 'local'), join(folder, 'far')]
  expect(desynclab(['sweep', path, '--out', local]).code).toBe(0)

  const submit = ['slurm', path, '--out', far, '--tasks', '8', '--submit', '--json']
  const options = ['--', '--time=10', '--comment=passed through']
  const first = desynclab([...submit, ...options], cluster.env)
  expect(first.err).toBe('')
  expect(JSON.parse(first.out)).toMatchObject({ total: 200, missing: 200, tasks: 8 })
  const { job } = JSON.parse(first.out) as { job: string }
  const told = cluster.ask('scontrol', ['show', 'job', job])
  expect(told).toContain('Comment=passed through')
  expect(told).toContain('TimeLimit=00:10:00')
  await cluster.drained()
  expect(resultsIn(far, sweep), cluster.logs()).toEqual(resultsIn(local, sweep))

  // A node's disk is gone, and with it what two of the tasks wrote.
  const results = join(far, 'results')
  for (const name of readdirSync(results).filter((one) => /^[36]-of-8-/.test(one)))
    unlinkSync(join(results, name))
  const again = desynclab(submit, cluster.env)
  expect(JSON.parse(again.out)).toMatchObject({ missing: 50, tasks: 2 })
  expect(readFileSync(join(far, 'slurm', 'job.sh'), 'utf8')).toContain('--array=3,6\n')
  await cluster.drained()
  expect(resultsIn(far, sweep)).toEqual(resultsIn(local, sweep))
  const merged = desynclab(['merge', local, far, '--json'])
  expect(JSON.parse(merged.out)).toMatchObject({ total: 200, finished: 200, missing: 0 })
  const nothing = desynclab(submit, cluster.env)
  expect(JSON.parse(nothing.out)).toMatchObject({ missing: 0, job: null })
})

test('what Slurm refuses is said in its words, and the script is kept', () => {
  const { path } = planFile(folder, { ...input, seeds: { count: 1 } })
  const args = ['slurm', path, '--out', join(folder, 'refused'), '--submit']
  const { code, err } = desynclab([...args, '--', '--partition=none'], cluster.env)
  expect([code, err]).toEqual([2, expect.stringMatching(/invalid partition.*kept: The job script/)])
  const away = desynclab(args, { ...process.env, PATH: '/nowhere' })
  expect([away.code, away.err]).toEqual([2, expect.stringMatching(/sbatch cannot be started/)])
})
