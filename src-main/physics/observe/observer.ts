import { Condition } from '../circuit'
import type { Learner, Watcher } from '../learner'
import { UpdateCovariance, type Covariance } from './covariance'
import { CycleDetector, type Cycle } from './cycle'
import { exactMoments, type ExactMoments } from './exactMoments'
import { MeanSquaredDisplacement, type Displacement } from './displacement'
import { stepPeriod } from './period'
import { PlateauDetector, type Plateau } from './plateau'

/** What is looked at on every step. */
export interface Watching {
  displacement: boolean
  covariance: boolean
  cycle: boolean
  /** Length of the windows in steps; null: not. */
  plateau: { window: number; tolerance: number } | null
}

/** What was asked for since watching began; null: not asked for, or it cannot be. */
export interface Observables {
  step: number
  /** Power dissipated in both states of the newest example: W where conductances are in S. */
  freePower: number
  clampedPower: number
  /** 1-norm condition number of the reduced Laplacian, exact but for rounding. */
  condition: number
  displacement: Displacement | null
  covariance: Covariance | null
  /** Of the changes of the step to come, exactly. */
  moments: ExactMoments | null
  plateau: Plateau | null
  /** found: null where there is none so far. */
  cycle: { found: Cycle | null } | null
}

/** Looks at a learner: at every step where it watches, at the rest when asked. */
export class Observer implements Watcher {
  private displacement: MeanSquaredDisplacement | null = null
  private covariance: UpdateCovariance | null = null
  private plateau: PlateauDetector | null = null
  private cycle: CycleDetector | null = null
  private condition: Condition | null = null
  private watching: Watching | null = null

  constructor(private readonly learner: Learner) {}

  /** Products of a factorisation. */
  get products(): number {
    return this.learner.plan.products
  }

  /** Begins anew; null ends it: a step then costs what it cost before. */
  watch(watching: Watching | null): void {
    const { parts, step } = this.learner
    const k = parts.rule.conductance
    this.watching = watching
    this.displacement = watching?.displacement ? new MeanSquaredDisplacement(k) : null
    this.covariance = watching?.covariance ? new UpdateCovariance(k) : null
    const { window, tolerance } = watching?.plateau ?? { window: 0, tolerance: 0 }
    this.plateau = window > 0 ? new PlateauDetector(window, tolerance) : null
    const modulus = watching?.cycle ? stepPeriod(parts) : null
    this.cycle = modulus === null ? null : new CycleDetector(k, modulus, step)
    this.learner.watcher = watching === null ? null : this
  }

  /** A change from outside: what was seen before says nothing about what comes. */
  restart(): void {
    if (this.watching !== null) this.watch(this.watching)
  }

  stepped(step: number, error: number): void {
    this.displacement?.stepped()
    this.covariance?.stepped()
    this.plateau?.stepped(step, error)
    this.cycle?.stepped(step)
  }

  /** Condition number now, for what is held now: one factorisation and one solve. */
  conditionNumber(): number {
    const { plan, parts } = this.learner
    if (this.condition?.plan !== plan) this.condition = new Condition(plan)
    return this.condition.of(parts.rule.conductance)
  }

  /** @param exact with the moments of the step to come: O(batches E^2) */
  observables(exact = true): Observables {
    const { learner, cycle } = this
    const { freeV, clampedV } = learner.observe()
    return {
      step: learner.step,
      freePower: this.power(freeV),
      clampedPower: this.power(clampedV),
      condition: this.conditionNumber(),
      displacement: this.displacement?.snapshot() ?? null,
      covariance: this.covariance?.snapshot() ?? null,
      moments: exact ? exactMoments(learner) : null,
      plateau: this.plateau?.snapshot() ?? null,
      cycle: cycle === null ? null : { found: cycle.snapshot() },
    }
  }

  private power(volts: Float64Array): number {
    const { network, rule } = this.learner.parts
    let sum = 0
    for (let e = 0; e < network.a.length; e++) {
      const drop = volts[network.a[e]] - volts[network.b[e]]
      sum += rule.conductance[e] * drop * drop
    }
    return sum
  }
}
