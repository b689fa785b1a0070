import type { Adjustment, Frame, MachineDescription, RunConfig, Twin } from '@contract'
import { TwinModel } from '../machine/twin'

/** Conductances without levels count as different from this part of them on. */
const APART = 1e-6

/** Where the errors of the twin go. */
export interface TwinSink {
  twin(firstStep: number, loss: Float64Array, count: number): void
}

/**
 * The simulation of a run beside the board that does it: same configuration, same seed, the same
 * changes after the same steps. It computes in double precision, so that levels part where a
 * comparator's margin falls below the rounding of the board.
 */
export class TwinRun {
  /** The newest comparison; null before the first. */
  latest: Twin | null = null
  private readonly model: TwinModel
  private readonly changes: Adjustment[]
  private wanted: { step: number; state: Frame['state'] } | null = null
  private apartSince: number | null = null

  /** @param made adjustments up to now, in their order @throws ProblemError */
  constructor(
    config: RunConfig,
    private readonly description: MachineDescription,
    made: readonly Adjustment[],
    private readonly sink: TwinSink,
  ) {
    this.model = new TwinModel({ ...config, machine: { kind: 'simulated' }, adjustments: [] })
    this.changes = [...made]
  }

  adjusted(adjustment: Adjustment): void {
    this.changes.push(adjustment)
  }

  /**
   * Goes on towards the board's step as long as there is time, and compares where it gets there.
   * @param expired asked after every 256 steps
   */
  follow(step: number, state: () => Frame['state'], expired: () => boolean): void {
    if (step === 0 || this.latest?.step === step) return
    // While it catches up it keeps to one state: the board is ahead of it by the time it is there.
    this.wanted ??= { step, state: state() }
    const { wanted, model } = this
    const learned = (first: number, loss: Float64Array, count: number): void =>
      this.sink.twin(first, loss, count)
    do {
      this.change()
      model.approach(Math.min(wanted.step, this.changes[0]?.step ?? Infinity), learned)
    } while (model.step < wanted.step && !expired())
    if (model.step < wanted.step) return
    this.wanted = null
    this.latest = this.compare(wanted.step, wanted.state)
  }

  /** The changes that hold from the next step on. */
  private change(): void {
    while (this.changes.length > 0 && this.changes[0].step <= this.model.step)
      for (const { change } of this.changes.splice(0, 1)) this.model.change(change)
  }

  private compare(step: number, state: Frame['state']): Twin {
    const { model } = this
    const mine = model.conductance()
    const conductance = state.conductance.map((k, e) => k - mine[e])
    const levels = this.levelsOf(state.conductance)
    const others = this.levelsOf(mine)
    const byLevel =
      levels === null || others === null ? null : levels.map((level, e) => level - others[e])
    const free = model.freeV()
    const freeV = state.freeV.map((v, node) => v - free[node])
    const apart =
      byLevel === null
        ? conductance.some((difference, e) => Math.abs(difference) > APART * mine[e])
        : byLevel.some((difference) => difference !== 0)
    if (apart) this.apartSince ??= step
    return {
      step,
      loss: model.lastLoss,
      conductance,
      levels: byLevel,
      freeV,
      rmsEdges: rms(byLevel ?? conductance),
      rmsV: rms(freeV),
      apartSince: this.apartSince,
    }
  }

  /** Level of each edge, 1..n with the resistance; null for a continuous rule. */
  private levelsOf(conductance: Float64Array): Float64Array<ArrayBuffer> | null {
    const grid = this.description.levelConductance
    if (grid === null) return null
    return Float64Array.from(conductance, (k) => grid.length - nearest(grid, k))
  }
}

/** Index of the nearest value in an ascending column. O(log n) */
function nearest(grid: Float64Array, value: number): number {
  let low = 0
  let high = grid.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (grid[middle] <= value) low = middle
    else high = middle
  }
  return value - grid[low] <= grid[high] - value ? low : high
}

const rms = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / Math.max(1, values.length))
