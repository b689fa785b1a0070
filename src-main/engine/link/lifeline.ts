import type { Adjustment, BoardState, LabEvent, RunConfig, RunState } from '@contract'
import type { RunCheckpoint } from '../../run/checkpoint'
import { sameAdjustment } from '../../run/ledger'
import type { ToEngine } from '../protocol'

/** What the main process remembers of a run and its board, so that it survives the engine's process. */
export class Lifeline {
  private checkpoint: RunCheckpoint | null = null
  private state: RunState = 'empty'
  private later: Adjustment[] = []
  private board: BoardState | null = null
  private pace: (RunConfig['pace'] & { run: string }) | null = null

  get runState(): RunState {
    return this.state
  }

  keep(checkpoint: RunCheckpoint): void {
    this.checkpoint = checkpoint
    this.later = []
  }

  hear(event: LabEvent): void {
    if (event.kind === 'state') this.state = event.state
    if (event.kind === 'board') this.board = event.board
    if (event.kind === 'adjusted' && event.run === this.checkpoint?.run) {
      const { adjustment } = event
      const planned = this.checkpoint.config.adjustments.some((one) =>
        sameAdjustment(one, adjustment),
      )
      if (!planned) this.later.push(adjustment)
    }
  }

  /** The engine took up another pace; its next checkpoint may still be from before. */
  paced(pace: RunConfig['pace']): void {
    if (this.checkpoint !== null) this.pace = { ...pace, run: this.checkpoint.run }
  }

  /** The message that makes a fresh engine take the board up; null if there was none. */
  recollection(): Extract<ToEngine, { kind: 'recall' }> | null {
    const { board } = this
    return board === null || board.target === null ? null : { kind: 'recall', board }
  }

  /** The message that makes a fresh engine go on; null if there was no run. */
  resumption(): Extract<ToEngine, { kind: 'resume' }> | null {
    if (this.checkpoint === null) return null
    const { checkpoint, pace } = this
    const { stepsPerSecond } = pace?.run === checkpoint.run ? pace : checkpoint.config.pace
    return {
      kind: 'resume',
      checkpoint: { ...checkpoint, config: { ...checkpoint.config, pace: { stepsPerSecond } } },
      state: this.state,
      adjustments: [...this.later],
    }
  }

  /** The run; a board stays what it is. */
  forget(): void {
    this.checkpoint = null
    this.pace = null
    this.state = 'empty'
    this.later = []
  }
}
