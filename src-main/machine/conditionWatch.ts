import { illConditioned, type Observer } from '../physics'
import { lostDigits } from './lostDigits'
import type { Sink } from './machine'

/** Steps between two looks grow by a tenth, so that they cost next to nothing over a long run. */
const GROWTH = 1.1
const LEAST_STEPS = 100
/** A look takes 0.1 s at 10^5 edges: above so many products a step the first steps come before. */
const MOST_PRODUCTS = 1e6

/** Says so when the network becomes so uneven that its voltages lose digits, and when all of them. */
export class ConditionWatch {
  private next: number
  /** 0: nothing, 1: digits are lost, 2: the network cannot be factored. */
  private told = 0

  constructor(private readonly observer: Observer) {
    this.next = observer.products > MOST_PRODUCTS ? LEAST_STEPS : 0
  }

  /** To be called now and then, at steps that follow from the configuration. */
  look(step: number, sink: Sink): void {
    if (step < this.next) return
    this.next = Math.max(step + LEAST_STEPS, Math.ceil(step * GROWTH))
    const condition = this.observer.conditionNumber()
    const worst = condition <= illConditioned ? 0 : condition < Infinity ? 1 : 2
    const worse = worst > this.told
    this.told = worst === 0 ? 0 : Math.max(worst, this.told)
    if (!worse) return
    sink.problem({
      id: 'ill-conditioned',
      severity: 'warning',
      message: `At step ${step} the network is ill-conditioned: condition number ${condition.toExponential(1)}, so that ${lostDigits(condition)} of 16 digits of a voltage may be lost.`,
      where: `step ${step}`,
      kept:
        condition === Infinity
          ? 'The run goes on as long as its error is a finite number, but its voltages mean nothing.'
          : 'The run goes on, and its numbers stay finite.',
      tip: 'Raise rule.minConductance, lower rule.maxConductance, or restore edges.',
    })
  }
}
