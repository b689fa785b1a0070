import type {
  Adjustment,
  Evaluation,
  Frame,
  Gap,
  MachineDescription,
  Problem,
  SeriesName,
} from '@contract'
import type { Machine, Sink, StepChunk } from '../machine/machine'
import { OpenBucket } from './bucket'
import { RunClock, type ClockSnapshot } from './clock'
import { EdgeHistory, type EdgeHistorySnapshot } from './edgeHistory'
import { EdgeIntervals } from './edgeIntervals'
import { Expectation, mean, type ExpectationSnapshot } from './expectation'
import { outputErrors } from './outputErrors'
import { RunHistory, type HistorySnapshot } from './history'
import { Raster, RASTER_STEPS } from './raster'
import { SpinHistory, type SpinHistorySnapshot } from './spinHistory'
import { TimeIntervals } from './timeIntervals'
import { UpdateTiming, type TimingSnapshot } from './timing'

/** In a frame's `edgeState`. */
const LEARNS = 0

export interface TelemetrySnapshot {
  timing: TimingSnapshot
  /** Of a schedule in continuous time. */
  time: Frame['timing']['time']
  raster: Frame['raster']
  expectation: ExpectationSnapshot
  /** Left out by checkpoints from before it was kept: then time goes evenly. */
  clock?: ClockSnapshot
  history: HistorySnapshot
  evaluation: Evaluation | null
  /** Left out: a record from before it was kept. */
  edges?: EdgeHistorySnapshot
  /** Where nodes are spins. */
  spins?: SpinHistorySnapshot | undefined
}

/** What the telemetry passes on as it happens. */
export interface TelemetryListener {
  adjusted(adjustment: Adjustment): void
  problem(problem: Problem): void
  gap?(gap: Gap): void
}

/** What a frame says besides the measurements. */
export type FrameHead = Pick<
  Frame,
  'run' | 'sequence' | 'runTimeMs' | 'sentAtMs' | 'stepsPerSecond' | 'counters'
>

/**
 * Folds what a machine measures into the next frame and into the run's history. O(1 + edges / 8)
 * per step; nothing is allocated per step.
 */
export class Telemetry implements Sink {
  readonly history: RunHistory
  readonly edgeHistory: EdgeHistory
  /** null: nodes are no spins. */
  readonly spins: SpinHistory | null
  /** Step of the newest measurement. */
  step = 0
  /** The newest evaluation, whether it is part of the record or only for display. */
  evaluation: Evaluation | null = null

  private readonly expectation: Expectation
  private readonly clock = new RunClock()
  private readonly timing: UpdateTiming
  private readonly time: TimeIntervals | null
  private readonly raster: Raster
  private readonly open = {
    batch: new OpenBucket(),
    train: new OpenBucket(),
    test: new OpenBucket(),
    trainAccuracy: new OpenBucket(),
    testAccuracy: new OpenBucket(),
    twin: new OpenBucket(),
  }
  private readonly outputCount: number
  /** Of the edge that is watched; null: none is. */
  private edge: EdgeIntervals | null = null
  private rasterSteps = RASTER_STEPS
  /** Of spins: whose phases are shown; null: the newest. */
  private example: number | null = null
  /** The rates of update changed: what follows has another slope. */
  private rateChanged = false

  constructor(
    private readonly machine: Machine,
    description: MachineDescription,
    private readonly listener: TelemetryListener,
  ) {
    const edges = description.edges.length
    this.expectation = new Expectation(mean(description.updateProbability))
    this.history = new RunHistory(this.expectation, this.clock)
    this.edgeHistory = new EdgeHistory(description.initialConductance)
    this.spins = historyOfSpins(description)
    this.timing = new UpdateTiming(edges)
    const { updateRate } = description
    this.time = updateRate === undefined ? null : new TimeIntervals(updateRate)
    this.outputCount = description.outputs.length
    this.raster = new Raster(Math.max(1, (edges + 31) >>> 5))
  }

  steps(chunk: StepChunk): void {
    if (chunk.count === 0) return
    if (chunk.at !== undefined) return this.someSteps(chunk, chunk.at)
    const { firstStep, count, loss, masks } = chunk
    this.settleRate(firstStep - 1)
    this.open.batch.addSteps(firstStep, loss, count, this.history.of('batch'))
    this.timing.add(firstStep, count, masks)
    this.time?.add(chunk)
    this.edge?.add(chunk)
    this.raster.add(firstStep, count, masks, undefined, chunk.time)
    this.step = firstStep + count - 1
  }

  /** Steps with others between them that nobody saw. */
  private someSteps({ firstStep, count, loss, words, masks }: StepChunk, at: Float64Array): void {
    this.settleRate(firstStep - 1)
    for (let row = 0; row < count; row++) {
      this.open.batch.add(at[row], loss[row])
      this.history.of('batch').add(at[row], loss[row])
    }
    this.timing.addSeen(at, count, words, masks, this.step)
    this.raster.add(firstStep, count, masks, at)
    this.step = at[count - 1]
  }

  /** Errors of the twin's batches, of consecutive steps. @param count 1 or more */
  twin(firstStep: number, loss: Float64Array, count: number): void {
    this.open.twin.addSteps(firstStep, loss, count, this.history.of('twin'))
  }

  /** Another twin begins at step 0. */
  forgetTwin(): void {
    this.open.twin.take()
    this.history.forget('twin')
  }

  /** No interval between two updates reaches over steps that nobody saw. */
  gap(gap: Gap): void {
    this.timing.interruptAll(gap.toStep - 1)
    this.edge?.interrupt()
    this.listener.gap?.(gap)
  }

  evaluated(evaluation: Evaluation): void {
    const { step } = evaluation
    this.evaluation = evaluation
    this.measure('train', step, evaluation.trainError)
    this.measure('test', step, evaluation.testError)
    this.measure('trainAccuracy', step, evaluation.trainAccuracy)
    this.measure('testAccuracy', step, evaluation.testAccuracy)
    this.history.addOutputs(step, outputErrors(evaluation, this.outputCount))
  }

  adjusted(adjustment: Adjustment): void {
    const { change, step } = adjustment
    if (change.kind === 'set' && change.path === 'schedule.probability') {
      this.settleRate(step)
      this.rateChanged = true
      this.timing.restart(step)
      this.time?.restart()
      this.edge?.restart(step)
    }
    if (change.kind === 'edge') {
      this.timing.interrupt(change.edge, step)
      this.time?.interrupt(change.edge)
      if (change.edge === this.edge?.edge) this.edge.interrupt()
    }
    this.listener.adjusted(adjustment)
  }

  problem(problem: Problem): void {
    this.listener.problem(problem)
  }

  /** An evaluation for display alone: it enters no series. */
  show(evaluation: Evaluation): void {
    this.evaluation = evaluation
  }

  /**
   * What frames carry beyond what is always in them.
   * @param edge whose intervals are counted from now on; null: of none
   * @param example of spins: whose phases are shown; null: the newest
   */
  watch(rasterSteps: number, edge: number | null, example: number | null = null): void {
    this.rasterSteps = rasterSteps
    this.example = example
    if (edge === (this.edge?.edge ?? null)) return
    this.edge = edge === null ? null : new EdgeIntervals(edge, this.step, this.time?.binS ?? null)
  }

  /**
   * The frame so far; the buckets of the next one begin empty. O(edges + nodes).
   * @param live the machine goes on
   */
  frame(head: FrameHead, live = false): Frame {
    const buckets: Frame['buckets'] = {}
    for (const name of Object.keys(this.open) as SeriesName[]) {
      const bucket = this.open[name].take()
      if (bucket !== null) buckets[name] = bucket
    }
    return { ...this.still(head, live), buckets }
  }

  /** The present state without buckets: takes nothing from the next frame. */
  still(head: FrameHead, live = false): Frame {
    this.clock.pass(this.step, head.runTimeMs)
    const state = this.machine.observe(this.example, live)
    return {
      ...head,
      step: this.step,
      expectedUpdates: this.machine.expectedUpdates(),
      buckets: {},
      raster: this.raster.snapshot(this.rasterSteps),
      timing: this.timed(state),
      state,
      evaluation: this.evaluation,
    }
  }

  /** Notes how long it took to come to the present step, ms; each frame does so by itself. */
  passTime(runTimeMs: number): void {
    this.clock.pass(this.step, runTimeMs)
  }

  snapshot(): TelemetrySnapshot {
    this.settleRate(this.step)
    return {
      timing: this.timing.snapshot(),
      time: this.time?.snapshot(),
      raster: this.raster.snapshot(),
      expectation: this.expectation.snapshot(),
      clock: this.clock.snapshot(),
      history: this.history.snapshot(),
      evaluation: this.evaluation,
      edges: this.edgeHistory.snapshot(),
      ...(this.spins === null ? {} : { spins: this.spins.snapshot() }),
    }
  }

  restore(snapshot: TelemetrySnapshot, step: number, runTimeMs: number): void {
    this.step = step
    this.clock.restore(snapshot.clock ?? { step: [0], runTimeMs: [0] })
    this.clock.pass(step, runTimeMs)
    this.timing.restore(snapshot.timing)
    if (snapshot.time !== undefined) this.time?.restore(snapshot.time)
    this.raster.restore(snapshot.raster)
    this.expectation.restore(snapshot.expectation)
    this.history.restore(snapshot.history)
    this.evaluation = snapshot.evaluation
    this.edgeHistory.restore(snapshot.edges)
    this.spins?.restore(snapshot.spins)
  }

  private timed({ edgeState }: Frame['state']): Frame['timing'] {
    // Only an edge that learns updates, whatever the schedule says.
    const updateProbability = Float64Array.from(this.machine.updateProbability(), (p, edge) =>
      edgeState[edge] === LEARNS ? p : 0,
    )
    return {
      ...this.timing.measured(),
      updateProbability,
      ...(this.time === null ? {} : { time: this.time.snapshot() }),
      ...(this.edge === null ? {} : { edge: this.edge.snapshot() }),
    }
  }

  private measure(name: SeriesName, step: number, value: number | null): void {
    if (value === null) return
    this.open[name].add(step, value)
    this.history.of(name).add(step, value)
  }

  private settleRate(step: number): void {
    if (!this.rateChanged) return
    this.rateChanged = false
    this.expectation.change(step, mean(this.machine.updateProbability()))
  }
}

function historyOfSpins({ model, nodes }: MachineDescription): SpinHistory | null {
  if (model !== 'xy') return null
  const numbered = nodes.map(({ role }, node) => ({ role, node }))
  const of = (wanted: (role: string) => boolean): number[] =>
    numbered.filter(({ role }) => wanted(role)).map(({ node }) => node)
  return new SpinHistory(
    of((role) => role === 'target'),
    of((role) => role !== 'source'),
  )
}
