import type { LabEvent, Problem } from '@contract'

/** The engine is asked for a sign of life so often. */
export const BEAT_MS = 2000
/** So many beats without one are told: 10 s. */
const TOLD_BEATS = 5
/**
 * So many beats without one end it: a minute. Building a network of 10^5 nodes takes seconds, and
 * while the engine works nothing is lost by waiting.
 */
const MOST_BEATS = 30
/** A beat that comes so late means that this process itself was stalled, or the computer slept. */
const STALLED_MS = 2 * BEAT_MS

export interface HeartbeatParts {
  nowMs(): number
  ask(): void
  /** Someone holds the engine on purpose (SIGSTOP, a debugger). */
  isSuspended(): boolean
  end(): void
  emit(event: LabEvent): void
}

/**
 * Notices an engine that hangs: it lives but says nothing for a minute of beats. Beats that this
 * process could not keep do not count, so neither sleep nor a stopped process group costs a run.
 */
export class Heartbeat {
  private beatMs: number
  private silent = 0

  constructor(private readonly parts: HeartbeatParts) {
    this.beatMs = parts.nowMs()
  }

  /** Any message of the engine. */
  heard(): void {
    if (this.silent >= TOLD_BEATS) this.parts.emit({ kind: 'solved', id: engineSilent.id })
    this.silent = 0
  }

  /** To be called every `BEAT_MS`. */
  beat(): void {
    const nowMs = this.parts.nowMs()
    const stalled = nowMs - this.beatMs >= STALLED_MS
    this.beatMs = nowMs
    if (stalled) this.heard()
    else if (this.silent >= MOST_BEATS && !this.parts.isSuspended()) return this.parts.end()
    else if (++this.silent === TOLD_BEATS)
      this.parts.emit({ kind: 'problem', problem: engineSilent })
    this.parts.ask()
  }
}

const engineSilent: Problem = {
  id: 'engine-silent',
  severity: 'warning',
  message: `The engine has not answered for ${(TOLD_BEATS * BEAT_MS) / 1000} s.`,
  kept: 'The run up to its last checkpoint.',
  tip: `It is busy or it hangs. After ${(MOST_BEATS * BEAT_MS) / 1000} s it is started again.`,
}
