import type { Machine, Progress } from '../machine/machine'
import type { RunRecording } from './recording'
import type { Telemetry } from './telemetry'

/**
 * The steps at which a run has to stand for its conductances, or its spins, to be taken: those that
 * the record wants, and those that the charts keep.
 */
export class Sampling {
  constructor(
    private readonly machine: Machine,
    private readonly telemetry: Telemetry,
    private readonly recording: RunRecording | null,
  ) {}

  /** The first of them on the way to `goal`, or that. */
  until(goal: number): number {
    const { edgeHistory, spins } = this.telemetry
    if (this.listened) return goal
    return Math.min(
      goal,
      this.recording?.nextSample ?? Infinity,
      edgeHistory.next,
      spins?.next ?? Infinity,
    )
  }

  /** @returns whether the machine stands, unfinished, where something was wanted; it is taken */
  take({ step, finished }: Progress): boolean {
    const { recording, machine, listened } = this
    const { edgeHistory } = this.telemetry
    const recorded = !listened && step === recording?.nextSample
    const kept = this.takeSpins(step)
    if (!recorded && step < edgeHistory.next) return kept && !finished
    const conductance = machine.conductances()
    edgeHistory.add(step, conductance)
    if (recorded) recording?.sample(conductance)
    return !listened && !finished
  }

  /** @returns whether a moment of spins was wanted */
  takeSpins(step: number): boolean {
    const { spins } = this.telemetry
    const eye = this.machine.spins?.() ?? null
    if (spins === null || eye === null || step < spins.next) return false
    spins.add(step, eye)
    return true
  }

  /** A machine that is only listened to does not stop for the record: it keeps every frame. */
  private get listened(): boolean {
    return this.machine.reception !== undefined
  }
}
