import { ProblemError, type Problem } from '@contract'

const error = (id: string, message: string, tip: string, where?: string): ProblemError =>
  new ProblemError({
    id,
    severity: 'error',
    message,
    tip,
    ...(where === undefined ? {} : { where }),
  })

export const lineClosed = (name: string, reason: Problem | null = null): ProblemError =>
  error(
    'board-line-closed',
    reason === null
      ? `The line to the board (${name}) is closed.`
      : `The line to the board (${name}) was lost: ${reason.message}`,
    'Plug the board in again, or choose another port.',
  )

export const noAnswer = (sent: string, ms: number): ProblemError =>
  error(
    'board-no-answer',
    `The board did not answer ${sent} within ${ms} ms.`,
    'Check the cable and the baud rate; a board that was just reset needs up to 3 s.',
    sent,
  )

export const takesNothing = (name: string, ms: number): ProblemError =>
  error(
    'board-takes-nothing',
    `The line to the board (${name}) took nothing for ${ms} ms.`,
    'Unplug the board, plug it in again, and connect anew.',
    name,
  )

export const outOfSync = (sent: string, got: string): ProblemError =>
  error(
    'board-out-of-sync',
    `The board answered ${sent} with something else: ${got.slice(0, 200)}`,
    'The link was brought back into step; try again.',
    sent,
  )

export const unreadable = (sent: string, got: string): ProblemError =>
  error(
    'board-unreadable-answer',
    `The answer to ${sent} cannot be read: ${got.slice(0, 200)}`,
    'The board speaks another version of the protocol, or the line is disturbed.',
    sent,
  )

/** A SCPI error of the board. @param refusal `-222,"Data out of range;SCHedule:PROBability"` */
export const refused = (sent: string, refusal: string): ProblemError =>
  error(
    'board-refused',
    `The board refused ${sent}: ${refusal}`,
    'Numbers and their meaning are in the protocol page.',
    sent,
  )

export const notABoard = (name: string, got: string): ProblemError =>
  error(
    'not-a-board',
    `What answers on ${name} is no board that learns: ${got.slice(0, 200)}`,
    'Choose another port, or flash the firmware.',
    name,
  )

export const otherProtocol = (version: string): ProblemError =>
  error(
    'board-protocol-version',
    `The board speaks version ${version} of the protocol; this program speaks version 1.`,
    'Flash the firmware that belongs to this program.',
  )
