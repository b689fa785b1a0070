import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunConfigInput } from '@contract'
import type { BoardConnection } from '../board'
import { BoardMachine, lineOf } from '../machine/board'
import { Cable } from '../machine/board/testing/cable'
import { Bench, config } from './test/bench'

let board: BoardConnection
let bench: Bench
beforeEach(async () => {
  board = await new Cable().connect()
  bench = new Bench(() => new BoardMachine(lineOf(board)))
  bench.watch()
})
afterEach(async () => {
  await bench.controller.close()
  await board.close()
})

const onBoard = (changes: Partial<RunConfigInput> = {}) =>
  config({ machine: { kind: 'board', frameEvery: 10 }, ...changes })
const twin = () => bench.frames.at(-1)?.twin

describe('the twin of a board', () => {
  it('is the simulation of the same run: as far apart as float32 is from float64', async () => {
    const { controller } = bench
    await controller.configure(onBoard())
    await controller.twin(true)
    expect(controller.current()?.twin).toBe(true)
    await controller.step(300)
    await bench.until(() => twin()?.step === 300)
    expect(twin()?.levels).toBeNull()
    expect(twin()?.rmsEdges).toBeLessThan(1e-5)
    expect(twin()?.rmsEdges).toBeGreaterThan(0)
    expect(twin()?.rmsV).toBeLessThan(1e-5)
    const [own, other] = (['batch', 'twin'] as const).map((series) =>
      controller.looks.history({ series, fromStep: 0, toStep: null, buckets: 1000 }),
    )
    expect(other.lastStep[other.lastStep.length - 1]).toBe(300)
    expect(Math.abs(other.mean[299] / own.mean[own.mean.length - 1] - 1)).toBeLessThan(1e-3)
    expect((await controller.record()).board?.twin?.step).toBe(300)
  })

  it('that is switched on late begins at step 0, with the changes that were made', async () => {
    const { controller } = bench
    const rule = { kind: 'discrete' } as const
    await controller.configure(onBoard({ rule, evaluate: { every: 1000 } }))
    await controller.step(25)
    await controller.adjust({ kind: 'set', path: 'schedule.probability', value: 0.1 })
    await controller.adjust({ kind: 'edge', edge: 3, action: 'freeze' })
    await controller.step(20)
    await controller.twin(true)
    await bench.until(() => twin()?.step === 45)
    expect(twin()?.apartSince).toBeNull()
    expect(twin()?.levels).toEqual(new Float64Array(16))
    await controller.twin(false)
    expect(twin()).toBeUndefined()
  })

  it('does not go with a simulation', async () => {
    const simulated = new Bench()
    await simulated.controller.configure(config())
    await expect(simulated.controller.twin(true)).rejects.toMatchObject({
      problem: { id: 'twin-needs-board' },
    })
  })
})
