import { PhysicsError } from '../error'
import type { Record } from '../learner/parts'
import { TrajectoryHash } from '../learner/trajectoryHash'
import { UpdateCount } from '../learner/updateCount'
import { Draws } from '../random'
import type { StateReader, StateWriter } from '../state'
import type { Relaxing } from './align'
import { Couplings } from './couplings'
import { makeField, setCouplings, type Field } from './field'
import type { SpinInputs } from './examples'
import { makeGraph, sweepOrder } from './graph'
import { distanceCost, type Nudging, type Targets } from './nudge'
import { Optimiser } from './optimiser'
import { Pair, type CameToRest } from './pair'
import type { XyParts } from './parts'
import { randomise } from './phases'
import type { Learned } from './spins'

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
  readonly optimiser: Optimiser
  readonly pair: Pair
  /** F spins that are free and have a bias. */
  readonly biased: Int32Array
  /** S flags: the input floats. */
  readonly failed: Uint8Array
  /** Steps done. */
  step = 0
  beta: number
  /** p of the schedule now; 1 where it has none. */
  probability: number
  /** 32-bit words of a step's mask. */
  readonly words: number
  newestExample = 0
  /** Largest torque that a free state of the last step was left with. */
  residual = 0
  /** Of `pair` as the newest step left it; null: none was done since this was made or restored. */
  rested: CameToRest | null = null
  private order: Int32Array
  private readonly targets: Targets
  private readonly hash = new TrajectoryHash()
  private readonly updates: UpdateCount
  private readonly chosen: Int32Array
  private readonly bondSlope: Float64Array
  private readonly biasSlope: Float64Array
  private readonly slope: Float64Array
  private readonly draws: Draws
  /** Rest states of each example and start, where a step goes on from the last one. */
  private readonly kept: Float64Array | null
  private readonly seen: Uint8Array | null
  /** Bonds of each parameter, where they are shared: E bonds, and G + 1 places where each begins. */
  private readonly membersOf: Int32Array
  private readonly membersFrom: Int32Array

  constructor(readonly parts: XyParts) {
    const { network, roles, rule, task, schedule, seed } = parts
    const graph = makeGraph(network.names.length, network.a, network.b)
    this.couplings = new Couplings(network.a.length, network.shared)
    this.field = makeField(graph)
    this.pair = new Pair(this.field)
    this.failed = new Uint8Array(roles.inputs.length)
    this.order = sweepOrder(graph, this.held())
    this.biased = this.order.slice().sort()
    const { outputs } = roles
    this.targets = { spins: outputs, vectors: new Float64Array(2 * outputs.length) }
    const groups = this.couplings.parameter.length
    this.optimiser = new Optimiser(
      { kind: rule.optimiser, rate: rule.rate },
      groups + 2 * this.biased.length,
    )
    this.beta = rule.beta
    this.probability = parts.probability
    this.words = (network.a.length + 31) >>> 5
    this.chosen = new Int32Array(groups + this.biased.length)
    this.bondSlope = new Float64Array(network.a.length)
    this.biasSlope = new Float64Array(2 * graph.spins)
    this.slope = new Float64Array(groups)
    this.draws = new Draws(seed, 'phases')
    const continues = rule.phases === 'continue'
    this.kept = continues
      ? new Float64Array(task.train.count * rule.starts * 2 * graph.spins)
      : null
    this.seen = continues ? new Uint8Array(task.train.count) : null
    const { group, members } = this.couplings
    this.membersFrom = new Int32Array(groups + 1)
    members.forEach((count, g) => {
      this.membersFrom[g + 1] = this.membersFrom[g] + count
    })
    this.membersOf = new Int32Array(group.length)
    const next = this.membersFrom.slice()
    group.forEach((g, e) => {
      this.membersOf[next[g]++] = e
    })
    this.initialise(new Draws(seed, 'initial'))
    this.updates = new UpdateCount(this.edgeProbability())
    if (schedule.probability.length !== this.chosen.length)
      throw new Error('the schedule does not draw among couplings and biases')
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

  /** N flags: the spin's phase is held. */
  private held(): Uint8Array {
    const { network, roles } = this.parts
    const held = new Uint8Array(network.names.length)
    roles.inputs.forEach((i, s) => {
      if (this.failed[s] === 0) held[i] = 1
    })
    return held
  }

  /** Spins that are not held now, in the order of a sweep. */
  get free(): Int32Array {
    return this.order
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

  /** Holds the inputs of an example; those that failed stay where they are. */
  hold({ place, spins }: SpinInputs, example: number, s: Float64Array): void {
    const { roles } = this.parts
    const from = roles.inputs.length * example
    roles.inputs.forEach((i, k) => {
      const at = 2 * (place === null ? from + k : place[from + k])
      s[2 * i] = spins[at]
      s[2 * i + 1] = spins[at + 1]
    })
  }

  /** Does `count` steps, at most as many as the record holds. */
  advance(count: number, record: Record): void {
    const { words } = this
    record.masks.fill(0, 0, count * words)
    for (let i = 0; i < count; i++) {
      this.step++
      const updating = this.parts.schedule.select(this.step, this.chosen)
      record.loss[i] = this.learn(updating, record.masks, i * words)
      const { clock } = this.parts.schedule
      if (clock !== undefined && record.time !== undefined) record.time[i] = clock.timeS
      if (this.step % HASH_EVERY === 0) this.feedHash()
    }
  }

  /** States of the batch, then the update. @returns the batch's distance cost */
  private learn(updating: number, masks: Uint32Array, at: number): number {
    const { batches, rule, task } = this.parts
    const { pair, order, relaxing, nudging } = this
    this.bondSlope.fill(0)
    this.biasSlope.fill(0)
    this.draws.seek(this.step)
    this.residual = 0
    batches.next(this.step)
    const { examples, from, count } = batches
    const scale = 1 / (count * rule.starts)
    let cost = 0
    for (let k = from; k < from + count; k++) {
      const m = examples[k]
      const { targets } = this
      const from = 2 * task.outputs * m
      targets.vectors.set(task.train.targets.subarray(from, from + 2 * task.outputs))
      for (let start = 0; start < rule.starts; start++) {
        this.begin(m, start)
        const before = pair.sweeps
        const torque = pair.settle(order, relaxing)
        const freeSweeps = pair.sweeps - before
        this.residual = Math.max(this.residual, torque)
        this.keep(m, start)
        cost += distanceCost(pair.free, targets)
        pair.nudge(order, relaxing, nudging, targets)
        this.rested = { torque, freeSweeps, nudgedSweeps: pair.sweeps - before - freeSweeps }
        pair.addGradient(nudging, scale, this.bondSlope, this.biasSlope)
      }
    }
    this.newestExample = examples[from + count - 1]
    this.update(updating, masks, at)
    return cost * scale
  }

  /** Where the free state of an example sets out. */
  private begin(example: number, start: number): void {
    const { pair, kept, seen } = this
    const places = pair.free.length
    const from = (example * this.parts.rule.starts + start) * places
    if (kept !== null && seen !== null && seen[example] !== 0)
      pair.free.set(kept.subarray(from, from + places))
    else randomise(this.order, this.draws, pair.free)
    this.hold(this.parts.task.train.inputs, example, pair.free)
    // A failed input floats with the others.
    this.failed.forEach((failed, s) => {
      if (failed !== 0) randomise(this.parts.roles.inputs.subarray(s, s + 1), this.draws, pair.free)
    })
  }

  private keep(example: number, start: number): void {
    const { pair, kept, seen } = this
    if (kept === null || seen === null) return
    kept.set(pair.free, (example * this.parts.rule.starts + start) * pair.free.length)
    if (start === this.parts.rule.starts - 1) seen[example] = 1
  }

  private update(updating: number, masks: Uint32Array, at: number): void {
    const { chosen, couplings, optimiser, slope, biasSlope, biased, field } = this
    const gain = this.parts.compensate ? 1 / this.parts.schedule.mean : 1
    slope.fill(0)
    couplings.gather(this.bondSlope, slope)
    const groups = slope.length
    for (let c = 0; c < updating; c++) {
      const k = chosen[c]
      if (k >= groups) {
        const i = 2 * biased[k - groups]
        const parameter = groups + 2 * (k - groups)
        field.bias[i] += optimiser.change(parameter, biasSlope[i], gain)
        field.bias[i + 1] += optimiser.change(parameter + 1, biasSlope[i + 1], gain)
        continue
      }
      if (!this.mark(k, masks, at)) continue
      couplings.parameter[k] += optimiser.change(k, slope[k], gain)
    }
    couplings.spread()
    setCouplings(field, couplings.value)
  }

  /** Sets the bits of the bonds of a parameter that learn. @returns whether there is one */
  private mark(parameter: number, masks: Uint32Array, at: number): boolean {
    const { membersOf, membersFrom, couplings } = this
    let learns = false
    for (let q = membersFrom[parameter]; q < membersFrom[parameter + 1]; q++) {
      const e = membersOf[q]
      if (couplings.state[e] !== 0) continue
      masks[at + (e >>> 5)] |= 1 << (e & 31)
      learns = true
    }
    return learns
  }

  /** Damage to a bond, or its end. @throws PhysicsError */
  changeEdge(edge: number, action: 'cut' | 'freeze' | 'restore' | 'stick', at?: number): void {
    this.couplings.change(edge, action, at)
    setCouplings(this.field, this.couplings.value)
  }

  /** An input that fails is held no more and floats. @throws PhysicsError */
  setFailed(input: number, failed: boolean): void {
    if (!Number.isInteger(input) || input < 0 || input >= this.failed.length)
      throw new PhysicsError(
        'unknown-source',
        `The task has no input ${input}.`,
        `Inputs: 0 to ${this.failed.length - 1}.`,
        'source',
      )
    this.failed[input] = failed ? 1 : 0
    this.order = sweepOrder(this.field.graph, this.held())
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
    this.updates.change(this.step, this.edgeProbability())
  }

  expectedUpdates(): number {
    return this.updates.at(this.step)
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
    this.hash.feedAll(this.failed)
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
    state.integer(this.newestExample)
    state.number(this.residual)
    this.hash.save(state)
    this.couplings.save(state)
    state.numbers(this.field.bias)
    this.optimiser.save(state)
    batches.save(state)
    this.updates.save(state)
    schedule.clock?.save(state)
    state.integers(this.failed)
    if (this.kept !== null) state.numbers(this.kept)
    if (this.seen !== null) state.integers(this.seen)
  }

  load(state: StateReader): void {
    const { batches, schedule } = this.parts
    this.rested = null
    this.step = state.number()
    this.beta = state.number()
    this.probability = state.number()
    this.newestExample = state.integer()
    this.residual = state.number()
    this.hash.load(state)
    this.couplings.load(state)
    state.numbers(this.field.bias)
    this.optimiser.load(state)
    batches.load(state)
    schedule.setProbability?.(this.probability)
    this.updates.load(state)
    schedule.clock?.load(state)
    state.integers(this.failed)
    if (this.kept !== null) state.numbers(this.kept)
    if (this.seen !== null) state.integers(this.seen)
    this.order = sweepOrder(this.field.graph, this.held())
    setCouplings(this.field, this.couplings.value)
  }
}
