import type { Readings } from '../imperfections'
import type { MarchRule, MarchTask } from '../solver/march'
import type { StateReader, StateWriter } from '../state'
import type { PoissonClocks } from './clocks'
import { backSubstitute, changePath, factorAnew, makeEventFactor, readPath } from './factor'
import type { EventFactor } from './factor'
import { REFACTOR_EVERY, type EventEdges, type EventMarching, type EventOrder } from './marching'
import { nextConductance } from './next'
import type { EventPlan } from './plan'
import { responseOf } from './response'

/** Exact event-by-event learning: TypeScript, the same bits as EventMarcher. */
export class EventKernel implements EventMarching {
  readonly factor: EventFactor
  private readonly drops: Float64Array
  private readonly x: Float64Array
  private readonly v: Float64Array
  private stale = true
  private readonly factors: Float64Array | null
  private readonly readings: Readings | null

  /** @param learns E flags: 0 for an edge whose clock rings in vain. */
  constructor(
    private readonly plan: EventPlan,
    private task: MarchTask,
    private readonly clocks: PoissonClocks,
    private readonly learns: Uint8Array,
    edges: EventEdges = {},
  ) {
    this.factors = edges.factor ?? null
    this.readings = edges.readings ?? null
    this.factor = makeEventFactor(plan)
    this.drops = new Float64Array(plan.outputs)
    this.x = new Float64Array(plan.free)
    this.v = new Float64Array(plan.sources)
  }

  capacity(): number {
    return Infinity
  }

  refresh(): void {
    this.stale = true
  }

  setTask(task: MarchTask): void {
    this.task = task
  }

  response(first: number, conductance: Float64Array): Float64Array {
    this.prepare(first, conductance)
    return responseOf(this.plan, this.factor)
  }

  private prepare(event: number, conductance: Float64Array): void {
    if (!this.stale && event % REFACTOR_EVERY !== 0) return
    factorAnew(this.plan, this.factor, conductance)
    this.stale = false
  }

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

  march(order: EventOrder, rule: MarchRule, conductance: Float64Array): number {
    const { first, count, examples, counts, times, edges, loss } = order
    let time = order.time
    let from = 0
    for (let i = 0; i < count; i++) {
      const event = first + i
      time += this.clocks.wait(event)
      const e = this.clocks.edge(event)
      this.prepare(event, conductance)
      const gain = order.gains === undefined ? 1 : order.gains[i]
      this.readings?.seek(event + 1)
      const error = this.ring(e, examples, from, counts[i], order.eta, gain, rule, conductance)
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
    gain: number,
    rule: MarchRule,
    conductance: Float64Array,
  ): number {
    const { plan, factor, drops } = this
    const a = plan.edgeLow[e]
    const b = plan.edgeHigh[e]
    if (a >= 0) readPath(plan, factor, a, b, drops)
    else this.readHeld(b, plan.edgeSlot[e])
    let error = 0
    let contrast = 0
    for (let i = 0; i < count; i++) {
      const seen = this.lookAt(e, examples[from + i], i, eta)
      error += seen.error
      contrast += seen.contrast
    }
    factor.weight.fill(0, plan.free)
    if (this.learns[e] === 0) return error
    contrast += (this.readings?.bias ?? 0) * count
    const rate = rule.kind === 'ideal' ? (rule.alpha * gain) / (eta * count) : 0
    const own = this.factors === null ? 1 : this.factors[e]
    const next = nextConductance(rule, e, conductance[e], contrast, rate, own)
    const change = next - conductance[e]
    conductance[e] = next
    if (a >= 0 && change !== 0) changePath(plan, factor, a, change)
    return error
  }

  /** Both ends are held: their difference makes the drop, and clamping adds none. */
  private readHeld(a: number, b: number): void {
    const { weight } = this.factor
    this.drops.fill(0)
    if (a >= 0) weight[a] = 1
    if (b >= 0) weight[b] -= 1
  }

  /** Error of one example, and what the edge whose path was read makes of its drops. */
  private lookAt(
    e: number,
    m: number,
    example: number,
    eta: number,
  ): { error: number; contrast: number } {
    const { plan, factor, drops, x, v, task, readings } = this
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
    if (readings === null || readings.exact) return { error, contrast: -d * (2 * drop + d) }
    const edges = plan.edgeLow.length
    return { error, contrast: readings.contrast(drop, drop + d, example, e, edges) }
  }
}
