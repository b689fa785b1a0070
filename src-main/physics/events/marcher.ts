import { Arena } from '../wasm/arena'
import { instantiate, type Kernels } from '../wasm/instance'
import type { MarchRule, MarchTask } from '../solver/march'
import type { StateReader, StateWriter } from '../state'
import type { PoissonClocks } from './clocks'
import type { EventEdges, EventMarching, EventOrder } from './marching'
import type { EventPlan } from './plan'
import { responseOf } from './response'
import { supernodeEnds, supernodeRoom } from './supernodes'

/** Events, and examples of all of them, that one call may do; more where one batch has more. */
const EVENTS = 4096
const EXAMPLES = 16_384

/** Exact event-by-event learning in WebAssembly: the same bits as EventKernel. */
export class EventMarcher implements EventMarching {
  private readonly arena = new Arena()
  /** Conductances or levels were changed from outside. */
  private moved = true
  private readonly kernels: Kernels
  private readonly conductance: Float64Array
  private readonly level: Int32Array
  private readonly ofLevel: Float64Array
  /** Of the factor: views of the arena. */
  readonly lower: Float64Array
  private readonly pivot: Float64Array
  private readonly inputs: Float64Array
  private readonly targets: Float64Array
  private readonly flags: Uint8Array
  private readonly gains: Float64Array
  private readonly examples: Int32Array
  private readonly counts: Int32Array
  private readonly times: Float64Array
  private readonly rang: Int32Array
  private readonly loss: Float64Array

  /**
   * @param learns E flags, looked at on each call: 0 for an edge whose clock rings in vain.
   * @param levels of the rule. @param differing its readings have no noise.
   */
  constructor(
    private readonly plan: EventPlan,
    task: MarchTask,
    private readonly clocks: PoissonClocks,
    private readonly learns: Uint8Array,
    levels: number,
    differing: EventEdges = {},
  ) {
    const { arena } = this
    const { free, sources, outputs, rowOf } = plan
    const { factor, readings } = differing
    const edges = plan.edgeLow.length
    const kernels = instantiate(arena)
    this.kernels = kernels
    kernels.sizeEvents(free, sources, outputs, edges)
    const ends = new Int32Array(3 * edges)
    for (let e = 0; e < edges; e++) {
      ends[3 * e] = plan.edgeLow[e]
      ends[3 * e + 1] = plan.edgeHigh[e]
      ends[3 * e + 2] = plan.edgeSlot[e]
    }
    const rows = arena.integers(rowOf)
    const lower = arena.place(8 * rowOf.length)
    const columns = new Int32Array(4 * free)
    for (let j = 0; j < free; j++) {
      columns[4 * j] = rows + 4 * plan.columnStart[j]
      columns[4 * j + 1] = lower + 8 * plan.columnStart[j]
      columns[4 * j + 2] = lower + 8 * plan.columnStart[j + 1]
      columns[4 * j + 3] = plan.parent[j]
    }
    const supernodeEnd = supernodeEnds(plan)
    kernels.placeEventPlan(
      arena.integers(plan.columnStart),
      rows,
      arena.integers(columns),
      arena.integers(ends),
      arena.integers(supernodeEnd),
      arena.place(8 * supernodeRoom(plan, supernodeEnd)),
    )
    const conductance = arena.place(8 * edges)
    const level = arena.place(4 * edges)
    const ofLevel = arena.place(8 * (levels + 1))
    const pivot = arena.place(8 * free)
    kernels.placeEventState(
      lower,
      pivot,
      arena.place(8 * (free + sources)),
      arena.place(8 * (rowOf.length + free)),
      arena.place(8 * outputs),
      arena.place(8 * outputs),
      conductance,
      level,
      ofLevel,
    )
    const flags = arena.place(edges)
    kernels.placeEventDraws(arena.numbers(clocks.keep), arena.integers(clocks.alias), flags)
    const gains = arena.place(8 * EVENTS)
    kernels.placeEventEdges(
      gains,
      factor ? arena.numbers(factor) : 0,
      readings && !readings.exact ? arena.numbers(readings.offsetV) : 0,
    )
    kernels.setEventConstants(clocks.totalRate, readings?.bias ?? 0)
    const most = Math.max(EXAMPLES, task.count)
    const examples = arena.place(4 * most)
    const counts = arena.place(4 * EVENTS)
    const inputs = arena.place(8 * task.count * sources)
    const targets = arena.place(8 * task.count * outputs)
    kernels.placeEventTask(inputs, targets, examples, counts)
    const times = arena.place(8 * EVENTS)
    const rang = arena.place(4 * EVENTS)
    const loss = arena.place(8 * EVENTS)
    kernels.placeEventRecord(times, rang, loss)
    const rowOffsets = arena.integerView(rows, rowOf.length)
    for (let q = 0; q < rowOffsets.length; q++) rowOffsets[q] *= 8
    this.lower = arena.numberView(lower, rowOf.length)
    this.pivot = arena.numberView(pivot, free)
    this.inputs = arena.numberView(inputs, task.count * sources)
    this.targets = arena.numberView(targets, task.count * outputs)
    this.flags = arena.byteView(flags, edges)
    this.gains = arena.numberView(gains, EVENTS)
    this.conductance = arena.numberView(conductance, edges)
    this.level = arena.integerView(level, edges)
    this.ofLevel = arena.numberView(ofLevel, levels + 1)
    this.examples = arena.integerView(examples, most)
    this.counts = arena.integerView(counts, EVENTS)
    this.times = arena.numberView(times, EVENTS)
    this.rang = arena.integerView(rang, EVENTS)
    this.loss = arena.numberView(loss, EVENTS)
    this.setTask(task)
  }

  capacity(batch: number): number {
    return Math.min(EVENTS, Math.floor(this.examples.length / batch))
  }

  refresh(): void {
    this.kernels.setStale(true)
    this.moved = true
  }

  /** Conductances and levels from outside: what events change themselves is there already. */
  private take(conductance: Float64Array, rule?: MarchRule): void {
    if (!this.moved) return
    this.conductance.set(conductance)
    if (rule === undefined) return
    if (rule.kind === 'discrete') {
      this.level.set(rule.level)
      this.ofLevel.set(rule.ofLevel)
    }
    this.moved = false
  }

  /** What the events of a call changed. */
  private give(count: number, conductance: Float64Array, rule: MarchRule): void {
    for (let i = 0; i < count; i++) {
      const e = this.rang[i]
      conductance[e] = this.conductance[e]
      if (rule.kind === 'discrete') rule.level[e] = this.level[e]
    }
  }

  setTask({ inputs, targets }: MarchTask): void {
    this.inputs.set(inputs.subarray(0, this.inputs.length))
    this.targets.set(targets.subarray(0, this.targets.length))
  }

  response(first: number, conductance: Float64Array): Float64Array {
    this.take(conductance)
    this.kernels.prepareEvent(first)
    return responseOf(this.plan, this)
  }

  save(state: StateWriter): void {
    state.integer(this.kernels.isStale())
    state.numbers(this.lower)
    state.numbers(this.pivot)
  }

  load(state: StateReader): void {
    this.kernels.setStale(state.integer() === 1)
    this.moved = true
    state.numbers(this.lower)
    state.numbers(this.pivot)
  }

  /** At most `capacity` events. */
  march(order: EventOrder, rule: MarchRule, conductance: Float64Array): number {
    const { kernels } = this
    const { first, count, eta } = order
    let total = 0
    for (let i = 0; i < count; i++) total += order.counts[i]
    this.examples.set(order.examples.subarray(0, total))
    this.counts.set(order.counts.subarray(0, count))
    if (order.gains === undefined) this.gains.fill(1, 0, count)
    else this.gains.set(order.gains.subarray(0, count))
    this.flags.set(this.learns)
    this.take(conductance, rule)
    const { key0, key1 } = this.clocks.stream
    kernels.setKey(key0, key1)
    if (rule.kind === 'ideal') kernels.setEventRule(0, 0, rule.low, rule.high)
    else kernels.setEventRule(rule.ofLevel.length - 1, rule.levelStep, 0, 0)
    const alpha = rule.kind === 'ideal' ? rule.alpha : 0
    const time = kernels.marchEvents(first, count, order.time, eta, alpha)
    this.give(count, conductance, rule)
    order.times.set(this.times.subarray(0, count))
    order.edges.set(this.rang.subarray(0, count))
    order.loss.set(this.loss.subarray(0, count))
    return time
  }
}
