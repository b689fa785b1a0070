import type {
  Adjustment,
  Change,
  Evaluation,
  Frame,
  MachineDescription,
  RunConfig,
} from '@contract'
import type { Data } from '../physics'
import { inOrder, rehearse } from './adjustments'
import { readCheckpoint, writeCheckpoint, type Position } from './checkpoint'
import { shippedData } from './data'
import type {
  Budget,
  Machine,
  Progress,
  Sink,
  StepChunk,
  Observables,
  SpinEye,
  Watching,
} from './machine'
import type { Model } from './model'
import { refuseNotFinite } from './notFinite'
import { asProblem } from './problem'
import { ResistorModel } from './resistorModel'
import { ofResistors } from './resistors'
import { isOfSpins, SpinModel } from './spinModel'

interface Run {
  readonly config: RunConfig
  readonly model: Model
  readonly chunk: StepChunk
  readonly adjustments: readonly Adjustment[]
  /** Adjustments of the configuration that were made. */
  made: number
  position: Position
}

/** A network of the physics room, of resistors or of spins, behind the contract of all machines. */
export class SimulatedMachine implements Machine {
  private run: Run | null = null

  constructor(private readonly data: Data = shippedData) {}

  async configure(run: string, config: RunConfig): Promise<MachineDescription> {
    this.run = null
    const make = (): Model =>
      isOfSpins(config)
        ? new SpinModel(config, this.data)
        : new ResistorModel(ofResistors(config), this.data)
    const model = asProblem(() => {
      if (config.adjustments.length > 0) rehearse(config, make())
      return make()
    })
    const longest = model.longest
    this.run = {
      config,
      model,
      chunk: {
        firstStep: 1,
        count: 0,
        loss: new Float64Array(longest),
        words: model.words,
        masks: new Uint32Array(longest * model.words),
        ...(model.timed ? { time: new Float64Array(longest) } : {}),
      },
      adjustments: inOrder(config),
      made: 0,
      position: { limit: config.stop.steps ?? Infinity, started: false },
    }
    return model.describe(run)
  }

  async advance(budget: Budget, sink: Sink): Promise<Progress> {
    const run = this.configured()
    const { model, chunk, position } = run
    const every = run.config.evaluate.every
    if (!position.started) {
      position.started = true
      sink.evaluated(this.evaluate())
      this.replay(run, sink)
      model.look(sink)
    }
    const goal = Math.min(position.limit, model.step + budget.steps)
    while (model.step < goal) {
      const before = model.step
      const nextEvaluation = before + every - (before % every)
      const nextAdjustment = run.adjustments[run.made]?.step ?? Infinity
      chunk.firstStep = before + 1
      chunk.count =
        Math.min(goal, nextEvaluation, nextAdjustment, before + chunk.loss.length) - before
      model.advance(chunk.count, chunk)
      refuseNotFinite(chunk)
      sink.steps(chunk)
      if (model.step === nextEvaluation) {
        sink.evaluated(this.evaluate())
        model.look(sink)
      }
      this.replay(run, sink)
      if (budget.expired()) break
    }
    return { step: model.step, finished: model.step >= position.limit }
  }

  /** Makes the adjustments of the configuration that are due. */
  private replay(run: Run, sink: Sink): void {
    const { model, adjustments } = run
    while (run.made < adjustments.length && adjustments[run.made].step <= model.step) {
      const { change } = adjustments[run.made++]
      asProblem(() => model.change(change))
      sink.adjusted({ step: model.step, change })
    }
  }

  async adjust(change: Change, sink: Sink): Promise<void> {
    const { model } = this.configured()
    asProblem(() => model.change(change))
    sink.adjusted({ step: model.step, change })
  }

  extend(steps: number | null): void {
    const { position } = this.configured()
    position.limit = steps === null ? Infinity : position.limit + steps
  }

  observe(example: number | null = null, live = false): Frame['state'] {
    return this.configured().model.observe(example, live)
  }

  conductances(): Float64Array {
    return this.configured().model.conductances()
  }

  evaluate(): Evaluation {
    const { model } = this.configured()
    return { step: model.step, ...model.evaluate() }
  }

  watch(watching: Watching | null): void {
    this.configured().model.watch(watching)
  }

  observables(exact = true): Observables {
    return this.configured().model.observables(exact)
  }

  spins(): SpinEye | null {
    return this.configured().model.spins()
  }

  expectedUpdates(): number {
    return this.configured().model.expectedUpdates()
  }

  updateProbability(): Float64Array {
    return this.configured().model.updateProbability()
  }

  hash(): string {
    return this.configured().model.digest()
  }

  async checkpoint(): Promise<Uint8Array> {
    const { config, model, position } = this.configured()
    return writeCheckpoint(config, model, position)
  }

  async restore(checkpoint: Uint8Array): Promise<void> {
    const run = this.configured()
    run.position = readCheckpoint(checkpoint, run.config, run.model)
    const due = run.adjustments.findIndex(({ step }) => step > run.model.step)
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
