import { PlateauDetector } from '../../machine/plateau'
import type { Machine, StepChunk } from '../../machine/machine'
import type { Evaluation, SweepResult, SweepStop } from '@contract'
import type { SweepRun } from '../plan/sweep'
import { logarithmicSteps, reached, stepOfUpdates } from './points'

export interface Stop {
  /** The next step to look at. */
  step: number
  /** The curve gets a point there. */
  point: boolean
}

/** Mean over edges of the expected updates of a step. */
export function rateOf(machine: Machine): number {
  const probability = machine.updateProbability()
  let sum = 0
  for (const p of probability) sum += p
  return sum / probability.length
}

/**
 * The step at which a run ends, as far as can be said at its beginning: a plateau, or an error that
 * is reached, may come before.
 */
export function lastStep(stop: SweepStop, rate: number): number {
  if (stop.kind === 'steps') return stop.steps ?? Infinity
  if (stop.kind === 'plateau') return stop.mostSteps
  if (stop.kind === 'error') return stop.mostSteps ?? Infinity
  return Math.min(stop.mostSteps, stepOfUpdates(stop.perEdge, { step: 0, updates: 0, rate }))
}

/** The steps at which a run halts on its way, and whether it is at its end. */
export class Course {
  private readonly rule: SweepStop
  /** Steps that are known beforehand, ascending. */
  private readonly points: number[]
  private readonly updates: number[]
  /** A change of the configuration may change the rate: ascending steps. */
  private readonly changes: number[]
  private readonly plateau: PlateauDetector | null
  /** Steps between two evaluations, which a stop at an error waits for. */
  private readonly every: number
  private low = false

  constructor(
    private readonly machine: Machine,
    { config, measure }: Pick<SweepRun, 'config' | 'measure'>,
  ) {
    const { stop, curvePoints, marks } = measure
    this.rule = stop
    const last = lastStep(stop, rateOf(machine))
    const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b)
    this.points = ascending([...logarithmicSteps(last, curvePoints), ...marks.steps])
    this.updates = ascending(marks.updates)
    this.changes = ascending(config.adjustments.map(({ step }) => step))
    this.plateau = stop.kind === 'plateau' ? new PlateauDetector(stop.window, stop.tolerance) : null
    this.every = config.evaluate.every
  }

  /** Errors of the batches, for a plateau. */
  seen(chunk: StepChunk): void {
    if (this.plateau === null) return
    for (let i = 0; i < chunk.count; i++) this.plateau.stepped(chunk.firstStep + i, chunk.loss[i])
  }

  /** Errors of all examples, for a stop at an error. */
  evaluated({ trainError }: Pick<Evaluation, 'trainError'>): void {
    if (this.rule.kind === 'error') this.low ||= trainError < this.rule.below
  }

  /** Why the run ends at this step; null: it goes on. */
  ended(step: number): SweepResult['endedBy'] | null {
    const { rule } = this
    if (rule.kind === 'steps') return step >= (rule.steps ?? Infinity) ? 'steps' : null
    if (rule.kind === 'updates' && reached(rule.perEdge, this.machine.expectedUpdates()))
      return 'updates'
    if (this.plateau?.snapshot().reached) return 'plateau'
    if (this.low) return 'error'
    return step >= (rule.mostSteps ?? Infinity) ? 'bound' : null
  }

  /** Where to halt after this step. */
  next(step: number): Stop {
    const { machine } = this
    const updates = machine.expectedUpdates()
    const rate = rateOf(machine)
    const at = { step, updates, rate }
    const drop = (list: number[], done: (value: number) => boolean): void => {
      while (list.length > 0 && done(list[0])) list.shift()
    }
    drop(this.points, (point) => point <= step)
    drop(this.changes, (change) => change <= step)
    drop(this.updates, (mark) => reached(mark, updates))
    const mark = this.updates.length > 0 ? stepOfUpdates(this.updates[0], at) : Infinity
    const point = Math.min(this.points[0] ?? Infinity, mark)
    const next = Math.min(point, this.end(step, at), this.changes[0] ?? Infinity)
    return { step: next, point: next === point }
  }

  /** The next step at which the stop rule may end the run. */
  private end(step: number, at: Parameters<typeof stepOfUpdates>[1]): number {
    const { rule, every } = this
    const after = (interval: number): number => step + interval - (step % interval)
    switch (rule.kind) {
      case 'steps':
        return rule.steps ?? Infinity
      case 'updates':
        return Math.min(rule.mostSteps, stepOfUpdates(rule.perEdge, at))
      case 'plateau':
        return Math.min(rule.mostSteps, after(rule.window))
      case 'error':
        return Math.min(rule.mostSteps ?? Infinity, after(every))
    }
  }
}
