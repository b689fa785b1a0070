import type { BoardDevice, MachineDescription, RunConfig } from '@contract'
import type { Sink } from '../machine/machine'
import type { RunCheckpoint } from './checkpoint'

/** Hangs on the sink of a run, before anything is thinned out for display. */
export interface RunRecording extends Sink {
  /** The step whose conductances are wanted next; Infinity: none. */
  readonly nextSample: number
  /** So much waits to be written that nothing more should be measured before a checkpoint. */
  readonly full: boolean
  /** The machine stands at `nextSample`. @param conductance E values */
  sample(conductance: Float64Array): void
  /** Of a run on a board, whenever it is known anew. */
  identified(device: BoardDevice): void
}

/** A run that begins to be recorded, or goes on from a checkpoint. */
export interface RecordedRun {
  id: string
  initialConfig: RunConfig
  config: RunConfig
  description: MachineDescription
  from: RunCheckpoint | null
}

/** Hands everything on to both, in order. */
export function both(one: Sink, other: Sink): Sink {
  return {
    steps(chunk) {
      one.steps(chunk)
      other.steps(chunk)
    },
    evaluated(evaluation) {
      one.evaluated(evaluation)
      other.evaluated(evaluation)
    },
    adjusted(adjustment) {
      one.adjusted(adjustment)
      other.adjusted(adjustment)
    },
    problem(problem) {
      one.problem(problem)
      other.problem(problem)
    },
    gap(gap) {
      one.gap?.(gap)
      other.gap?.(gap)
    },
    received(frame, atMs) {
      one.received?.(frame, atMs)
      other.received?.(frame, atMs)
    },
  }
}
