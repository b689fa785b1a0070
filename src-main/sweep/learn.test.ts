import { runConfigSchema } from '@contract'
import { expect, test } from 'vitest'
import golden from '../machine/golden.json'
import work from './worker'

test('A run of a pool has the golden trajectory.', async () => {
  const { config, steps, hash } = golden[0]
  const answer = await work(runConfigSchema.parse({ ...config, stop: { steps } }))
  expect(answer).toMatchObject({ ok: true, value: { steps, hash, problems: [] } })
})

test('A run without an end, and one that cannot work, answer with their problem.', async () => {
  const endless = runConfigSchema.parse({ ...golden[0].config, stop: { steps: null } })
  expect(await work(endless)).toMatchObject({ ok: false, problem: { id: 'no-end' } })
  const greedy = runConfigSchema.parse({
    ...golden[0].config,
    stop: { steps: 10 },
    batch: { size: 999 },
  })
  expect(await work(greedy)).toMatchObject({
    ok: false,
    problem: { id: 'batch-size-out-of-range' },
  })
})
