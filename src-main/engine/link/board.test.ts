import { describe, expect, it } from 'vitest'
import { config } from '../../run/test/bench'
import { Room } from './testing/room'

describe('the board of a lost engine', () => {
  it('takes up the board of a lost engine, and the run that went on there', async () => {
    const room = new Room()
    await room.link.send('boardConnect', { target: { kind: 'virtual' } })
    const machine = { kind: 'board', frameEvery: 50 } as const
    await room.link.send('configure', { config: config({ machine }) })
    await room.link.send('step', { count: 10 })
    await room.link.send('start', undefined)
    await room.until(() => room.step > 1000)
    await room.engine.crash()
    const { step } = room
    await room.until(() => room.engineStates().includes('resumed'))
    await room.until(() => room.step > step + 500)
    await room.link.send('pause', undefined)
    const record = await room.link.send('record', undefined)
    if (!record.ok) throw new Error(record.problem.message)
    expect(record.value.run).toBe('run-1')
    expect(record.value.board?.gaps.map(({ reason }) => reason)).toEqual(['program'])
    expect(room.problems()).toEqual([])
    const board = await room.link.send('board', undefined)
    expect(board.ok && board.value.presence).toBe('identified')
    expect(room.step).toBe(room.cable.board.state.learner?.step)
  })

  it('says so where the board ended with the engine', async () => {
    const room = new Room()
    await room.link.send('boardConnect', { target: { kind: 'virtual' } })
    const machine = { kind: 'board', frameEvery: 50 } as const
    await room.link.send('configure', { config: config({ machine }) })
    await room.link.send('step', { count: 10 })
    await room.link.send('start', undefined)
    await room.until(() => room.step > 1000)
    room.cable.restart()
    await room.engine.crash()
    await room.until(() => room.problems().includes('board-restarted'))
    await room.until(() => room.link.runState === 'empty')
    expect((await room.link.send('configure', { config: config({ machine }) })).ok).toBe(true)
    await room.link.send('step', { count: 3 })
    expect(room.step).toBe(3)
  })

  it('leaves a released port alone', async () => {
    const room = new Room()
    await room.link.send('boardConnect', { target: { kind: 'virtual' } })
    await room.link.send('boardRelease', undefined)
    await room.engine.crash()
    const board = await room.link.send('board', undefined)
    expect(board.ok && board.value.presence).toBe('released')
    const taken = await room.link.send('boardTake', undefined)
    expect(taken.ok && taken.value.presence).toBe('identified')
  })
})
