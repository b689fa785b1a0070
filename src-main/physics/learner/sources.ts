import { PhysicsError } from '../error'
import type { StateReader, StateWriter } from '../state'
import { turnAt, type Task } from '../tasks'
import { failedDrive, type Drive } from './drive'
import type { Parts } from './parts'

/** Which sources drive the network, and how those that work do it. */
export class Sources {
  /** S flags: the source has failed. */
  readonly failed: Uint8Array
  drive: Drive

  constructor(private readonly parts: Parts) {
    this.failed = new Uint8Array(parts.roles.sources.length)
    this.drive = this.whole()
  }

  private whole(): Drive {
    const { roles, solver, task } = this.parts
    return { roles, solver, tasks: task.turns?.tasks ?? [task] }
  }

  /** Whether all drive. */
  get sound(): boolean {
    return !this.failed.includes(1)
  }

  /** The task whose turn a step is, as the working sources see it. */
  taskAt(step: number): Task {
    return this.drive.tasks[turnAt(this.parts.task, step)]
  }

  /**
   * A source that fails is driven no more and floats.
   * @param cut E flags: the edge does not conduct.
   * @throws PhysicsError, and nothing changed
   */
  set(source: number, failed: boolean, cut: Uint8Array): void {
    const { network, roles, task } = this.parts
    if (!Number.isInteger(source) || source < 0 || source >= this.failed.length)
      throw new PhysicsError(
        'unknown-source',
        `The network has no source ${source}.`,
        `Sources: 0 to ${this.failed.length - 1}.`,
        'source',
      )
    const next = this.failed.slice()
    next[source] = failed ? 1 : 0
    this.drive = next.includes(1) ? failedDrive(network, roles, task, next, cut) : this.whole()
    this.failed.set(next)
  }

  save(state: StateWriter): void {
    state.integers(this.failed)
  }

  /** @returns the sources that are to fail or to drive again, and which of both. */
  load(state: StateReader): { source: number; failed: boolean }[] {
    const saved = new Uint8Array(this.failed.length)
    state.integers(saved)
    return [...saved.keys()]
      .filter((source) => saved[source] !== this.failed[source])
      .map((source) => ({ source, failed: saved[source] === 1 }))
  }
}
