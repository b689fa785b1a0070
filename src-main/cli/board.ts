import { ProblemError, type BoardTarget } from '@contract'
import { BoardConnection } from '../board'
import { BoardMachine, lineOf } from '../machine/board'
import type { Machine } from '../machine/machine'
import { usageError } from './fail'

/** A board on the command line, and how to let go of it. */
export interface OpenedBoard {
  machine: Machine
  /** What it says it is. */
  identity: string
  close(): Promise<void>
}

/** @param name 'virtual' or the path of a port @throws ProblemError bad-value */
export function targetOf(name: string, baud: string | undefined): BoardTarget {
  const rate = baud === undefined ? 115_200 : Number(baud)
  if (!Number.isInteger(rate) || rate < 1200 || rate > 4_000_000)
    throw usageError('bad-value', `'${baud}' is no baud rate`, '--baud', 'allowed: 1200 to 4000000')
  if (name === 'virtual') return { kind: 'virtual' }
  return { kind: 'serial', path: name, baudRate: rate }
}

/** @throws ProblemError why there is no board, or board-busy where it learns for somebody else */
export async function openBoard(target: BoardTarget): Promise<OpenedBoard> {
  const connection = new BoardConnection()
  const { presence, problem, device } = await connection.connect(target)
  if (presence === 'identified')
    return {
      machine: new BoardMachine(lineOf(connection)),
      identity: device === null ? 'a board' : `${device.model}, firmware ${device.firmware}`,
      close: () => connection.close(),
    }
  await connection.close()
  throw new ProblemError(presence === 'learning' || problem === null ? busy(target) : problem)
}

const busy = (target: BoardTarget) => ({
  id: 'board-busy',
  severity: 'error' as const,
  message: 'The board is learning already, and this run would end that one.',
  where: target.kind === 'serial' ? target.path : 'virtual',
  kept: 'It goes on learning.',
  tip: 'Send it ABORt from a terminal first, or pick its run up in the window.',
})
