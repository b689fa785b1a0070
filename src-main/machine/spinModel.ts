import {
  type Change,
  type Frame,
  type MachineDescription,
  type RuleConfig,
  type RunConfig,
} from '@contract'
import {
  PhysicsError,
  type Data,
  type Errors,
  type StateReader,
  type StateWriter,
} from '../physics'
import {
  evaluateSpins,
  makeXyLearner,
  observeSpins,
  observeStep,
  type SpinsSeen,
  type XyLearner,
} from '../physics/xy'
import { changeSpins } from './adjustSpins'
import { describeSpins } from './describeSpins'
import type { Observables, Sink, SpinEye, StepChunk } from './machine'
import type { Model } from './model'
import { spinEye } from './spinEye'

/** A configuration of spins. */
export type SpinConfig = RunConfig & { rule: Extract<RuleConfig, { kind: 'xy' }> }

export const isOfSpins = (config: RunConfig): config is SpinConfig => config.rule.kind === 'xy'

/**
 * From so many products on a pair takes some 20 ms and more. While spins learn, a picture of so many
 * is of the step's own pair; where they stand still, and below, one is relaxed for it.
 */
const OWN_PAIR_PRODUCTS = 2_500_000

/** What resistors have and spins do not. */
function refuseImperfections({ imperfections }: RunConfig): void {
  const asked = Object.entries(imperfections).find(
    ([name, value]) => name !== 'driveFullScaleV' && value !== 0 && value !== null,
  )
  if (asked === undefined) return
  throw new PhysicsError(
    'imperfections-of-resistors',
    `Spins do not have the imperfection ${asked[0]}.`,
    `Set imperfections.${asked[0]} to none.`,
    `imperfections.${asked[0]}`,
  )
}

/** Spins that learn by equilibrium propagation. */
export class SpinModel implements Model {
  /** A chunk stays below about 400,000 products, some 2 ms, where a step is not more. */
  readonly longest: number
  readonly words: number
  readonly timed: boolean
  readonly learner: XyLearner
  private toldUnrest = false
  /** The example that was looked at last, at its step: a frame and the numbers beside it share it. */
  private seen: { step: number; value: SpinsSeen; own: boolean } | null = null

  /** @throws PhysicsError when the parts do not fit together */
  constructor(config: SpinConfig, data: Data) {
    refuseImperfections(config)
    this.learner = makeXyLearner(config, data)
    this.longest = Math.max(1, Math.min(256, Math.floor(400_000 / this.learner.products)))
    this.words = this.learner.words
    this.timed = this.learner.parts.schedule.clock !== undefined
  }

  get step(): number {
    return this.learner.step
  }

  describe(run: string): MachineDescription {
    return describeSpins(run, this.learner)
  }

  advance(count: number, chunk: StepChunk): void {
    this.learner.advance(count, chunk)
  }

  change(change: Change): void {
    changeSpins(this.learner, change)
    this.seen = null
  }

  /**
   * An example at rest, which takes as long as a step: once for each step.
   * @param live it is for a picture of spins that go on learning
   */
  private seeing(wanted: number | null, live: boolean): SpinsSeen {
    const { learner } = this
    const { step, newestExample } = learner
    const { seen } = this
    const newest = (wanted ?? newestExample) === newestExample
    const known = seen?.step === step && seen.value.example === (wanted ?? newestExample)
    if (known && (live || !seen.own)) return seen.value
    const large = learner.pairProducts >= OWN_PAIR_PRODUCTS
    const ofStep = live && large && newest ? observeStep(learner) : null
    const value = ofStep ?? observeSpins(learner, wanted)
    this.seen = { step, value, own: ofStep !== null }
    return value
  }

  /** Says so when spins are far from rest: their gradients are then not those of the cost. */
  look(sink: Sink): void {
    const { residual, relaxing } = this.learner
    const unrest = residual > 1000 * relaxing.tolerance
    if (unrest && !this.toldUnrest)
      sink.problem({
        id: 'spins-not-at-rest',
        severity: 'warning',
        message: `At step ${this.step} a free state was left with a torque of ${residual.toExponential(1)}; the tolerance is ${relaxing.tolerance}.`,
        where: `step ${this.step}`,
        kept: 'The run goes on.',
        tip: 'Raise rule.relaxation.sweeps, or bring rule.relaxation.omega nearer to 1.9.',
      })
    this.toldUnrest = unrest
  }

  observe(wanted: number | null, live: boolean): Frame['state'] {
    const { couplings, residual } = this.learner
    const { example, freePhase, nudgedPhase, biasStrength, biasPhase } = this.seeing(wanted, live)
    return {
      conductance: couplings.observe(),
      edgeState: couplings.state.slice(),
      example,
      freeV: freePhase,
      clampedV: nudgedPhase,
      spins: { biasStrength, biasPhase, residual },
    }
  }

  conductances(): Float64Array {
    return this.learner.couplings.observe()
  }

  evaluate(): Errors {
    return evaluateSpins(this.learner)
  }

  /** Spins have nothing that is followed step by step. */
  watch(): void {
    return undefined
  }

  observables(): Observables {
    return {
      step: this.step,
      freePower: null,
      clampedPower: null,
      condition: null,
      displacement: null,
      covariance: null,
      moments: null,
      plateau: null,
      cycle: null,
      spins: this.seeing(null, false).readings,
    }
  }

  spins(): SpinEye {
    return spinEye(this.learner)
  }

  expectedUpdates(): number {
    return this.learner.expectedUpdates()
  }

  updateProbability(): Float64Array {
    return this.learner.edgeProbability()
  }

  digest(): string {
    return this.learner.digest()
  }

  save(state: StateWriter): void {
    this.learner.save(state)
  }

  load(state: StateReader): void {
    this.learner.load(state)
    this.seen = null
  }
}
