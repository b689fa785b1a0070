import type { FrontPlan } from '../fronts/plan'
import type { Plan } from '../solver'
import { Arena } from './arena'
import { even, type StateMemory } from './basisMemory'
import { placeFrontPlan } from './frontMemory'
import { instantiate, type Kernels } from './instance'
import type {
  MarchBatches,
  MarchOrder,
  MarchRule,
  MarchSelection,
  MarchTask,
  Stepper,
} from '../solver/march'
import { placePlan } from './tapeMemory'

/** Steps that fit one call, and words of their masks: a call costs some 100 ns of copying. */
const MOST_STEPS = 1024
const MASK_WORDS = 65536
/** Examples that fit one call, all steps together; a batch may be larger than that. */
const EXAMPLES = 8192

/**
 * Many training steps in WebAssembly, each bit for bit as the TypeScript kernel, rules and
 * schedules do it. Conductances and levels are copied in and out: it keeps nothing between calls.
 */
export class Marcher implements Stepper {
  readonly followsEpochs = true
  readonly words: number
  private readonly steps: number
  private readonly arena = new Arena()
  private readonly kernels: Kernels
  private readonly memory: StateMemory
  private readonly conductance: Float64Array
  private readonly level: Int32Array
  private readonly ofLevel: Float64Array
  private readonly bound: Uint32Array
  private readonly alive: Uint32Array
  private readonly examples: Int32Array
  private readonly counts: Int32Array
  private readonly loss: Float64Array
  private readonly masks: Uint32Array
  /** Address of row 0 of the table. */
  private readonly firstRow: number
  /** Rows of inputs and targets, as long as those of columns. */
  private readonly table: Float64Array
  /** N pairs (free V, clamped minus free V) by position, after solve. */
  readonly state: Float64Array
  /** Rows of psi and phi by position, after solveBasis: see rowLength. */
  readonly columns: Float64Array

  constructor(
    private readonly plan: Plan | FrontPlan,
    private readonly task: MarchTask,
    levels: number,
  ) {
    const { arena } = this
    const edges = plan.edgeA.length
    this.words = (edges + 31) >>> 5
    this.steps = Math.max(1, Math.min(MOST_STEPS, Math.floor(MASK_WORDS / this.words)))
    this.kernels = instantiate(arena)
    const both = new Int32Array(2 * edges)
    for (let e = 0; e < edges; e++) {
      both[2 * e] = plan.edgeA[e]
      both[2 * e + 1] = plan.edgeB[e]
    }
    const ends = arena.integers(both)
    this.memory =
      'fronts' in plan
        ? placeFrontPlan(arena, this.kernels, plan, ends)
        : placePlan(arena, this.kernels, plan)
    const bound = arena.place(128 * this.words)
    const alive = arena.place(4 * this.words)
    this.kernels.placeSelection(this.words, bound, alive)
    const level = arena.place(levels > 0 ? 4 * edges : 0)
    const ofLevel = arena.place(8 * (levels + 1))
    this.kernels.placeEdges(ends, level, ofLevel)
    // One row more than there are examples: for any that solve() is given.
    const examplesHeld = task.count + 1
    const table = arena.place(8 * examplesHeld * this.memory.rowLength)
    this.kernels.placeTask(table)
    // As order.ts says: groups of four may go past the end.
    const ordered = arena.place(4 * (task.count + 4))
    const drawn = arena.place(4 * (task.count + 4))
    this.kernels.placeOrder(ordered, drawn, task.count, table, 8 * this.memory.rowLength)
    const room = Math.max(EXAMPLES, task.count)
    const examples = arena.place(4 * room)
    const examplePlaces = arena.place(4 * room)
    const counts = arena.place(4 * this.steps)
    const loss = arena.place(8 * this.steps)
    const masks = arena.place(4 * this.steps * this.words)
    this.kernels.placeRecord(examples, examplePlaces, counts, loss, masks)

    this.conductance = arena.numberView(this.memory.conductance, edges)
    this.level = arena.integerView(level, levels > 0 ? edges : 0)
    this.ofLevel = arena.numberView(ofLevel, levels + 1)
    this.bound = arena.wordView(bound, 32 * this.words)
    this.alive = arena.wordView(alive, this.words)
    this.examples = arena.integerView(examples, room)
    arena.integerView(examplePlaces, room).forEach((_, i, places) => (places[i] = examples + 4 * i))
    this.firstRow = table
    this.counts = arena.integerView(counts, this.steps)
    this.loss = arena.numberView(loss, this.steps)
    this.masks = arena.wordView(masks, this.steps * this.words)
    this.table = arena.numberView(table, examplesHeld * this.memory.rowLength)
    this.state = arena.numberView(this.memory.state, 2 * plan.nodes)
    this.columns = arena.numberView(this.memory.columns, this.memory.rowLength * plan.nodes)
    for (let m = 0; m < task.count; m++)
      for (let s = 0; s < plan.sources; s++)
        this.table[m * this.rowLength + s] = task.inputs[m * plan.sources + s]
    this.loadTargets()
  }

  /** Bytes of memory it holds. */
  get bytes(): number {
    return this.arena.bytes
  }

  get rowLength(): number {
    return this.memory.rowLength
  }

  /** As Kernel.solve; leaves `state`. */
  solve(
    conductance: Float64Array,
    inputs: Float64Array,
    inputsAt: number,
    targets: Float64Array,
    targetsAt: number,
    eta: number,
  ): number {
    const { table, rowLength } = this
    const { sources, outputs } = this.plan
    const spare = this.task.count
    const row = spare * rowLength
    for (let s = 0; s < sources; s++) table[row + s] = inputs[inputsAt + s]
    for (let o = 0; o < outputs; o++) table[row + even(sources) + o] = targets[targetsAt + o]
    this.conductance.set(conductance)
    return this.kernels.solveOne(spare, eta)
  }

  /** As Kernel.solveBasis; leaves `columns`. */
  solveBasis(conductance: Float64Array): void {
    this.conductance.set(conductance)
    this.kernels.solveColumns()
  }

  capacity(batch: number): number {
    return Math.min(this.steps, Math.max(1, Math.floor(this.examples.length / batch)))
  }

  /** Takes the task's desired voltages over, after they changed. */
  loadTargets(): void {
    const { table, rowLength, task } = this
    const { sources, outputs } = this.plan
    for (let m = 0; m < task.count; m++)
      for (let o = 0; o < outputs; o++)
        table[m * rowLength + even(sources) + o] = task.targets[m * outputs + o]
  }

  /** @param learns E flags: 0 for an edge that never updates; null: all may. */
  select(selection: MarchSelection, learns: Uint8Array | null): void {
    const { kernels, bound, alive } = this
    const edges = this.conductance.length
    alive.fill(0)
    for (let e = 0; e < edges; e++) {
      const limit = selection.kind === 'drawn' ? selection.limit[e] : 1
      bound[e] = limit - 1
      if (limit > 0 && (learns === null || learns[e] !== 0)) alive[e >>> 5] |= 1 << (e & 31)
    }
    if (selection.kind === 'drawn') kernels.setKey(selection.key0, selection.key1)
    kernels.setSelection(selection.kind === 'drawn' ? 0 : selection.kind === 'all' ? 1 : 2)
  }

  /**
   * Does the steps of an order, at most `capacity`; changes the conductances, and the levels.
   * @returns the newest example.
   */
  march(order: MarchOrder, rule: MarchRule, conductance: Float64Array): number {
    const { kernels, words } = this
    const { batches, count, at } = order
    this.conductance.set(conductance)
    this.placeBatches(batches, count)
    if (rule.kind === 'discrete') {
      this.level.set(rule.level)
      this.ofLevel.set(rule.ofLevel)
      kernels.setDiscrete(rule.ofLevel.length - 1, rule.levelStep)
    } else kernels.setIdeal(rule.low, rule.high)
    const masks = this.masks.subarray(0, count * words)
    masks.set(order.masks.subarray(at * words, (at + count) * words))
    const alpha = rule.kind === 'ideal' ? rule.alpha * order.gain : 0
    const given = batches.kind === 'given'
    const newest = kernels.march(order.firstStep, count, order.eta, alpha, given)
    conductance.set(this.conductance)
    if (rule.kind === 'discrete') rule.level.set(this.level)
    order.loss.set(this.loss.subarray(0, count), at)
    order.masks.set(masks, at * words)
    return newest
  }

  private placeBatches(batches: MarchBatches, steps: number): void {
    if (batches.kind === 'epochs') {
      const { key0, key1, epoch, seen, size } = batches
      this.kernels.setOrder(key0, key1, epoch, seen, size)
      return
    }
    const { examples, counts } = batches
    let total = 0
    for (let i = 0; i < steps; i++) total += counts[i]
    const { firstRow, rowLength } = this
    for (let i = 0; i < total; i++) this.examples[i] = firstRow + 8 * rowLength * examples[i]
    this.counts.set(counts.subarray(0, steps))
  }
}
