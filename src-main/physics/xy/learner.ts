import { PhysicsError } from '../error'
import type { Record } from '../learner/parts'
import { TrajectoryHash } from '../learner/trajectoryHash'
import { UpdateCount } from '../learner/updateCount'
import { Draws } from '../random'
import type { StateReader, StateWriter } from '../state'
import type { Relaxing } from './align'
import { BatchStates, type Slopes } from './batchStates'
import { Couplings } from './couplings'
import type { SpinInputs } from './examples'
import { makeField, setCouplings, type Field } from './field'
import { makeGraph } from './graph'
import { HeldInputs } from './inputs'
import type { Nudging } from './nudge'
import type { Optimiser } from './optimiser'
import type { XyParts } from './parts'
import type { Relaxer } from './relaxer'
import { makeRelaxer } from './relaxers'
import type { Learned } from './spins'
import { Updates } from './updates'

/** The hash is fed the whole state this often: a step is hundreds of sweeps, so it costs nothing. */
const HASH_EVERY = 64
/** Warm sweeps of a free state from random phases (measured: from 5 to 20 it makes no difference). */
const WARM = 10

/**
 * Spins that learn a task by equilibrium propagation, step by step: a pure function of its parts.
 * What updates on its own are couplings and the bias vectors of free spins; a schedule draws
 * among both.
 */
export class XyLearner {
  readonly couplings: Couplings
  readonly field: Field
  readonly relaxer: Relaxer
  readonly inputs: HeldInputs
  readonly batch: BatchStates
  /** F spins that are free and have a bias. */
  readonly biased: Int32Array
  /** Steps done. */
  step = 0
  beta: number
  /** p of the schedule now; 1 where it has none. */
  probability: number
  private readonly hash = new TrajectoryHash()
  private readonly updates: Updates
  private readonly updateCount: UpdateCount
  private readonly slopes: Slopes

  constructor(readonly parts: XyParts) {
    const { network, roles, rule, seed } = parts
    const spins = network.names.length
    const bonds = network.a.length
    const graph = makeGraph(spins, network.a, network.b)
    this.couplings = new Couplings(bonds, network.shared)
    this.field = makeField(graph)
    this.relaxer = makeRelaxer(graph, roles.outputs.length, parts.kernel)
    this.inputs = new HeldInputs(graph, roles.inputs)
    this.batch = new BatchStates(parts, this.field, this.relaxer, this.inputs)
    this.biased = this.inputs.free.slice().sort()
    this.updates = new Updates(parts, this.couplings, this.field, this.biased)
    this.beta = rule.beta
    this.probability = parts.probability
    this.slopes = { bonds: new Float64Array(bonds), biases: new Float64Array(2 * spins) }
    this.initialise(new Draws(seed, 'initial'))
    this.updateCount = new UpdateCount(this.edgeProbability())
  }

  private initialise(draws: Draws): void {
    const { couplingMean: mean, couplingSpread: spread, biasSpread } = this.parts.rule
    const { parameter } = this.couplings
    for (let g = 0; g < parameter.length; g++) parameter[g] = mean + spread * draws.gaussian()
    for (const i of this.biased)
      for (const at of [2 * i, 2 * i + 1]) this.field.bias[at] = biasSpread * draws.gaussian()
    this.couplings.spread()
    setCouplings(this.field, this.couplings.value)
  }

  get optimiser(): Optimiser {
    return this.updates.optimiser
  }

  /** 32-bit words of a step's mask. */
  get words(): number {
    return this.updates.words
  }

  /** Spins that are not held now, in the order of a sweep. */
  get free(): Int32Array {
    return this.inputs.free
  }

  get newestExample(): number {
    return this.batch.newestExample
  }

  /** Largest torque that a free state of the last step was left with. */
  get residual(): number {
    return this.batch.residual
  }

  get relaxing(): Relaxing {
    const { tolerance, sweeps, omega } = this.parts.rule.relaxation
    return { tolerance, sweeps, omega, warm: WARM }
  }

  get nudging(): Nudging {
    const { cost, nudge, cap } = this.parts.rule
    return { cost, beta: this.beta, symmetric: nudge === 'symmetric', cap }
  }

  /** What was learned so far, to come back to. O(N + E). */
  snapshot(): Learned {
    return { coupling: this.couplings.value.slice(), bias: this.field.bias.slice() }
  }

  /** Products that a pair takes, about. */
  get pairProducts(): number {
    // 50 sweeps a relaxation on small lattices; more where they are larger.
    const { network } = this.parts
    return 150 * 2 * (network.a.length + network.names.length)
  }

  /** Products that a step takes, about: what a call of many steps is measured by. */
  get products(): number {
    const { batches, rule } = this.parts
    return batches.size * rule.starts * this.pairProducts
  }

  /** E expected updates per step. */
  edgeProbability(): Float64Array<ArrayBuffer> {
    const { probability } = this.parts.schedule
    return Float64Array.from(this.couplings.group, (g) => probability[g])
  }

  hold(inputs: SpinInputs, example: number, s: Float64Array): void {
    this.inputs.hold(inputs, example, s)
  }

  /** Does `count` steps, at most as many as the record holds. */
  advance(count: number, record: Record): void {
    const { words, updates, batch, slopes } = this
    const { clock } = this.parts.schedule
    record.masks.fill(0, 0, count * words)
    for (let i = 0; i < count; i++) {
      this.step++
      const drawn = updates.draw(this.step)
      slopes.bonds.fill(0)
      slopes.biases.fill(0)
      record.loss[i] = batch.settle(this.step, this.relaxing, this.nudging, slopes)
      updates.make(drawn, slopes, record.masks, i * words)
      if (clock !== undefined && record.time !== undefined) record.time[i] = clock.timeS
      if (this.step % HASH_EVERY === 0) this.feedHash()
    }
  }

  /** Damage to a bond, or its end. @throws PhysicsError */
  changeEdge(edge: number, action: 'cut' | 'freeze' | 'restore' | 'stick', at?: number): void {
    this.couplings.change(edge, action, at)
    setCouplings(this.field, this.couplings.value)
  }

  /** An input that fails is held no more and floats. @throws PhysicsError */
  setFailed(input: number, failed: boolean): void {
    this.inputs.setFailed(input, failed)
  }

  /** @throws PhysicsError where the schedule has no p */
  setProbability(probability: number): void {
    const { schedule } = this.parts
    if (schedule.setProbability === undefined)
      throw new PhysicsError(
        'schedule-without-probability',
        'The schedule of this run has no probability that could be changed.',
        'Choose the schedule bernoulli or rates.',
        'schedule.probability',
      )
    schedule.setProbability(probability)
    this.probability = probability
    this.updateCount.change(this.step, this.edgeProbability())
  }

  expectedUpdates(): number {
    return this.updateCount.at(this.step)
  }

  /** Marks a change from outside in the trajectory, after it was made. */
  feedChange(kind: number, value: number): void {
    this.hash.feed(kind)
    this.hash.feed(value)
    this.feedHash()
  }

  private feedHash(): void {
    this.hash.feed(this.step)
    for (const values of this.learned) this.hash.feedAll(values)
    this.hash.feedAll(this.inputs.failed)
  }

  private get learned(): ArrayLike<number>[] {
    return [this.couplings.value, this.couplings.parameter, this.field.bias, this.couplings.state]
  }

  /** Hash of the trajectory up to now; asking changes nothing. */
  digest(): string {
    return this.hash.digestWith([this.step], ...this.learned)
  }

  save(state: StateWriter): void {
    const { batches, schedule } = this.parts
    state.number(this.step)
    state.number(this.beta)
    state.number(this.probability)
    this.batch.saveNewest(state)
    this.hash.save(state)
    this.couplings.save(state)
    state.numbers(this.field.bias)
    this.optimiser.save(state)
    batches.save(state)
    this.updateCount.save(state)
    schedule.clock?.save(state)
    this.inputs.save(state)
    this.batch.saveKept(state)
  }

  load(state: StateReader): void {
    const { batches, schedule } = this.parts
    this.step = state.number()
    this.beta = state.number()
    this.probability = state.number()
    this.batch.loadNewest(state)
    this.hash.load(state)
    this.couplings.load(state)
    state.numbers(this.field.bias)
    this.optimiser.load(state)
    batches.load(state)
    schedule.setProbability?.(this.probability)
    this.updateCount.load(state)
    schedule.clock?.load(state)
    this.inputs.load(state)
    this.batch.loadKept(state)
    setCouplings(this.field, this.couplings.value)
  }
}
