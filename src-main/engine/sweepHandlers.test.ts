import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineCommands, type EngineCommand } from '@contract'
import { afterEach, expect, test } from 'vitest'
import { SimulatedMachine } from '../machine/simulated'
import { smallPlan } from '../sweep/testing/plan'
import { testSweeps } from '../sweep/testing/laboratory'
import type { EngineReply } from './protocol'
import { sweepHandlers } from './sweepHandlers'

let directory = ''
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** As the window asks: request and reply go through their schemas. */
function window() {
  directory = mkdtempSync(join(tmpdir(), 'desynclab-window-'))
  const handlers = sweepHandlers(testSweeps(directory))
  type Name = Extract<EngineCommand, keyof typeof handlers>
  return async <K extends Name>(name: K, request?: unknown): Promise<EngineReply<K>> => {
    const { request: asked, reply } = engineCommands[name]
    const handle = handlers[name] as (request: unknown) => Promise<unknown>
    return reply.parse(await handle(asked.parse(request))) as EngineReply<K>
  }
}

test('a window begins a sweep, follows it, and opens one of its runs with the same end', async () => {
  const send = window()
  const plan = smallPlan({ name: 'In the window', stop: { kind: 'updates', perEdge: 60 } })
  const guess = await send('sweepEstimate', { plan })
  expect(guess).toMatchObject({ runs: 6, cells: 2, problems: [], fewestSteps: 60, mostSteps: 240 })
  const { id } = await send('sweepStart', { plan })
  while ((await send('sweepRead', { id })).entry.state !== 'finished')
    await new Promise((resolve) => setImmediate(resolve))
  const { rows } = await send('sweepRows', { id })
  const row = rows.find(({ index }) => index === 4)
  if (row?.state !== 'finished') throw new Error('run 4 is not there')
  const { config } = await send('sweepRun', { id, index: 4 })
  expect(config).toMatchObject({ name: 'In the window: run 4, seed 3', stop: { steps: 240 } })
  const machine = new SimulatedMachine()
  await machine.configure('again', config)
  const nothing = () => undefined
  const sink = { steps: nothing, evaluated: nothing, adjusted: nothing, problem: nothing }
  await machine.advance({ steps: Infinity, expired: () => false }, sink)
  expect(machine.hash()).toBe(row.result.hash)
})

test('a window lists sweeps, takes their tables, and moves them aside', async () => {
  const send = window()
  const { id } = await send('sweepStart', { plan: smallPlan() })
  while ((await send('sweepRead', { id })).entry.state !== 'finished')
    await new Promise((resolve) => setImmediate(resolve))
  expect((await send('sweeps')).entries).toMatchObject([{ id, state: 'finished' }])
  const { content } = await send('sweepTable', { id, form: 'csv' })
  expect(String(content).trimEnd().split('\r\n')).toHaveLength(7)
  const parquet = await send('sweepTable', { id, what: 'curves', form: 'parquet' })
  expect(parquet.content).toBeInstanceOf(Uint8Array)
  await expect(send('sweepRun', { id, index: 6 })).rejects.toMatchObject({
    problem: { id: 'unknown-sweep-run' },
  })
  await send('sweepTrash', { id })
  expect((await send('sweeps')).entries).toEqual([])
})
