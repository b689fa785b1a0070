import { ProblemError, type Evaluation, type SweepCurve } from '@contract'

/** The last tenth of a run. */
const LATE = 0.9

/** Least and late errors of one set of examples. */
class Trail {
  least = Infinity
  leastStep = 0
  private readonly late: { step: number; error: number }[] = []
  private from = 0

  see(step: number, error: number): void {
    if (error < this.least) {
      this.least = error
      this.leastStep = step
    }
    this.late.push({ step, error })
    while (this.late[this.from].step < LATE * step) this.from++
    // What is no longer late is let go of in halves: O(1) on average.
    if (this.from > 1000 && 2 * this.from > this.late.length) {
      this.late.splice(0, this.from)
      this.from = 0
    }
  }

  /** Mean over the evaluations of the last tenth of the steps seen. */
  mean(): number {
    let sum = 0
    for (let i = this.from; i < this.late.length; i++) sum += this.late[i].error
    return sum / (this.late.length - this.from)
  }
}

type Errors = Pick<Evaluation, 'step' | 'trainError' | 'testError'>

/** Follows the errors of a run: least, late, and the curve. */
export class ErrorTrail {
  private readonly train = new Trail()
  private readonly test = new Trail()
  private hasTest = false
  private last = -1
  private readonly curve: SweepCurve = {
    step: [],
    updates: [],
    trainError: [],
    testError: [],
    bestTrainError: [],
    bestTestError: [],
  }

  /** Any evaluation, in the order of the steps; one that comes twice counts once. */
  see({ step, trainError, testError }: Errors): void {
    if (step === this.last) return
    this.last = step
    if (!Number.isFinite(trainError) || !Number.isFinite(testError ?? 0))
      throw new ProblemError({
        id: 'error-not-finite',
        severity: 'error',
        message: `The error is no number at step ${step}.`,
        tip: 'Take a smaller learning rate, or narrower bounds of the conductances.',
      })
    this.train.see(step, trainError)
    if (testError === null) return
    this.hasTest = true
    this.test.see(step, testError)
  }

  /** An evaluation that the curve gets a point of. */
  point(evaluation: Errors, updates: number): void {
    this.see(evaluation)
    const { curve, train, test } = this
    if (curve.step.at(-1) === evaluation.step) return
    curve.step.push(evaluation.step)
    curve.updates.push(updates)
    curve.trainError.push(evaluation.trainError)
    curve.bestTrainError.push(train.least)
    curve.testError?.push(evaluation.testError ?? 0)
    curve.bestTestError?.push(test.least)
  }

  summary() {
    const { train, test, hasTest, curve } = this
    return {
      bestTrainError: train.least,
      bestStep: train.leastStep,
      bestTestError: hasTest ? test.least : null,
      lateTrainError: train.mean(),
      lateTestError: hasTest ? test.mean() : null,
      curve: hasTest ? curve : { ...curve, testError: null, bestTestError: null },
    }
  }
}
