import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardConnection } from '../board'
import { Cable } from '../machine/board/testing/cable'
import { stateOfFrame } from '../machine/board'
import { frameAt, readFrames, readRun } from '../run/store'
import { config } from '../run/test/bench'
import { clean, folder, RecordedLab } from '../run/store/testing/lab'
import { createMachine } from './machines'
import { pickUp } from './pickUp'

let cable: Cable
let board: BoardConnection
beforeEach(async () => {
  cable = new Cable()
  board = await cable.connect()
})
afterEach(async () => {
  await board.close()
  clean()
})

const onBoard = config({ machine: { kind: 'board', frameEvery: 50 } })
const boardStep = () => cable.board.state.learner?.step ?? 0
const program = (directory: string, runs: string[]): RecordedLab =>
  new RecordedLab(directory, runs, () => createMachine('board', board))

/** A program that left a board learning. @returns the step that it saw last */
async function leftAlone(directory: string): Promise<number> {
  const lab = program(directory, ['earlier', 'left'])
  await lab.run(config({ machine: { kind: 'board', frameEvery: 50 }, seed: 8 }), 20)
  await lab.run(onBoard, 10)
  await lab.controller.start()
  await lab.until(() => boardStep() > 1000)
  await lab.quit()
  return lab.kept[lab.kept.length - 1].step
}

describe('the run on a board, after the program was started anew', () => {
  it('is the newest stored one that the board says it holds, and goes on', async () => {
    const directory = folder()
    const seen = await leftAlone(directory)
    const lab = program(directory, ['new'])
    await lab.until(() => boardStep() > seen + 1000)
    await pickUp(lab.controller, lab.keeper, board)
    expect(lab.state).toBe('running')
    const from = boardStep()
    await lab.until(() => boardStep() > from + 500)
    await lab.controller.pause()
    const run = await lab.controller.record()
    expect(run.run).toBe('left')
    expect(run.result.steps).toBe(boardStep())
    const stored = readRun(lab.store.database, 'left')
    expect(stored.steps).toBe(boardStep())
    expect(stored.gaps.map(({ reason, fromStep }) => ({ reason, fromStep }))).toEqual([
      { reason: 'program', fromStep: seen },
    ])
    const steps = readFrames(lab.store.database, 'left').map(({ frame }) => frame.step)
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
    expect(steps.at(-1)).toBe(boardStep())
    expect(steps.some((step) => step <= seen)).toBe(true)
    // A frame every 50 steps: that of a step between them is the one before.
    const [first] = steps.filter((step) => step % 50 === 0)
    const shown = frameAt(lab.store.database, 'left', first + 49)
    if (shown === null) throw new Error('no frame')
    expect(shown.frame.step).toBe(first)
    const state = stateOfFrame(stored.config, shown.frame)
    expect([...state.conductance]).toEqual([...shown.frame.edges])
    expect(Math.max(...state.freeV)).toBeCloseTo(5, 2)
    expect(frameAt(lab.store.database, 'left', 0)).toBe(null)
    await lab.quit()
  })

  it('is told from those that the board does not hold any more', async () => {
    const directory = folder()
    await leftAlone(directory)
    cable.restart()
    await board.close()
    board = await cable.connect()
    const lab = program(directory, ['new'])
    await expect(pickUp(lab.controller, lab.keeper, board)).rejects.toMatchObject({
      problem: { id: 'board-run-unknown' },
    })
    expect(lab.controller.current()).toBe(null)
    await lab.quit()
  })
})
