import { runConfigSchema } from '@contract'
import { expect, test } from 'vitest'
import { SimulatedMachine } from '../../machine/simulated'
import { Run } from '../../run/run'
import { realTime } from '../../run/time'
import {
  openBundle,
  bundleEntries,
  verifyBundle,
  zipEntries,
  type Bundle,
  type RunAgain,
} from './index'
import { allostery, performed, rerun } from './testing'

async function bundle(): Promise<Bundle> {
  const entries = await bundleEntries(await performed(allostery))
  return openBundle(await zipEntries(entries, '2026-01-02T03:04:05.000Z'), 'x.zip')
}

test('a run that does the same again is reproduced', async () => {
  const whole = await bundle()
  expect(await verifyBundle(whole, rerun)).toEqual({
    verdict: 'reproduced',
    steps: 3000,
    hash: whole.run.result.hash,
  })
})

test('a change at the very step whose hash was noted is reproduced', async () => {
  const config = runConfigSchema.parse({ ...allostery, adjustments: [], stop: { steps: 900 } })
  const machine = new SimulatedMachine()
  const description = await machine.configure('r', config)
  const quiet = { adjusted: () => undefined, problem: () => undefined }
  const run = new Run('r', config, config, machine, description, realTime, quiet)
  await run.advance({ steps: 300, expired: () => false })
  const before = { step: 300, hash: machine.hash() }
  await run.adjust({ kind: 'edge', edge: 3, action: 'cut' })
  await run.advance({ steps: 600, expired: () => false })
  const record = run.record({ desynclab: '0', node: '20', electron: null, platform: 'test' })
  expect(record.config.adjustments).toHaveLength(1)
  expect(record.trail).not.toContainEqual(before)
  const whole = { run: record, files: new Map<string, Uint8Array>() }
  expect(await verifyBundle(whole, rerun)).toMatchObject({ verdict: 'reproduced', steps: 900 })
  // Earlier versions noted it.
  const older = { ...whole, run: { ...record, trail: [before, ...(record.trail ?? [])] } }
  expect(await verifyBundle(older, rerun)).toMatchObject({ verdict: 'reproduced', steps: 900 })
})

test('a run that goes another way after a step is found there', async () => {
  const whole = await bundle()
  const other: RunAgain = (config, steps, at) => {
    const change = { kind: 'set', path: 'rule.levelStep', value: 3 } as const
    return rerun(
      { ...config, adjustments: [...config.adjustments, { step: 1740, change }] },
      steps,
      at,
    )
  }
  const verdict = await verifyBundle(whole, other)
  expect(verdict.verdict).toBe('diverged')
  if (verdict.verdict !== 'diverged') return
  expect(verdict.step).toBeGreaterThan(1740)
  expect(verdict.step).toBeLessThan(1760)
  expect(verdict.field).toMatch(/^(batch|train) /)
  expect(verdict.recorded).not.toBe(verdict.again)
})

test('another seed diverges at the first step, and a forged result at the last', async () => {
  const whole = await bundle()
  const seeded: RunAgain = (config, steps, at) => rerun({ ...config, seed: 99 }, steps, at)
  expect(await verifyBundle(whole, seeded)).toMatchObject({ verdict: 'diverged', step: 0 })
  const result = { ...whole.run.result, trainError: 1e-9 }
  const forged = { ...whole, run: { ...whole.run, result } }
  expect(await verifyBundle(forged, rerun)).toMatchObject({
    verdict: 'diverged',
    step: 3000,
    field: 'result.trainError',
    recorded: '1e-9',
  })
})

test('a board, a run without steps and a record with holes are not verifiable, and it says why', async () => {
  const whole = await bundle()
  const { run } = whole
  const never: RunAgain = () => Promise.reject(new Error('nothing is to be run'))
  const board = { ...run.config, machine: { kind: 'board', frameEvery: null } as const }
  for (const [other, why] of [
    [{ ...run, config: board }, 'physical board'],
    [{ ...run, result: { ...run.result, steps: 0 } }, 'no step'],
    [{ ...run, result: { ...run.result, dropped: 3 } }, '3 measurements are missing'],
  ] as const)
    expect(await verifyBundle({ ...whole, run: other }, never)).toMatchObject({
      verdict: 'not-verifiable',
      why: expect.stringContaining(why),
    })
})
