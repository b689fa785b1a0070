import { Batches } from '../batches'
import { PoissonClocks } from '../events/clocks'
import type { ImperfectionsSpec } from '../imperfections'
import type { LearnerSpec } from '../learner'
import type { Network, Roles } from '../network'
import { cosine, exponential, logarithm, sine } from '../numeric'
import { Draws, logNormal, RandomStream } from '../random'
import type { Task } from '../tasks'
import { states, voltages } from './dense'

/**
 * The second implementation of learning by Poisson clocks: every event solves both states anew and
 * densely, and every feature is written out from its definition. It shares clocks and batches with
 * the learner, which have tests of their own, and nothing of its kernels, rules and readings.
 */
export class PlainEvents {
  timeS = 0
  /** Numbers of sources that float. */
  readonly failed = new Set<number>()
  private event = 0
  private readonly clocks: PoissonClocks
  private readonly batches: Batches
  private readonly imperfections: ImperfectionsSpec
  private readonly offset: number[]
  private readonly resistance: number[]
  private readonly rates: Float64Array

  /** @param conductance at the start; changed as events go by. @param level of a discrete rule */
  constructor(
    private readonly spec: LearnerSpec & { imperfections: ImperfectionsSpec },
    private readonly network: Network,
    private readonly roles: Roles,
    private readonly task: Task,
    readonly conductance: number[],
    readonly level: number[],
  ) {
    const { schedule, seed, imperfections, rule } = spec
    if (schedule.kind !== 'poisson') throw new Error('Poisson clocks only')
    const edges = conductance.length
    const { rate, variation } = schedule
    const factors = logNormal(edges, variation, new Draws(seed, 'rates'))
    this.clocks = new PoissonClocks(
      factors.map((m) => (variation > 0 ? rate * m : rate)),
      seed,
    )
    this.batches = new Batches(task.train.count, spec.batch, seed)
    this.imperfections = imperfections
    const parts = new Draws(seed, 'parts')
    const { tolerance, comparatorOffsetV } = imperfections
    this.resistance = conductance.map(() =>
      tolerance > 0 ? parts.between(1 - tolerance, 1 + tolerance) : 1,
    )
    const offsets = new Draws(seed, 'parts', 1)
    this.offset = conductance.map(() => comparatorOffsetV * offsets.gaussian())
    const spread = rule.kind === 'ideal' ? (rule.rateVariation ?? 0) : 0
    this.rates = logNormal(edges, spread, new Draws(seed, 'learningRates'))
    if (spread === 0) this.rates.fill(1)
  }

  /** The next ring. @returns the edge, and the mean error of its batch before it updates. */
  ring(learns: (edge: number) => boolean): { edge: number; error: number } {
    const { clocks, batches, network, roles } = this
    const task = this.turn()
    const edge = clocks.edge(this.event)
    this.timeS += clocks.wait(this.event)
    this.event++
    const [a, b] = [network.a[edge], network.b[edge]]
    if (batches.next(this.event)) this.refresh(task)
    const live = [...roles.sources.keys()].filter((s) => !this.failed.has(s))
    const driven = { ...roles, sources: Int32Array.from(live, (s) => roles.sources[s]) }
    let error = 0
    let contrast = 0
    for (let i = 0; i < batches.count; i++) {
      const m = batches.examples[batches.from + i]
      const inputs = live.map((s) => task.train.inputs[m * task.inputs + s])
      const targets = task.train.targets.subarray(m * task.outputs, (m + 1) * task.outputs)
      const both = states(network, driven, this.conductance, inputs, targets, this.spec.rule.eta)
      roles.targets.forEach((node, o) => (error += (targets[o] - both.free[node]) ** 2))
      const [free, clamped] = [both.free, both.clamped].map((v) => Math.abs(v[a] - v[b]))
      contrast += this.read(free, clamped, edge, i)
    }
    if (learns(edge)) this.update(edge, contrast)
    return { edge, error: error / (batches.count * task.outputs) }
  }

  private turn(): Task {
    const { turns } = this.task
    return turns === undefined
      ? this.task
      : turns.tasks[Math.floor(this.event / turns.every) % turns.tasks.length]
  }

  /** Class targets are what the network answers to the mean inputs of the classes. */
  private refresh({ classes, train, inputs, outputs }: Task): void {
    if (classes === null) return
    const { network, roles } = this
    const answers = classes.names.map((_, c) => {
      const held = new Map<number, number>()
      roles.grounds.forEach((node) => held.set(node, 0))
      roles.sources.forEach((node, s) => {
        if (!this.failed.has(s)) held.set(node, classes.meanInputs[c * inputs + s])
      })
      return voltages(network, this.conductance, held)
    })
    for (let m = 0; m < train.count; m++)
      roles.targets.forEach(
        (node, o) => (train.targets[m * outputs + o] = answers[classes.train[m]][node]),
      )
  }

  /** Contrast of one example as the edge reads it. */
  private read(free: number, clamped: number, edge: number, example: number): number {
    const { readNoiseV, learningBiasV2 } = this.imperfections
    let [f, c] = [free + this.offset[edge], clamped]
    if (readNoiseV > 0) {
      const words = new RandomStream(this.spec.seed, 'readings').seek(this.event)
      const at = 2 * (example * this.offset.length + edge)
      const radius = readNoiseV * Math.sqrt(-2 * logarithm((words.word(at) + 0.5) / 2 ** 32))
      const angle = (2 * Math.PI * words.word(at + 1)) / 2 ** 32
      f += radius * cosine(angle)
      c += radius * sine(angle)
    }
    return f * Math.abs(f) - c * Math.abs(c) + learningBiasV2
  }

  private update(edge: number, contrast: number): void {
    const { rule } = this.spec
    const { conductance, level, resistance } = this
    if (rule.kind === 'discrete') {
      const next = level[edge] + (contrast < 0 ? rule.levelStep : -rule.levelStep)
      level[edge] = Math.min(rule.levels, Math.max(1, next))
      const ohm = (level[edge] * rule.maxResistanceOhm) / rule.levels
      conductance[edge] = 1 / (ohm * resistance[edge])
      return
    }
    const t = this.event - 1
    const decay = rule.decay ?? { kind: 'constant' }
    const fall =
      decay.kind === 'inverse'
        ? 1 / (1 + t / decay.steps)
        : decay.kind === 'exponential'
          ? exponential(-t / decay.steps)
          : decay.kind === 'step'
            ? decay.factor ** Math.floor(t / decay.steps)
            : 1
    const alpha = (rule.alpha * fall * this.rates[edge]) / resistance[edge]
    const k = conductance[edge] + ((alpha / rule.eta) * contrast) / this.batches.count
    conductance[edge] = Math.min(rule.maxConductance, Math.max(rule.minConductance, k))
  }
}
