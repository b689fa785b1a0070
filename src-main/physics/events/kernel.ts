import type { MarchRule } from '../solver/march'
import type { MarchTask } from '../solver/march'
import type { StateReader, StateWriter } from '../state'
import type { PoissonClocks } from './clocks'
import { backSubstitute, changePath, factorAnew, makeEventFactor, readPath } from './factor'
import type { EventFactor } from './factor'
import type { EventPlan } from './plan'

/** Fresh factorisation every so many events: 8 % of the cost at 64 nodes, and no drift. */
export const REFACTOR_EVERY = 10_000

/** A row of events, counted from 0. */
export interface EventOrder {
  readonly first: number
  readonly count: number
  /** Time before the first, s. */
  readonly time: number
  /** Numbers of the examples of all events in a row, and how many each looks at. */
  readonly examples: Int32Array
  readonly counts: Int32Array
  readonly eta: number
  /** Written per event: time, s; edge; error before its update, V^2. */
  readonly times: Float64Array
  readonly edges: Int32Array
  readonly loss: Float64Array
}

/** Exact event-by-event learning: TypeScript, the same bits as EventMarcher. */
export class EventKernel {
  readonly factor: EventFactor
  private readonly drops: Float64Array
  private readonly x: Float64Array
  private readonly v: Float64Array
  private stale = true

  /** @param learns E flags: 0 for an edge whose clock rings in vain. */
  constructor(
    private readonly plan: EventPlan,
    private readonly task: MarchTask,
    private readonly clocks: PoissonClocks,
    private readonly learns: Uint8Array,
  ) {
    this.factor = makeEventFactor(plan)
    this.drops = new Float64Array(plan.outputs)
    this.x = new Float64Array(plan.free)
    this.v = new Float64Array(plan.sources)
  }

  /** To be said when conductances were changed from outside. */
  refresh(): void {
    this.stale = true
  }

  /** The factor as it is kept: what comes next depends on its last bits. */
  save(state: StateWriter): void {
    state.integer(this.stale ? 1 : 0)
    state.numbers(this.factor.lower)
    state.numbers(this.factor.pivot)
  }

  load(state: StateReader): void {
    this.stale = state.integer() === 1
    state.numbers(this.factor.lower)
    state.numbers(this.factor.pivot)
  }

  /** Does the events of an order; changes conductances and levels. @returns the time after, s. */
  march(order: EventOrder, rule: MarchRule, conductance: Float64Array): number {
    const { first, count, examples, counts, times, edges, loss } = order
    let time = order.time
    let from = 0
    for (let i = 0; i < count; i++) {
      const event = first + i
      time += this.clocks.wait(event)
      const e = this.clocks.edge(event)
      if (this.stale || event % REFACTOR_EVERY === 0) {
        factorAnew(this.plan, this.factor, conductance)
        this.stale = false
      }
      const error = this.ring(e, examples, from, counts[i], order.eta, rule, conductance)
      from += counts[i]
      times[i] = time
      edges[i] = e
      loss[i] = error / (counts[i] * this.plan.outputs)
    }
    return time
  }

  private ring(
    e: number,
    examples: Int32Array,
    from: number,
    count: number,
    eta: number,
    rule: MarchRule,
    conductance: Float64Array,
  ): number {
    const { plan, factor, drops } = this
    const a = plan.edgeLow[e]
    const b = plan.edgeHigh[e]
    if (a >= 0) readPath(plan, factor, a, b, drops)
    else drops.fill(0)
    let error = 0
    let contrast = 0
    for (let i = 0; i < count; i++) {
      const seen = this.lookAt(examples[from + i], eta)
      error += seen.error
      contrast += seen.contrast
    }
    factor.weight.fill(0, plan.free)
    if (this.learns[e] === 0) return error
    const next = nextConductance(rule, e, conductance[e], contrast, eta * count)
    const change = next - conductance[e]
    conductance[e] = next
    if (a >= 0 && change !== 0) changePath(plan, factor, a, change)
    return error
  }

  /** Error of one example, and (dV_F)^2 - (dV_C)^2 of the edge whose path was read. */
  private lookAt(m: number, eta: number): { error: number; contrast: number } {
    const { plan, factor, drops, x, v, task } = this
    const { free, sources, outputs } = plan
    for (let s = 0; s < sources; s++) v[s] = task.inputs[m * sources + s]
    backSubstitute(plan, factor, v, free - outputs, x)
    let error = 0
    let d = 0
    for (let o = 0; o < outputs; o++) {
      const miss = task.targets[m * outputs + o] - x[free - outputs + o]
      error += miss * miss
      d += eta * miss * drops[o]
    }
    let drop = 0
    for (let s = 0; s < sources; s++) drop += factor.weight[free + s] * v[s]
    return { error, contrast: -d * (2 * drop + d) }
  }
}

function nextConductance(
  rule: MarchRule,
  e: number,
  k: number,
  contrast: number,
  divisor: number,
): number {
  if (rule.kind === 'ideal') {
    const next = k + (rule.alpha / divisor) * contrast
    return next < rule.low ? rule.low : next > rule.high ? rule.high : next
  }
  const top = rule.ofLevel.length - 1
  const n = rule.level[e] + (contrast < 0 ? rule.levelStep : -rule.levelStep)
  rule.level[e] = n < 1 ? 1 : n > top ? top : n
  return rule.ofLevel[rule.level[e]]
}
