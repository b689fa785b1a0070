import type {
  Adjustment,
  BoardDevice,
  Change,
  Evaluation,
  Frame,
  Gap,
  MachineDescription,
  Problem,
  RunConfig,
  SpinReadings,
  SpinResponses,
  SpinsReply,
} from '@contract'
import type { BoardFrame } from '../board'

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
  /**
   * count values, ascending: the step of each row where others between them were not handed over;
   * the first is firstStep. Left out: steps one after another, and none missing before them.
   */
  readonly at?: Float64Array
}

/** Where a machine pushes what it measured, in the order in which it happened. */
export interface Sink {
  steps(chunk: StepChunk): void
  evaluated(evaluation: Evaluation): void
  adjusted(adjustment: Adjustment): void
  problem(problem: Problem): void
  /** Steps that should have been handed over and are lost; comes before what follows them. */
  gap?(gap: Gap): void
  /** Everything that a frame of a board says, as it came; epoch time, ms. */
  received?(frame: BoardFrame, atMs: number): void
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
  /** The machine cannot go on by itself and told its sink why: the run pauses. */
  halted?: true
}

/** What came of a machine that learns by itself and is only listened to. */
export interface Reception {
  device: BoardDevice
  framesReceived: number
  /** By their sequence numbers. */
  framesMissed: number
  /** The intervals between frames, each with the first step from which it held. */
  frameEvery: readonly { sinceStep: number; steps: number }[]
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
  /** Power dissipated in both states of the newest example: W where conductances are in S; null of spins. */
  freePower: number | null
  clampedPower: number | null
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
  /** Of the changes of the step to come, over batches and edges that it may draw, exactly. */
  moments: {
    /** E values. */
    mean: Float64Array
    /** E x E. */
    covariance: Float64Array
    /** Batches that were gone through; null: by the ideal rule's formula away from its bounds. */
    batches: number | null
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
  /** Where nodes are spins. */
  spins?: SpinReadings
}

/** What spins had learned by a moment: enough to look at them again. N spins, E bonds. */
export interface SpinMoment {
  /** E couplings as the spins feel them. */
  coupling: ArrayLike<number>
  /** 2N components of the biases. */
  bias: ArrayLike<number>
}

/** Spins looked at. */
export type SpinView = Omit<SpinsReply, 'run' | 'step'>

/** Looks into spins, now or as they were; feeds nothing back. */
export interface SpinEye {
  /** To be looked at later. */
  moment(): SpinMoment
  /** @param at null: now. @param example of the training set; null: the newest */
  view(at: SpinMoment | null, example: number | null): SpinView
  /** The responses alone. */
  responses(at: SpinMoment): SpinResponses
}

/** Anything that learns: simulated, board and replay answer the same contract. */
export interface Machine {
  /** @throws ProblemError when the configuration cannot work; the machine is then unconfigured. */
  configure(run: string, config: RunConfig): Promise<MachineDescription>
  advance(budget: Budget, sink: Sink): Promise<Progress>
  /**
   * Of a machine that goes on between two calls of `advance`: stops it, and hands over what it did
   * until then. One that is out of reach is stopped when it is back.
   */
  rest?(sink: Sink): Promise<void>
  /** Of a machine that is only listened to. */
  reception?(): Reception
  /** Takes effect after the current step. @throws ProblemError out of range or not possible. */
  adjust(change: Change, sink: Sink): Promise<void>
  /** Goes past the stop rule by so many steps; null: without end. */
  extend(steps: number | null): void
  /**
   * The latest state, for display.
   * @param example of spins: whose phases; null: the newest
   * @param live for a picture while it goes on: large lattices of spins then show the newest step's
   *   own pair, and relax none for it; false by default
   */
  observe(example?: number | null, live?: boolean): Frame['state']
  /** E values: the conductances of `observe()` alone, of which nothing has to be computed. */
  conductances(): Float64Array
  /** Errors over all examples now, for display; feeds nothing back. */
  evaluate(): Evaluation
  /** Begins to look at every step, or ends it with null; present where the machine can. */
  watch?(watching: Watching | null): void
  /**
   * What `watch` asked for, and what can be said at any time; feeds nothing back.
   * @param exact with the moments of the step to come, which may take long; default true
   */
  observables?(exact?: boolean): Observables
  /** Looks closer at spins; null where nodes are none. */
  spins?(): SpinEye | null
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
  /**
   * In the place of `configure` and `restore`, for a machine that went on by itself: takes it up as
   * it is. @throws ProblemError where it is no longer at this run.
   */
  attach?(run: string, config: RunConfig, checkpoint: Uint8Array): Promise<MachineDescription>
  close(): Promise<void>
}
