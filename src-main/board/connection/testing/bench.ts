import { boardStateSchema, ProblemError, type BoardState, type Problem } from '@contract'
import { onTestFinished } from 'vitest'
import { encodeBlock } from '../../link/block'
import { BoardConnection } from '../connection'
import { encode, type BoardDevice } from './devices'
import { World } from './world'

export const A = '/dev/ttyACM0'
export const serial = (path: string) => ({ kind: 'serial' as const, path, baudRate: 115_200 })
export const usb = (serialNumber: string | null) => ({
  vendorId: '2341',
  productId: '0042',
  serialNumber,
})

/** A connection in a world of its own; every state that it tells is one of the contract. */
export function bench() {
  const world = new World()
  const connection = new BoardConnection(world.parts)
  const states: BoardState[] = []
  const away: string[] = []
  connection.onState((state) => states.push(boardStateSchema.parse(state)))
  connection.onAway((reason) => away.push(reason))
  onTestFinished(() => connection.close())
  const connect = (path = A) => world.timers.until(connection.connect(serial(path)))
  return { world, connection, states, away, connect }
}

export const problemOf = async (work: () => unknown): Promise<Problem> => {
  const thrown: unknown = await Promise.resolve()
    .then(work)
    .then(
      () => null,
      (error: unknown) => error,
    )
  if (thrown instanceof ProblemError) return thrown.problem
  throw new Error(`no problem, but ${String(thrown)}`)
}

/** All that a device that is no board of ours may hear. */
export const onlyAsked = (heard: string[]): boolean => heard.every((text) => text === '\n*IDN?\n')

/** A network and a task, ready to learn. */
export function ready(board: BoardDevice): void {
  board.tell(encode('NETW:DEF 2,'))
  board.tell(encodeBlock('N', Uint8Array.from([0, 1])))
  board.tell(encode('\nROUT:SOUR (@0);TARG (@1)\nTASK:DEF TARG,1,0\n'))
}
