import type { Problem } from '@contract'

export interface TransportEvents {
  /** Bytes that came in; the array is the listener's to keep. */
  data(bytes: Uint8Array): void
  /** The line is gone, once; null when it was closed from here. */
  closed(problem: Problem | null): void
}

/**
 * A line of bytes to a board: one object per attempt, opened once and never again, so that nothing
 * that was written to a dead line can reach a board later.
 */
export interface Transport {
  /** For messages: a path, or what it is. */
  readonly name: string
  /** @throws ProblemError */
  open(events: TransportEvents): Promise<void>
  /** @throws ProblemError when the line is closed: nothing is queued. */
  write(bytes: Uint8Array): Promise<void>
  /** Never throws; the second call does nothing. */
  close(): Promise<void>
}
