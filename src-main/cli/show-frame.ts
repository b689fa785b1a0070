import { formatCount, formatError } from '@figures'
import { ProblemError } from '@contract'
import { stateOfFrame } from '../machine/board'
import type { StoredFrame, StoredRun } from '../run/store'
import { table } from './output'

/** The frame of a board that is shown for a step, which may be an earlier one. */
export function frameJson({ id, config }: StoredRun, asked: number, found: StoredFrame | null) {
  const { frame, receivedMs } = known(found, asked)
  const state = stateOfFrame(config, frame)
  return {
    run: id,
    step: frame.step,
    asked,
    received: new Date(receivedMs).toISOString(),
    loss: frame.loss,
    conductance: [...state.conductance],
    edgeState: [...state.edgeState],
    freeV: [...state.freeV],
    clampedV: [...state.clampedV],
    example: state.example,
  }
}

export function frameText(run: StoredRun, asked: number, found: StoredFrame | null): string {
  const { step, received, loss, conductance } = frameJson(run, asked, found)
  const rows: [string, string][] = [
    ['step asked for', formatCount(asked)],
    ['step of the frame', formatCount(step)],
    ['received', received],
    ['batch error', formatError(loss)],
  ]
  const edges = conductance.map((value, edge): [string, string] => [
    `edge ${edge}`,
    value.toPrecision(6),
  ])
  const note =
    step === asked
      ? ''
      : 'The board sent no frame of this step: the newest one before it is shown.\n'
  return `${run.config.name || 'Run'}\n${note}${table(rows)}\nConductances\n${table(edges)}`
}

function known(found: StoredFrame | null, asked: number): StoredFrame {
  if (found !== null) return found
  throw new ProblemError({
    id: 'no-frame',
    severity: 'error',
    message: `No frame of the board had come by step ${asked}.`,
    kept: 'Every frame that came later.',
    tip: 'Ask for a later step.',
  })
}
