import type {
  Adjustment,
  Change,
  Evaluation,
  Frame,
  MachineDescription,
  Problem,
  RunConfig,
} from '@contract'

/**
 * What happened in a row of steps. Reused by the machine: a sink copies what it keeps.
 * Steps are numbered from 1; step n is the n-th update.
 */
export interface StepChunk {
  firstStep: number
  /** Steps in this chunk, at most the arrays' length. */
  count: number
  /** Error of the step's batch in the free state before the update, V^2. */
  readonly loss: Float64Array
  /** 32-bit words per step. */
  readonly words: number
  /** count x words: bit e % 32 of word e >> 5 is set if edge e updated. */
  readonly masks: Uint32Array
  /** count values: simulated time after each step, s; for schedules in continuous time only. */
  readonly time?: Float64Array
}

/** Where a machine pushes what it measured, in the order in which it happened. */
export interface Sink {
  steps(chunk: StepChunk): void
  evaluated(evaluation: Evaluation): void
  adjusted(adjustment: Adjustment): void
  problem(problem: Problem): void
}

/** How far to go before handing back: whichever comes first. */
export interface Budget {
  steps: number
  /** Tells when time is up; asked once per chunk, so that no clock enters the physics. */
  expired(): boolean
}

export interface Progress {
  step: number
  /** The stop rule of the configuration was met. */
  finished: boolean
}

/** What is looked at on every step, from when it is asked for. */
export interface Watching {
  /** Mean squared displacement of the conductances. */
  displacement: boolean
  /** Covariance of the changes of a step. */
  covariance: boolean
  /** Exact detection of a cycle, for steps that draw nothing at random. */
  cycle: boolean
  /** Windows in steps; a plateau is where the error falls by less than the tolerance; null: not. */
  plateau: { window: number; tolerance: number } | null
}

/** Physics beyond the frame; null where it was not asked for or cannot be. E edges. */
export interface Observables {
  step: number
  /** Power dissipated in both states of the newest example: W where conductances are in S. */
  freePower: number
  clampedPower: number
  /** 1-norm condition number of the reduced Laplacian, exact but for rounding; null: not known. */
  condition: number | null
  displacement: {
    /** Steps. */
    lag: Float64Array
    /** Mean over edges and origins of (k(t + lag) - k(t))^2. */
    meanSquare: Float64Array
    origins: Float64Array
  } | null
  covariance: {
    steps: number
    /** E means of the change of a step. */
    mean: Float64Array
    /** E x E, or E variances where `full` is false. */
    covariance: Float64Array
    full: boolean
  } | null
  plateau: {
    reached: boolean
    /** First step of the plateau. */
    since: number | null
    /** Mean batch errors of the last two windows, V^2. */
    former: number | null
    latest: number | null
  } | null
  /** found is null where no state has come back yet. */
  cycle: { found: { period: number; from: number } | null } | null
}

/** Anything that learns: simulated, board and replay answer the same contract. */
export interface Machine {
  /** @throws ProblemError when the configuration cannot work; the machine is then unconfigured. */
  configure(run: string, config: RunConfig): Promise<MachineDescription>
  advance(budget: Budget, sink: Sink): Promise<Progress>
  /** Takes effect after the current step. @throws ProblemError out of range or not possible. */
  adjust(change: Change, sink: Sink): Promise<void>
  /** Goes past the stop rule by so many steps; null: without end. */
  extend(steps: number | null): void
  /** The latest state, for display. */
  observe(): Frame['state']
  /** Errors over all examples now, for display; feeds nothing back. */
  evaluate(): Evaluation
  /** Begins to look at every step, or ends it with null; present where the machine can. */
  watch?(watching: Watching | null): void
  /** What `watch` asked for, and what can be said at any time; feeds nothing back. */
  observables?(): Observables
  /** Mean over edges of the expected number of updates so far. */
  expectedUpdates(): number
  /** E values: expected updates per step of each edge under the present schedule. */
  updateProbability(): Float64Array
  /** Hash of the trajectory so far, 16 hexadecimal digits. */
  hash(): string
  /** Enough to continue bit for bit (simulated), or to attach again (board). */
  checkpoint(): Promise<Uint8Array>
  /** After `configure` with the same configuration. @throws ProblemError on a foreign checkpoint. */
  restore(checkpoint: Uint8Array): Promise<void>
  close(): Promise<void>
}
