// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { useBoard } from './board'
import { useConnection } from './connection'
import { useProblems } from './problems'
import { boardState, device, scriptLab, type ScriptedLab } from './testing'

let lab: ScriptedLab
beforeEach(() => {
  lab = scriptLab()
  useConnection().connect()
})

describe('the board', () => {
  it('is absent until it is known', () => {
    expect(useBoard().presence).toBe('absent')
    expect(useBoard().present).toBe(false)
  })

  it('is what the engine says unasked', () => {
    const board = useBoard()
    lab.say({ kind: 'board', board: boardState({ presence: 'learning', device }) })
    expect(board.presence).toBe('learning')
    expect(board.present).toBe(true)
    lab.say({ kind: 'board', board: boardState({ presence: 'reconnecting', device }) })
    expect(board.present).toBe(false)
    expect(board.state.device).toEqual(device)
  })

  it('is asked for where it was told to be, and one command at a time is shown', async () => {
    lab.replies.boardConnect = () => ({
      ok: true,
      value: boardState({ presence: 'identified', device }),
    })
    const board = useBoard()
    const target = { kind: 'serial', path: '/dev/ttyACM0', baudRate: 115_200 } as const
    const connecting = board.connect(target)
    expect(board.busy).toBe(true)
    expect(await connecting).toBe(true)
    expect(board.busy).toBe(false)
    expect(lab.asked.at(-1)).toEqual({ name: 'boardConnect', request: { target } })
    expect(board.presence).toBe('identified')
  })

  it('stays as it was where a command is refused, and the reason is shown', async () => {
    lab.replies.boardRelease = () => ({
      ok: false,
      problem: { id: 'board-away', severity: 'error', message: 'No.' },
    })
    expect(await useBoard().release()).toBe(false)
    expect(useBoard().presence).toBe('absent')
    expect(useProblems().list.map(({ id }) => id)).toEqual(['board-away'])
  })

  it('keeps the ports that were listed, and why one may be missing', async () => {
    const port = {
      path: '/dev/ttyACM0',
      vendorId: '2341',
      productId: '0042',
      serialNumber: null,
      manufacturer: null,
    }
    const problem = { id: 'port-not-listed', severity: 'info' as const, message: 'x', tip: 'a\nb' }
    lab.replies.boardPorts = () => ({ ok: true, value: { ports: [port], problem } })
    await useBoard().refresh()
    expect(useBoard().ports).toEqual([port])
    expect(useBoard().portsProblem).toEqual(problem)
    expect(useProblems().list).toEqual([])
  })
})
