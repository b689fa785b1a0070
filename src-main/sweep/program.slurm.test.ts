import { mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resultFiles } from './store/rows'
import { desynclab, planFile, startDesynclab } from './testing/program'
import { basePlan } from './testing/plan'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desynclab-program-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Answer {
  total: number
  finished: number
  failed: number
  done: number
  interrupted: boolean
}

const answer = (text: string): Answer => JSON.parse(text) as Answer

test('a run that cannot be done is explained and stops no other; the exit code says so', () => {
  const { path } = planFile(folder, {
    ...basePlan,
    axes: [{ kind: 'list', path: 'batch.size', values: [1, 999] }],
    seeds: { count: 2 },
  })
  const guess = desynclab(['sweep', path, '--estimate'])
  expect(guess.out).toMatch(/4: 2 cells, 2 seeds each[^]*cannot be done: 999: .*batch/)
  const { code, out, err } = desynclab(['sweep', path, '--json'])
  expect([code, answer(out)]).toMatchObject([1, { total: 4, finished: 2, failed: 2, done: 4 }])
  expect(err).toMatch(/run 1, seed 1: desynclab: .*999/)
  // What failed is not tried again, unless asked for.
  expect(answer(desynclab(['sweep', path, '--json']).out).done).toBe(0)
  expect(answer(desynclab(['sweep', path, '--json', '--retry-failed']).out).done).toBe(2)
})

test('Ctrl-C ends a sweep with code 130, and its folder alone is enough to go on', async () => {
  const { path } = planFile(folder, {
    ...basePlan,
    seeds: { count: 60 },
    stop: { kind: 'steps', steps: 50_000 },
  })
  const child = startDesynclab(['sweep', path])
  const gone = once(child, 'exit')
  while (resultFiles(join(folder, 'plan')).length === 0 && child.exitCode === null) await wait(20)
  await wait(500)
  child.kill('SIGINT')
  expect((await gone)[0]).toBe(130)
  const rest = desynclab(['sweep', join(folder, 'plan'), '--json'])
  expect([rest.code, answer(rest.out)]).toMatchObject([0, { total: 60, finished: 60 }])
})

test('shards do their part and no other, and a missing one is told', () => {
  const { path } = planFile(folder, { ...basePlan, seeds: { count: 10 } })
  const part = (shard: string, out: string) =>
    answer(desynclab(['sweep', path, '--shard', shard, '--out', out, '--json']).out)
  const [a, b] = [join(folder, 'a'), join(folder, 'b')]
  expect(part('1/3', a)).toMatchObject({ total: 4, done: 4 })
  expect(part('3/3', b)).toMatchObject({ total: 3, done: 3 })
  const merged = desynclab(['merge', a, b, '--out', join(folder, 'all')])
  expect([merged.code, merged.out]).toEqual([
    1,
    expect.stringMatching(/shard 2\/3 +3 of 3 missing/),
  ])
  expect(part('2/3', join(folder, 'all'))).toMatchObject({ total: 3, done: 3 })
  expect(desynclab(['merge', join(folder, 'all')]).code).toBe(0)
  const { code, err } = desynclab(['sweep', path, '--shard', '4/3'])
  expect([code, err]).toEqual([2, expect.stringMatching(/--shard — allowed: i\/n/)])
})
