import type { CommandName, Reply, Request } from './commands'
import type { LabEvent } from './events'
import type { Frame } from './frame'
import type { Problem } from './problem'

/** A command ends in its reply or in a problem; it never rejects for a reason that can be told. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** `window.lab`: all that the renderer can reach. */
export interface Lab {
  send<K extends CommandName>(name: K, request: Request<K>): Promise<Outcome<Reply<K>>>
  /** Returns a function that ends the subscription. */
  onEvent(listener: (event: LabEvent) => void): () => void
  /** One listener at a time; each frame must be acknowledged with its sequence number. */
  onFrame(listener: (frame: Frame) => void): () => void
  acknowledge(sequence: number): void
  /** Where a file or folder lies that was dropped on the window; empty: nowhere on this computer. */
  pathOf(file: File): string
}
