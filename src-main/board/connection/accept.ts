import type { BoardDevice } from '@contract'
import type { Accept } from './hold'
import { isSameAfterFlashing, isSameBoard } from './identity'
import { otherBoard } from './problems'

/** Any board of the protocol. */
export const anyBoard: Accept = () => undefined

/** The same board and no other. @throws ProblemError other-board */
export const onlySame =
  (device: BoardDevice, path: string): Accept =>
  (identity, text) => {
    if (!isSameBoard(device, identity)) throw otherBoard(path, device, text)
  }

/** The same board, perhaps with another firmware. @throws ProblemError other-board */
export const sameAfterFlashing =
  (device: BoardDevice, path: string): Accept =>
  (identity, text) => {
    if (!isSameAfterFlashing(device, identity)) throw otherBoard(path, device, text)
  }
