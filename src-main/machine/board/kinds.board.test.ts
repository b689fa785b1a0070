import { afterAll, beforeAll, expect, test } from 'vitest'
import { runConfigSchema, type RunConfigInput } from '@contract'
import { BoardConnection } from '../../board'
import { kinds, type Running } from '../../board/testing/hosts'
import { collect, machineContract, steps } from '../machineContract'
import { lineOf } from './line'
import { BoardMachine } from './machine'

// Every kind of board that needs no hardware answers the same contract as the simulation.
const base: RunConfigInput = {
  machine: { kind: 'board', frameEvery: 1 },
  network: {
    kind: 'penn16',
    roles: { kind: 'given', sources: ['A', 'E'], grounds: ['I'], targets: ['C', 'G'] },
  },
  task: { kind: 'regression', testExamples: 20 },
  rule: { kind: 'ideal' },
  schedule: { kind: 'bernoulli', probability: 0.5 },
  batch: { size: 3 },
  evaluate: { every: 10 },
}
const config = (changes: Partial<RunConfigInput> = {}) =>
  runConfigSchema.parse({ ...base, ...changes })

for (const [name, start] of kinds) {
  let running: Running
  let connection: BoardConnection
  beforeAll(async () => {
    running = await start()
    connection = new BoardConnection({ transport: () => running.transport })
    await connection.connect({ kind: 'virtual' })
    expect(connection.state().problem).toBeNull()
  })
  afterAll(async () => {
    await connection.close()
    running.stop()
  })

  machineContract(name, () => new BoardMachine(lineOf(connection)), config())

  test(`${name} learns by itself, every k-th step of it is seen, and it stops when told`, async () => {
    const machine = new BoardMachine(lineOf(connection))
    const description = await machine.configure('r', config({ machine: { kind: 'board' } }))
    expect(description.capabilities.ownPace).toBe(true)
    const { seen, sink } = collect()
    let step = 0
    // Not for a time: a busy computer lets few frames through in it, and the board drops the others.
    while (step < 200 || machine.reception().framesReceived <= 5)
      ({ step } = await machine.advance({ steps: Infinity, expired: () => true }, sink))
    await machine.rest(sink)
    expect(connection.state().presence).toBe('identified')
    const reception = machine.reception()
    expect(reception.framesReceived).toBeGreaterThan(5)
    expect(seen.gaps.reduce((sum, { frames }) => sum + (frames ?? 0), 0)).toBe(
      reception.framesMissed,
    )
    const { step: stands } = machine.evaluate()
    expect(stands).toBeGreaterThanOrEqual(step)
    await machine.advance(steps(3), sink)
    expect(machine.evaluate().step).toBe(stands + 3)
    await machine.close()
  })
}
