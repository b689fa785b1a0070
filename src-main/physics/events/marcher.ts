import { Arena } from '../wasm/arena'
import { instantiate, type Kernels } from '../wasm/instance'
import type { MarchRule, MarchTask } from '../solver/march'
import type { PoissonClocks } from './clocks'
import type { EventOrder } from './kernel'
import type { EventPlan } from './plan'

/** Events, and examples of all of them, that one call may do. */
const EVENTS = 4096
const EXAMPLES = 16_384

/** Exact event-by-event learning in WebAssembly: the same bits as EventKernel. */
export class EventMarcher {
  private readonly arena = new Arena()
  private readonly kernels: Kernels
  private readonly conductance: Float64Array
  private readonly level: Int32Array
  private readonly ofLevel: Float64Array
  private readonly examples: Int32Array
  private readonly counts: Int32Array
  private readonly times: Float64Array
  private readonly rang: Int32Array
  private readonly loss: Float64Array

  /** @param learns E flags: 0 for an edge whose clock rings in vain. @param levels of the rule. */
  constructor(
    plan: EventPlan,
    task: MarchTask,
    private readonly clocks: PoissonClocks,
    learns: Uint8Array,
    levels: number,
  ) {
    const { arena } = this
    const { free, sources, outputs, rowOf } = plan
    const edges = plan.edgeLow.length
    const kernels = instantiate(arena)
    this.kernels = kernels
    kernels.sizeEvents(free, sources, outputs, edges)
    const ends = new Int32Array(3 * edges)
    for (let e = 0; e < edges; e++)
      ends.set([plan.edgeLow[e], plan.edgeHigh[e], plan.edgeSlot[e]], 3 * e)
    kernels.placeEventPlan(
      arena.integers(plan.columnStart),
      arena.integers(rowOf.map((row) => 8 * row)),
      arena.integers(plan.parent),
      arena.integers(ends),
    )
    const conductance = arena.place(8 * edges)
    const level = arena.place(4 * edges)
    const ofLevel = arena.place(8 * (levels + 1))
    kernels.placeEventState(
      arena.place(8 * rowOf.length),
      arena.place(8 * free),
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
    const examples = arena.place(4 * EXAMPLES)
    const counts = arena.place(4 * EVENTS)
    kernels.placeEventTask(
      arena.numbers(task.inputs.subarray(0, task.count * sources)),
      arena.numbers(task.targets.subarray(0, task.count * outputs)),
      examples,
      counts,
    )
    const times = arena.place(8 * EVENTS)
    const rang = arena.place(4 * EVENTS)
    const loss = arena.place(8 * EVENTS)
    kernels.placeEventRecord(times, rang, loss)
    arena.byteView(flags, edges).set(learns)
    this.conductance = arena.numberView(conductance, edges)
    this.level = arena.integerView(level, edges)
    this.ofLevel = arena.numberView(ofLevel, levels + 1)
    this.examples = arena.integerView(examples, EXAMPLES)
    this.counts = arena.integerView(counts, EVENTS)
    this.times = arena.numberView(times, EVENTS)
    this.rang = arena.integerView(rang, EVENTS)
    this.loss = arena.numberView(loss, EVENTS)
  }

  /** Events that one call may do at a batch size of at most 16384. */
  capacity(batch: number): number {
    return Math.min(EVENTS, Math.floor(EXAMPLES / batch))
  }

  /** To be said when conductances were changed from outside. */
  refresh(): void {
    this.kernels.setStale(true)
  }

  /** As EventKernel.march, at most `capacity` events. */
  march(order: EventOrder, rule: MarchRule, conductance: Float64Array): number {
    const { kernels } = this
    const { first, count, eta } = order
    let total = 0
    for (let i = 0; i < count; i++) total += order.counts[i]
    this.examples.set(order.examples.subarray(0, total))
    this.counts.set(order.counts.subarray(0, count))
    this.conductance.set(conductance)
    const { totalRate, stream } = this.clocks
    kernels.setKey(stream.key0, stream.key1)
    if (rule.kind === 'ideal') kernels.setEventRule(0, 0, rule.low, rule.high, totalRate)
    else {
      this.level.set(rule.level)
      this.ofLevel.set(rule.ofLevel)
      kernels.setEventRule(rule.ofLevel.length - 1, rule.levelStep, 0, 0, totalRate)
    }
    const alpha = rule.kind === 'ideal' ? rule.alpha : 0
    const time = kernels.marchEvents(first, count, order.time, eta, alpha)
    conductance.set(this.conductance)
    if (rule.kind === 'discrete') rule.level.set(this.level)
    order.times.set(this.times.subarray(0, count))
    order.edges.set(this.rang.subarray(0, count))
    order.loss.set(this.loss.subarray(0, count))
    return time
  }
}
