import type { Plan } from '../solver'
import { Arena } from '../wasm/arena'
import { instantiate, type Kernels } from '../wasm/instance'
import type { MarchTask } from '../solver/march'
import { placeLanePlan } from './memory'

/** Replicas that one pass of the kernel advances. */
export const LANES = 4
/** Steps that one call may do. */
const STEPS = 1024
/** Whole words are compared with <=, so that p = 1 needs no 33rd bit. */
const ALL = 0xffffffff

/** A replica: a run of its own on the network that it shares. */
export interface Replica {
  /** E conductances, read and written. */
  readonly conductance: Float64Array
  /** E levels of the discrete rule, read and written; else null. */
  readonly level: Int32Array | null
  /** Key of the schedule's stream. */
  readonly key0: number
  readonly key1: number
  /** E limits that a word stays below if the edge updates: 0 never, 2^32 always. */
  readonly limit: ArrayLike<number>
  readonly eta: number
  /** Learning rate times gain, and bounds; the discrete rule has no use for them. */
  readonly alpha: number
  readonly low: number
  readonly high: number
}

/** Levels of the discrete rule that all replicas share. */
export interface LaneLevels {
  readonly ofLevel: Float64Array
  readonly levelStep: number
}

/**
 * Up to four replicas of one network side by side in SIMD: seeds, p, rates and data differ, and
 * each goes bit for bit as it would alone. One example per step.
 */
export class Lanes {
  private readonly arena = new Arena()
  private readonly kernels: Kernels
  private readonly edges: number
  private readonly conductance: Float64Array
  private readonly level: Int32Array
  private readonly bound: Uint32Array
  private readonly alive: Int32Array
  private readonly keys: Int32Array
  private readonly settings: Float64Array
  private readonly examples: Int32Array
  private readonly loss: Float64Array
  private replicas: readonly Replica[] = []

  constructor(plan: Plan, task: MarchTask, levels: LaneLevels | null) {
    const { arena } = this
    this.edges = plan.edgeA.length
    this.kernels = instantiate(arena)
    const at = placeLanePlan(arena, this.kernels, plan, task, levels?.ofLevel ?? null, STEPS)
    this.conductance = arena.numberView(at.conductance, LANES * this.edges)
    this.level = arena.integerView(at.level, LANES * this.edges)
    this.bound = arena.wordView(at.bound, LANES * this.edges)
    this.alive = arena.integerView(at.alive, LANES * this.edges)
    this.keys = arena.integerView(at.keys, 2 * LANES)
    this.settings = arena.numberView(at.settings, 4 * LANES)
    this.examples = arena.integerView(at.examples, LANES * STEPS)
    this.loss = arena.numberView(at.loss, LANES * STEPS)
    const top = levels === null ? 0 : levels.ofLevel.length - 1
    this.kernels.setLaneLevels(top, levels?.levelStep ?? 0)
  }

  get bytes(): number {
    return this.arena.bytes
  }

  /** Takes one to four replicas in; lanes left over repeat the first, unread. */
  load(replicas: readonly Replica[]): void {
    this.replicas = replicas
    for (let lane = 0; lane < LANES; lane++) {
      const replica = replicas[lane] ?? replicas[0]
      this.keys[lane] = replica.key0
      this.keys[LANES + lane] = replica.key1
      this.settings[lane] = replica.eta
      this.settings[LANES + lane] = replica.alpha / replica.eta
      this.settings[2 * LANES + lane] = replica.low
      this.settings[3 * LANES + lane] = replica.high
      for (let e = 0; e < this.edges; e++) {
        const at = LANES * e + lane
        this.conductance[at] = replica.conductance[e]
        this.level[at] = replica.level?.[e] ?? 0
        this.bound[at] = Math.min(ALL, Math.max(0, replica.limit[e] - 1))
        this.alive[at] = replica.limit[e] > 0 ? -1 : 0
      }
    }
  }

  /** Writes conductances and levels back into the replicas. */
  store(): void {
    this.replicas.forEach((replica, lane) => {
      for (let e = 0; e < this.edges; e++) {
        replica.conductance[e] = this.conductance[LANES * e + lane]
        if (replica.level !== null) replica.level[e] = this.level[LANES * e + lane]
      }
    })
  }

  /**
   * @param count 1..1024 steps. @param examples numbers of the examples, four per step (one per
   * lane); null: example 0 always. @param loss written, four per step, V^2.
   */
  march(firstStep: number, count: number, examples: Int32Array | null, loss: Float64Array): void {
    if (examples === null) this.examples.fill(0, 0, LANES)
    else this.examples.set(examples.subarray(0, LANES * count))
    this.kernels.marchLanes(firstStep, count, examples !== null)
    loss.set(this.loss.subarray(0, LANES * count))
  }
}
