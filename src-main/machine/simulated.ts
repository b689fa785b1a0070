import type {
  Adjustment,
  Change,
  Evaluation,
  Frame,
  MachineDescription,
  RunConfig,
} from '@contract'
import { makeLearner, type Data, type Learner, Observer } from '../physics'
import { inOrder, rehearse } from './adjustments'
import { applyChange } from './adjust'
import { readCheckpoint, writeCheckpoint, type Position } from './checkpoint'
import { ConditionWatch } from './conditionWatch'
import { shippedData } from './data'
import { describe } from './describe'
import type { Budget, Machine, Progress, Sink, StepChunk, Observables, Watching } from './machine'
import { asProblem } from './problem'

/**
 * Steps between two looks at the budget: at most 256, 0.2 ms on penn16; on large networks fewer, so
 * that a chunk stays below about 400,000 products, some 2 ms, and commands act at once.
 */
function chunkSteps({ products }: Learner): number {
  return Math.max(1, Math.min(256, Math.floor(400_000 / products)))
}

interface Run {
  readonly config: RunConfig
  readonly learner: Learner
  readonly observer: Observer
  readonly conditionWatch: ConditionWatch
  readonly chunk: StepChunk
  readonly adjustments: readonly Adjustment[]
  /** Adjustments of the configuration that were made. */
  made: number
  position: Position
}

/** A network of the physics room behind the contract of all machines. */
export class SimulatedMachine implements Machine {
  private run: Run | null = null

  constructor(private readonly data: Data = shippedData) {}

  async configure(run: string, config: RunConfig): Promise<MachineDescription> {
    this.run = null
    const learner = asProblem(() => {
      if (config.adjustments.length > 0) rehearse(config, makeLearner(config, this.data))
      return makeLearner(config, this.data)
    })
    const longest = chunkSteps(learner)
    const observer = new Observer(learner)
    this.run = {
      config,
      learner,
      observer,
      conditionWatch: new ConditionWatch(observer),
      chunk: {
        firstStep: 1,
        count: 0,
        loss: new Float64Array(longest),
        words: learner.words,
        masks: new Uint32Array(longest * learner.words),
        ...(learner.parts.schedule.clock === undefined ? {} : { time: new Float64Array(longest) }),
      },
      adjustments: inOrder(config),
      made: 0,
      position: { limit: config.stop.steps ?? Infinity, started: false },
    }
    return describe(run, learner)
  }

  async advance(budget: Budget, sink: Sink): Promise<Progress> {
    const run = this.configured()
    const { learner, chunk, position } = run
    const every = run.config.evaluate.every
    if (!position.started) {
      position.started = true
      sink.evaluated(this.evaluate())
      this.replay(run, sink)
      run.conditionWatch.look(learner.step, sink)
    }
    const goal = Math.min(position.limit, learner.step + budget.steps)
    while (learner.step < goal) {
      const before = learner.step
      const nextEvaluation = before + every - (before % every)
      const nextAdjustment = run.adjustments[run.made]?.step ?? Infinity
      chunk.firstStep = before + 1
      chunk.count =
        Math.min(goal, nextEvaluation, nextAdjustment, before + chunk.loss.length) - before
      learner.advance(chunk.count, chunk)
      sink.steps(chunk)
      if (learner.step === nextEvaluation) {
        sink.evaluated(this.evaluate())
        run.conditionWatch.look(learner.step, sink)
      }
      this.replay(run, sink)
      if (budget.expired()) break
    }
    return { step: learner.step, finished: learner.step >= position.limit }
  }

  /** Makes the adjustments of the configuration that are due. */
  private replay(run: Run, sink: Sink): void {
    const { learner, adjustments } = run
    while (run.made < adjustments.length && adjustments[run.made].step <= learner.step) {
      const { change } = adjustments[run.made++]
      asProblem(() => applyChange(learner, change))
      run.observer.restart()
      sink.adjusted({ step: learner.step, change })
    }
  }

  async adjust(change: Change, sink: Sink): Promise<void> {
    const { learner, observer } = this.configured()
    asProblem(() => applyChange(learner, change))
    observer.restart()
    sink.adjusted({ step: learner.step, change })
  }

  extend(steps: number | null): void {
    const { position } = this.configured()
    position.limit = steps === null ? Infinity : position.limit + steps
  }

  observe(): Frame['state'] {
    const { learner } = this.configured()
    return {
      conductance: learner.edges.observe(),
      edgeState: learner.edges.state.slice(),
      ...learner.observe(),
    }
  }

  conductances(): Float64Array {
    return this.configured().learner.edges.observe()
  }

  evaluate(): Evaluation {
    const { learner } = this.configured()
    return { step: learner.step, ...learner.evaluate() }
  }

  watch(watching: Watching | null): void {
    this.configured().observer.watch(watching)
  }

  observables(exact = true): Observables {
    return this.configured().observer.observables(exact)
  }

  expectedUpdates(): number {
    return this.configured().learner.expectedUpdates()
  }

  updateProbability(): Float64Array {
    return this.configured().learner.parts.schedule.probability.slice()
  }

  hash(): string {
    return this.configured().learner.digest()
  }

  async checkpoint(): Promise<Uint8Array> {
    const { config, learner, position } = this.configured()
    return writeCheckpoint(config, learner, position)
  }

  async restore(checkpoint: Uint8Array): Promise<void> {
    const run = this.configured()
    run.position = readCheckpoint(checkpoint, run.config, run.learner)
    run.observer.restart()
    const due = run.adjustments.findIndex(({ step }) => step > run.learner.step)
    run.made = !run.position.started ? 0 : due < 0 ? run.adjustments.length : due
  }

  async close(): Promise<void> {
    this.run = null
  }

  private configured(): Run {
    if (this.run === null) throw new Error('the machine is not configured')
    return this.run
  }
}
