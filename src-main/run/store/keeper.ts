import { ProblemError, toProblem, type LabEvent, type Problem } from '@contract'
import type { RunCheckpoint } from '../checkpoint'
import type { RecordedRun, RunRecording } from '../recording'
import type { Versions } from '../record'
import { freeBytes, isStale, roomProblem } from './disk'
import { copyRun } from './move'
import { RunRecorder } from './recorder'
import { RunStore } from './store'

export interface KeeperParts {
  versions: Versions
  /** Who writes, for other programs that want to. */
  program: string
  emit(event: LabEvent): void
  /** Something could not be recorded: the run must not go on by itself. */
  pause(): void
  /** Free bytes in a folder; the disk's own by default. */
  free?(directory: string): number
}

/**
 * Records the run of the moment into the store of a folder. What goes wrong is told and pauses the
 * run, with nothing lost: what could not be written waits, and goes with the rest into another
 * folder if one is chosen. Without a store, because another program has it, runs go unrecorded,
 * and that is told with each of them.
 */
export class RunKeeper {
  private store: RunStore | null = null
  private recorder: RunRecorder | null = null
  /** The present run's, and the former's until the present one has begun. */
  private readonly recorders = new Map<string, RunRecorder>()
  /** Why there is no store. */
  private refusal: Problem | null = null
  private told: Problem | null = null
  /** Bytes, of the last word on the disk's room. */
  private toldFree = 0
  private last: RunCheckpoint | null = null
  private newest: Problem | null = null

  constructor(private readonly parts: KeeperParts) {}

  /** The folder's store; null if it could not be opened. */
  get open(): RunStore | null {
    return this.store
  }

  /** Tells a problem if the store of that folder cannot be used. */
  start(directory: string): void {
    try {
      this.store = RunStore.open(directory, this.parts.program)
    } catch (thrown) {
      this.refusal = toProblem(thrown, 'store-unusable')
      this.parts.emit({ kind: 'problem', problem: this.refusal })
    }
  }

  /** A run begins, or goes on. */
  begin(run: RecordedRun): RunRecording {
    const recorder = new RunRecorder(run, this.parts.versions)
    this.recorder = recorder
    this.recorders.set(run.id, recorder)
    this.last = null
    if (this.store === null) {
      if (this.refusal !== null) this.tell(this.refusal)
      return recorder
    }
    try {
      recorder.goOn(this.store.database)
    } catch (thrown) {
      this.tell(toProblem(thrown, 'store-unwritable'))
    }
    return recorder
  }

  /** Everything up to a checkpoint goes into the store; a run that never began leaves nothing. */
  keep(checkpoint: RunCheckpoint): void {
    const recorder = this.recorders.get(checkpoint.run)
    if (recorder === undefined) return
    if (recorder === this.recorder) this.forgetFormer(recorder)
    if (checkpoint.startedAt === null) return
    if (recorder === this.recorder) this.last = checkpoint
    if (this.store === null) return recorder.discard()
    try {
      recorder.write(this.store.database, checkpoint)
      this.look(this.store, checkpoint)
    } catch (thrown) {
      this.tell({ ...toProblem(thrown, 'store-unwritable'), kept: inMemory })
      this.halt(checkpoint)
    }
  }

  /** Whether a run is being recorded: it cannot be deleted now. */
  isRecording(id: string): boolean {
    return this.recorders.has(id)
  }

  /** Hears what the run tells: a machine that failed leaves no checkpoint. */
  hear(event: LabEvent): void {
    if (event.kind === 'problem') this.newest = event.problem
    if (event.kind !== 'state' || event.state !== 'failed') return
    if (event.run !== this.recorder?.run.id || this.store === null || this.newest === null) return
    try {
      this.recorder.fail(this.store.database, this.newest, this.last?.step ?? 0)
    } catch (thrown) {
      this.tell(toProblem(thrown, 'store-unwritable'))
    }
  }

  /**
   * Goes on in another folder, with all that was recorded of the present run.
   * @throws ProblemError; then everything is as it was
   */
  use(directory: string): void {
    const { recorder, last, store: former } = this
    const store = RunStore.open(directory, this.parts.program)
    try {
      if (former !== null && recorder !== null)
        copyRun(former.database, store.database, recorder.run.id)
      recorder?.moved()
      if (last !== null) recorder?.write(store.database, last)
    } catch (thrown) {
      recorder?.moved()
      store.close()
      throw thrown
    }
    this.store = store
    this.refusal = null
    // A full disk refuses even to be tidied up: by now that is no news.
    this.close(former)
    this.solve()
  }

  end(): void {
    this.close(this.store)
    this.store = null
  }

  private look(store: RunStore, checkpoint: RunCheckpoint): void {
    const { free = freeBytes } = this.parts
    const left = free(store.directory)
    const problem = roomProblem(left, store.directory)
    if (problem === null) return this.solve()
    const isNews = problem.id !== this.told?.id || problem.severity !== this.told.severity
    if (isNews || isStale(this.toldFree, left)) {
      this.tell(problem)
      this.toldFree = left
    }
    if (problem.severity === 'error') this.halt(checkpoint)
  }

  /** One that stands already is left alone: its rest is kept too, and that would not end. */
  private halt({ state }: RunCheckpoint): void {
    if (state === 'running') this.parts.pause()
  }

  private forgetFormer(recorder: RunRecorder): void {
    for (const id of this.recorders.keys()) if (id !== recorder.run.id) this.recorders.delete(id)
  }

  private tell(problem: Problem): void {
    if (this.told !== null && this.told.id !== problem.id) this.solve()
    this.told = problem
    this.parts.emit({ kind: 'problem', problem })
  }

  private solve(): void {
    if (this.told !== null) this.parts.emit({ kind: 'solved', id: this.told.id })
    this.told = null
  }

  /** What could not be tidied up is by whoever opens the store next: nothing is lost by that. */
  private close(store: RunStore | null): void {
    try {
      store?.close()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      this.tell(thrown.problem)
    }
  }
}

const inMemory = 'What was recorded before, and in memory what was measured since.'
