import type { RunCheckpoint } from './checkpoint'
import type { Time } from './time'
import { Trail, type TrailPoint } from './trail'

/** When a run was under way, for how long, and which states it passed. */
export class Course {
  /** Without the pauses. */
  runTimeMs = 0
  private readonly trail = new Trail()
  private began: string | null = null
  private endedAt: string | null = null

  constructor(private readonly time: Pick<Time, 'nowMs' | 'epochMs'>) {}

  /** null: not yet. */
  get startedAt(): string | null {
    return this.began
  }

  start(): void {
    this.began ??= this.now()
  }

  /** @param hash of the state at that step; asked only now and then. */
  pass(step: number, hash: () => string): void {
    this.endedAt = this.now()
    this.trail.pass(step, this.time.nowMs(), hash)
  }

  /** The state of this step is another one now. */
  changed(step: number): void {
    this.trail.forget(step)
  }

  /** For the run's record. */
  told(): Pick<RunCheckpoint, 'startedAt' | 'runTimeMs'> & {
    endedAt: string | null
    trail: TrailPoint[]
  } {
    const { startedAt, endedAt, runTimeMs } = this
    return { startedAt, endedAt, trail: this.trail.all(), runTimeMs }
  }

  snapshot(): Pick<RunCheckpoint, 'startedAt' | 'endedAt' | 'trail' | 'runTimeMs'> {
    return { ...this.told(), trail: this.trail.snapshot() }
  }

  restore(from: ReturnType<Course['snapshot']>): void {
    this.began = from.startedAt
    this.endedAt = from.endedAt ?? null
    if (from.trail !== undefined) this.trail.restore(from.trail)
    this.runTimeMs = from.runTimeMs
  }

  private now(): string {
    return new Date(this.time.epochMs()).toISOString()
  }
}
