import type { RunConfigInput } from '@contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardConnection } from '../board'
import { BoardMachine, lineOf } from '../machine/board'
import { Cable } from '../machine/board/testing/cable'
import { Bench, config } from './test/bench'

let cable: Cable
let board: BoardConnection
let bench: Bench
beforeEach(async () => {
  cable = new Cable()
  board = await cable.connect()
  bench = new Bench(() => new BoardMachine(lineOf(board)))
  bench.watch()
})
afterEach(async () => {
  await bench.controller.close()
  await board.close()
})

const onBoard = (changes: Partial<RunConfigInput> = {}) =>
  config({ machine: { kind: 'board', frameEvery: 50 }, ...changes })
const learned = async (steps: number) => {
  const until = bench.step + steps
  await bench.until(() => bench.step > until)
}
const gone = () => bench.until(() => board.state().presence === 'reconnecting')
const isBack = () =>
  board.state().presence === 'learning' || board.state().presence === 'identified'
const boardStep = () => cable.board.state.learner?.step ?? 0

describe('a board that is unplugged while it learns', () => {
  it('goes on, is picked up again, and what nobody saw is a gap', async () => {
    const { controller } = bench
    await controller.configure(onBoard())
    await controller.start()
    await learned(500)
    cable.pull()
    await gone()
    const { step } = bench
    const from = boardStep()
    await bench.until(() => boardStep() > from + 1000)
    expect(bench.state).toBe('running')
    cable.plug()
    await bench.until(isBack)
    await bench.until(() => bench.step > from + 1000)
    await controller.pause()
    const run = await controller.record()
    expect(run.board?.gaps).toHaveLength(1)
    const [gap] = run.board?.gaps ?? []
    expect(gap.reason).toBe('unplugged')
    expect(gap.fromStep).toBe(step)
    expect(gap.toStep - gap.fromStep).toBe(50 * ((gap.frames ?? 0) + 1))
    expect(run.result.dropped).toBe(gap.frames)
    expect(gap.toMs).toBeGreaterThan(gap.fromMs)
    expect(bench.events).toContainEqual({ kind: 'gap', run: run.run, gap })
    expect(controller.current()?.gaps).toEqual([gap])
    expect(bench.step).toBe(boardStep())
  })

  it('stops when it is back if it was paused meanwhile', async () => {
    await bench.controller.configure(onBoard())
    await bench.controller.start()
    await learned(500)
    cable.pull()
    await gone()
    await bench.controller.pause()
    expect(cable.board.learning).toBe(true)
    cable.plug()
    await bench.until(isBack)
    expect(cable.board.learning).toBe(false)
    await bench.controller.step(3)
    expect(bench.step).toBe(boardStep())
  })

  it('says so when it lost its power: the run pauses, and what was recorded is kept', async () => {
    await bench.controller.configure(onBoard())
    await bench.controller.start()
    await learned(500)
    cable.pull()
    await gone()
    const { step } = bench
    cable.restart()
    cable.plug()
    await bench.until(() => bench.state === 'paused')
    const { problems, result } = await bench.controller.record()
    expect(problems.map(({ id }) => id)).toEqual(['board-restarted'])
    expect(result.steps).toBe(step)
    await bench.controller.start()
    await bench.until(() => bench.state === 'paused')
    await bench.controller.reset()
    await bench.controller.step(5)
    expect(boardStep()).toBe(5)
  })

  it('is picked up by hand where it was started by hand', async () => {
    const { controller } = bench
    await expect(controller.pickUp(true)).rejects.toMatchObject({
      problem: { id: 'board-run-unknown' },
    })
    await controller.configure(onBoard())
    await controller.step(7)
    await board.send('TRIG:COUN INF;:INIT')
    await bench.until(() => boardStep() > 1000)
    await controller.pickUp(board.state().presence === 'learning')
    await learned(1000)
    await controller.pause()
    expect(cable.board.learning).toBe(false)
    expect(bench.step).toBe(boardStep())
  })

  it('records a change that arrived although its answer did not', async () => {
    const { controller } = bench
    await controller.configure(onBoard())
    await controller.start()
    await learned(100)
    cable.pullAfter = 'SCH:PROB'
    const change = { kind: 'set', path: 'schedule.probability', value: 0.1 } as const
    await expect(controller.adjust(change)).rejects.toMatchObject({
      problem: { id: 'board-line-closed' },
    })
    await gone()
    expect((await controller.record()).config.adjustments).toEqual([])
    cable.plug()
    await bench.until(isBack)
    await learned(1000)
    // Somebody else changed it meanwhile; it is found when the line was away once more.
    await board.send('RULE:ETA 0.25')
    cable.pull()
    await gone()
    cable.plug()
    await bench.until(isBack)
    await learned(1000)
    await controller.pause()
    const { adjustments } = (await controller.record()).config
    expect(adjustments.map((one) => one.change)).toEqual([
      change,
      { kind: 'set', path: 'rule.eta', value: 0.25 },
    ])
    expect(adjustments[0].step).toBeGreaterThan(100)
  })

  it('takes no change while it is away', async () => {
    await bench.controller.configure(onBoard())
    await bench.controller.start()
    await learned(100)
    cable.pull()
    await gone()
    const change = { kind: 'set', path: 'rule.eta', value: 0.1 } as const
    await expect(bench.controller.adjust(change)).rejects.toMatchObject({
      problem: { id: 'board-away' },
    })
    expect((await bench.controller.record()).config.adjustments).toEqual([])
  })
})

describe('a run whose program was restarted', () => {
  it('is taken up on the board that went on with it', async () => {
    await bench.controller.configure(onBoard())
    await bench.controller.start()
    await learned(500)
    await bench.controller.adjust({ kind: 'set', path: 'schedule.probability', value: 0.25 })
    // The bench's clock goes with looks at it: a checkpoint is due at once.
    bench.time.ms += 1000
    await bench.until(() => (bench.kept.at(-1)?.step ?? 0) > 500)
    const checkpoint = bench.kept[bench.kept.length - 1]
    const { adjustments } = (await bench.controller.record()).config
    await bench.controller.close()
    const left = boardStep()
    await bench.until(() => boardStep() > left + 1000)
    const next = new Bench(() => new BoardMachine(lineOf(board)))
    next.watch()
    await next.controller.resume(
      checkpoint,
      'running',
      checkpoint.adjustmentsMade > 0 ? [] : adjustments,
    )
    await next.until(() => next.step > checkpoint.step + 500)
    await next.controller.pause()
    const run = await next.controller.record()
    expect(run.run).toBe(checkpoint.run)
    expect(run.config.adjustments).toEqual(adjustments)
    expect(run.board?.gaps.map(({ fromStep }) => fromStep)).toEqual([checkpoint.step])
    await next.controller.close()
  })
})
