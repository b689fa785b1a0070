import { afterEach, expect, it } from 'vitest'
import { ProblemError, type Frame } from '@contract'
import { BoardConnection } from '../../board'
import { BoardMachine, lineOf, stateOfFrame } from '../../machine/board'
import type { Budget, Progress, Sink } from '../../machine/machine'
import { config } from '../test/bench'
import { frameAt, readFrames, readRun } from './read'
import { recordOf } from './record-of'
import { replayedRun } from './replayed'
import { stateAt } from './state-at'
import { clean, createMachine, folder, RecordedLab } from './testing/lab'
import { storedView } from './view'

const boards: BoardConnection[] = []
afterEach(() => {
  for (const board of boards.splice(0)) board.close()
  clean()
})

/** Full scale is three times the 5 V of the sources. */
const COUNT_V = 15 / 32_767
const onBoard = config({ machine: { kind: 'board', frameEvery: 5 } })

/** A run that the virtual board did, with a change on the way, and everything that came of it. */
async function learned() {
  const board = new BoardConnection()
  boards.push(board)
  await board.connect({ kind: 'virtual' })
  const lab = new RecordedLab(folder(), undefined, () => new BoardMachine(lineOf(board)))
  await lab.controller.configure(onBoard)
  await lab.controller.step(100)
  await lab.controller.adjust({ kind: 'edge', edge: 2, action: 'freeze' })
  await lab.controller.step(103)
  return lab
}

it('leaves a record that tells the same as the run did', async () => {
  const lab = await learned()
  const live = await lab.controller.view()
  const batch = lab.controller.looks.history({
    series: 'batch',
    fromStep: 0,
    toStep: null,
    buckets: 100,
  })
  const { database } = lab.store
  const stored = await recordOf(database, 'run-1', createMachine)
  expect(stored).toEqual(live.run)
  expect(stored.board?.framesReceived).toBe(readFrames(database, 'run-1').length)
  expect(stored.result.steps).toBe(203)
  const view = await storedView(database, 'run-1', createMachine, lab.time)
  const { freeV, clampedV, ...exact } = live.frame.state
  expect(view.frame.state).toMatchObject(exact)
  // Standing still the board is asked for its voltages; its frames have them in counts.
  view.frame.state.freeV.forEach((v, n) => expect(Math.abs(v - freeV[n])).toBeLessThan(COUNT_V))
  view.frame.state.clampedV.forEach((v, n) =>
    expect(Math.abs(v - clampedV[n])).toBeLessThan(COUNT_V),
  )
  expect(view.frame.evaluation).toEqual(live.frame.evaluation)
  expect(view.frame.timing).toEqual(live.frame.timing)
  expect(view.history('batch', 100).mean).toEqual(batch.mean)
  await lab.quit()
})

it('keeps all that a board sent before its run failed, however soon', async () => {
  const board = new BoardConnection()
  boards.push(board)
  await board.connect({ kind: 'virtual' })
  const create = () => new FailingBoard(lineOf(board))
  const lab = new RecordedLab(folder(), undefined, create)
  await lab.controller.configure(onBoard)
  await lab.controller.start()
  await lab.until(() => lab.state === 'failed')
  await lab.controller.pause()
  const { database } = lab.store
  const [entry] = lab.store.list()
  expect(entry).toMatchObject({ id: 'run-1', state: 'failed' })
  expect(entry.steps).toBeGreaterThanOrEqual(100)
  expect(readFrames(database, 'run-1')).toHaveLength(Math.floor(entry.steps / 5))
  expect(readRun(database, 'run-1').problems).toMatchObject([{ problem: { id: 'board-refused' } }])
  await lab.quit()
})

/** A board that says no after a hundred steps. */
class FailingBoard extends BoardMachine {
  override async advance(budget: Budget, sink: Sink): Promise<Progress> {
    const progress = await super.advance(budget, sink)
    if (progress.step < 100) return progress
    throw new ProblemError({
      id: 'board-refused',
      severity: 'error',
      message: 'The board said no.',
    })
  }
}

it('is replayed from frame to frame, and cannot be changed', async () => {
  const lab = await learned()
  const { database } = lab.store
  const frames: Frame[] = []
  lab.controller.attach((frame) => {
    frames.push(structuredClone(frame))
    lab.controller.acknowledge(frame.sequence)
  })
  await lab.controller.replay(replayedRun(database, 'run-1', createMachine))
  expect(frames.at(-1)?.step).toBe(203)
  await lab.controller.seek(98)
  const { config: whole } = readRun(database, 'run-1')
  const shown = (): Frame => frames[frames.length - 1]
  const measured = (step: number) => {
    const found = frameAt(database, 'run-1', step)
    if (found === null) throw new Error('there is no frame')
    return stateOfFrame(whole, found.frame)
  }
  // The board was to send every fifth step.
  expect(shown().step).toBe(95)
  expect(shown().state).toEqual(measured(95))
  expect(shown().state.edgeState[2]).toBe(0)
  await lab.controller.step(1)
  expect(shown().step).toBe(100)
  await lab.controller.start()
  await lab.until(() => lab.state === 'finished')
  expect(shown().step).toBe(203)
  expect(shown().state).toEqual(measured(203))
  expect(shown().state.edgeState[2]).toBe(2)
  await expect(
    lab.controller.adjust({ kind: 'edge', edge: 1, action: 'cut' }),
  ).rejects.toMatchObject({ problem: { id: 'replay-unchangeable' } })
  await lab.quit()
})

it('shows of any step what had come by then', async () => {
  const lab = await learned()
  const { database } = lab.store
  const seen = await stateAt(database, 'run-1', 52, createMachine)
  expect(seen.state.conductance).toEqual(
    stateOfFrame(onBoard, readFrames(database, 'run-1')[9].frame).conductance,
  )
  expect(seen.evaluation.trainError).toBeGreaterThan(0)
  await expect(stateAt(database, 'run-1', 204, createMachine)).rejects.toMatchObject({
    problem: { id: 'step-not-reached' },
  })
  await lab.quit()
})
