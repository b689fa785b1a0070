import type { RunConfigInput } from '@contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BoardConnection } from '../board'
import { BoardMachine, lineOf } from '../machine/board'
import { Bench, config } from './test/bench'

let board: BoardConnection
beforeEach(async () => {
  board = new BoardConnection()
  await board.connect({ kind: 'virtual' })
})
afterEach(() => board.close())

const onBoard = (changes: Partial<RunConfigInput> = {}) =>
  config({ machine: { kind: 'board', frameEvery: 5 }, ...changes })

function bench(): Bench {
  const made = new Bench(() => new BoardMachine(lineOf(board)))
  made.watch()
  return made
}

const answer = async (query: string): Promise<string> => (await board.send(query))[0]

describe('a run on a board', () => {
  it('goes on by itself, shows every k-th step, and stops when it is paused', async () => {
    const { controller, frames, until } = prepared()
    await controller.configure(onBoard())
    await controller.start()
    await until(() => (frames.at(-1)?.step ?? 0) > 2000)
    expect(board.state().presence).toBe('learning')
    await controller.pause()
    expect(board.state().presence).toBe('identified')
    const last = frames[frames.length - 1]
    expect(await answer('RUN:STEP?')).toBe(String(last.step))
    expect(last.evaluation?.step).toBe(last.step)
    expect(last.timing.seenEvery).toBe(5)
    expect(last.timing.intervals.some((count) => count > 0)).toBe(false)
    expect(last.raster.at).toHaveLength(last.raster.steps)
    const run = await controller.record()
    expect(run.board).toMatchObject({
      framesMissed: 0,
      gaps: [],
      frameEvery: [{ sinceStep: 1, steps: 5 }],
    })
    expect(run.board?.device.model).toBe('Board bench (virtual)')
    await controller.close()
  })

  it('does exactly as many steps as it is told, also out of a run', async () => {
    const { controller, frames, until } = prepared()
    await controller.configure(onBoard())
    await controller.step(7)
    expect(frames.at(-1)?.step).toBe(7)
    await controller.start()
    await until(() => (frames.at(-1)?.step ?? 0) > 100)
    await controller.pause()
    const { step } = frames[frames.length - 1]
    await controller.step(3)
    expect(frames.at(-1)?.step).toBe(step + 3)
    expect(await answer('RUN:STEP?')).toBe(String(step + 3))
    await controller.close()
  })

  it('counts as learning as long as steps are under way, not with every burst', async () => {
    const { controller, frames } = prepared()
    const seen: string[] = []
    await controller.configure(
      onBoard({ machine: { kind: 'board', frameEvery: 1 }, evaluate: { every: 10 } }),
    )
    board.onState(({ presence }) => {
      if (seen[seen.length - 1] !== presence) seen.push(presence)
    })
    await controller.step(200)
    expect(frames.at(-1)?.step).toBe(200)
    expect(seen).toEqual(['learning', 'identified'])
    await controller.close()
  })

  it('ends at the stop rule, where the simulation ends', async () => {
    const simulated = new Bench()
    await simulated.controller.configure(config())
    await simulated.controller.step(3000)
    const { result } = await simulated.controller.record()
    const { controller, frames, until, states } = prepared()
    await controller.configure(onBoard({ stop: { steps: 3000 } }))
    await controller.start()
    await until(() => states().at(-1) === 'finished')
    await controller.pause()
    expect(frames.at(-1)?.step).toBe(3000)
    const error = frames.at(-1)?.evaluation?.trainError ?? 0
    expect(Math.abs(error / result.trainError - 1)).toBeLessThan(1e-3)
    expect(board.state().presence).toBe('identified')
    await controller.close()
  })

  it('takes changes while it learns, with the step at which they took effect', async () => {
    const { controller, frames, until } = prepared()
    await controller.configure(onBoard())
    await controller.start()
    await until(() => (frames.at(-1)?.step ?? 0) > 50)
    await controller.adjust({ kind: 'set', path: 'schedule.probability', value: 0.125 })
    expect(await answer('SCH:PROB?')).toBe('1.250000E-01')
    await controller.pause()
    const { config: made } = await controller.record()
    expect(made.adjustments).toHaveLength(1)
    expect(made.adjustments[0].step).toBeGreaterThan(50)
    expect(frames.at(-1)?.step).toBeGreaterThanOrEqual(made.adjustments[0].step)
    await controller.close()
  })

  it('refuses a pace', async () => {
    const { controller } = prepared()
    await controller.configure(onBoard())
    await expect(controller.pace(10)).rejects.toMatchObject({ problem: { id: 'own-pace' } })
    await controller.close()
  })

  it('goes on without the program unless it was paused', async () => {
    const { controller, frames, until } = prepared()
    await controller.configure(onBoard())
    await controller.start()
    await until(() => (frames.at(-1)?.step ?? 0) > 50)
    await controller.close()
    expect(await answer('RUN:STAT?')).toBe('LEARN')
  })
})

function prepared() {
  const made = bench()
  const { controller, frames } = made
  return {
    controller,
    frames,
    states: () => made.states,
    until: (holds: () => boolean) => made.until(holds),
  }
}
