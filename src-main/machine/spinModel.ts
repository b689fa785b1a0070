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
 * From so many products on a pair takes some 10 ms and more. While spins learn, a picture of so many
 * is of the step's own pair; where they stand still, and below, one is relaxed for it.
 */
const OWN_PAIR_PRODUCTS = 2_500_000
/** Until the example that is looked at comes again, its last picture stays for so many steps. */
const LATE_STEPS = 8

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
  private seen: { step: number; value: SpinsSeen } | null = null
  /** The same of steps that had the pair themselves. */
  private ofStep: { step: number; value: SpinsSeen } | null = null

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
    this.ofStep = null
  }

  /** An example at rest, which takes as long as a step: once for each step. */
  private seeing(wanted: number | null): SpinsSeen {
    const { step, newestExample } = this.learner
    const { seen } = this
    if (seen?.step === step && seen.value.example === (wanted ?? newestExample)) return seen.value
    const value = observeSpins(this.learner, wanted)
    this.seen = { step, value }
    return value
  }

  /** A large example as its last step left it; null: it is small, or that was too long ago. */
  private ownPair(wanted: number | null): SpinsSeen | null {
    const { learner } = this
    const { step, newestExample } = learner
    if (learner.pairProducts < OWN_PAIR_PRODUCTS) return null
    const example = wanted ?? newestExample
    if (example === newestExample && this.ofStep?.step !== step) {
      const value = observeStep(learner)
      this.ofStep = value === null ? null : { step, value }
    }
    const { ofStep } = this
    const late = ofStep?.value.example !== example || step - ofStep.step > LATE_STEPS
    return late ? null : ofStep.value
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
    const own = live ? this.ownPair(wanted) : null
    const { example, freePhase, nudgedPhase, biasStrength, biasPhase } = own ?? this.seeing(wanted)
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
      spins: this.seeing(null).readings,
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
    this.ofStep = null
  }
}
