import { PhysicsError } from '../error'
import type { FactorPlan } from '../kernels'
import type { Roles } from '../network'
import type { Kernel } from '../solver'
import type { StateReader, StateWriter } from '../state'
import { refreshTargets, spreadTargets, type Task } from '../tasks'
import { BatchReader } from './batchReader'
import type { Drive } from './drive'
import { Edges } from './edges'
import { evaluate, type Errors } from './evaluation'
import { Gain } from './gain'
import type { Parts, Record } from './parts'
import { isPlain } from './plain'
import { makeRings, type Rings } from './rings'
import { Sources } from './sources'
import { observeStates, type States } from './states'
import { Strides, type Striding } from './strides'
import { TrajectoryHash } from './trajectoryHash'
import { UpdateCount } from './updateCount'
import type { Watcher } from './watcher'

/** The hash is fed the whole state this often: below 1 % of a step's cost on penn16. */
const HASH_EVERY = 1024

/** A network that learns a task: coupled learning, step by step, a pure function of its parts. */
export class Learner {
  readonly edges: Edges
  /** Steps done. */
  step = 0
  eta: number
  /** p of the schedule now; 1 where it has none. */
  probability: number
  /** 32-bit words of a step's mask. */
  readonly words: number
  private readonly hash = new TrajectoryHash()
  private readonly updates: UpdateCount
  private readonly chosen: Int32Array
  private readonly contrast: Float64Array
  private readonly gain: Gain
  private readonly sources: Sources
  /** Whose turn it is. */
  private task: Task
  /** Present while somebody looks at every step. */
  watcher: Watcher | null = null
  private newestExample = 0
  /** Once the first was made: Poisson clocks have none. */
  private strides: Strides | null = null
  /** Both of the present drive. */
  private rings: Rings | null
  private reader: BatchReader

  constructor(readonly parts: Parts) {
    const count = parts.network.a.length
    this.edges = new Edges(parts.network, parts.roles, parts.rule.conductance)
    this.eta = parts.eta
    this.probability = parts.probability
    this.words = (count + 31) >>> 5
    this.updates = new UpdateCount(parts.schedule.probability)
    this.chosen = new Int32Array(count)
    this.contrast = new Float64Array(count)
    this.sources = new Sources(parts)
    this.rings = makeRings(parts, this.drive, this.words)
    this.reader = new BatchReader(this.drive)
    this.task = this.drive.tasks[0]
    this.gain = new Gain(parts)
    for (const edge of parts.broken?.dead ?? []) this.edges.change(edge, 'cut')
    for (const edge of parts.broken?.stuck ?? []) this.edges.change(edge, 'stick')
    if (this.task.classes !== null) refreshTargets(this.task, this.response())
  }

  /** S flags: the source has failed. */
  get failed(): Uint8Array {
    return this.sources.failed
  }

  private get drive(): Drive {
    return this.sources.drive
  }

  /** What solves for the present state: another than at the start once a source has failed. */
  get kernel(): Kernel {
    return this.drive.solver.kernel
  }

  /** Its symbolic analysis. */
  get plan(): FactorPlan {
    return this.drive.solver.plan
  }

  /** The nodes that are held now. */
  get roles(): Roles {
    return this.drive.roles
  }

  /** Whether a faster kernel may do its steps with the same bits. */
  get plain(): boolean {
    return this.watcher === null && isPlain(this.parts, this.drive)
  }

  /**
   * Does `count` steps, at most as many as the record holds. Nothing is allocated.
   * O(count (factorisation + E)), for any batch size.
   */
  advance(count: number, record: Record): void {
    const { words } = this
    record.masks.fill(0, 0, count * words)
    // Whether somebody watches decides nothing about events, as these bits are theirs alone.
    if (this.rings !== null) {
      this.stride(this.rings, count, record)
      return
    }
    if (this.plain) {
      this.strides ??= new Strides(this.parts, words)
      this.stride(this.strides, count, record)
      return
    }
    for (let i = 0; i < count; i++) {
      this.step++
      const { chosen } = this
      const drawn = this.parts.schedule.select(this.step, chosen)
      const updating = this.edges.keepLearning(chosen, drawn, record.masks, i * words)
      record.loss[i] = this.learn(updating)
      if (this.step % HASH_EVERY === 0) this.feedHash()
      if (this.watcher !== null) this.watcher.stepped(this.step, record.loss[i])
    }
  }

  /** Many steps at once; one by one where somebody watches. */
  private stride(strides: Striding, count: number, record: Record): void {
    const { edges, eta, task } = this
    const gain = this.gain.steady
    for (let done = 0; done < count;) {
      const { step } = this
      const most = this.watcher === null ? HASH_EVERY - (step % HASH_EVERY) : 1
      const steps = Math.min(count - done, most)
      const state = { step, task, edges, eta, gain }
      this.newestExample = strides.advance(state, steps, record, done)
      this.step += steps
      done += steps
      this.task = this.sources.taskAt(this.step)
      if (this.step % HASH_EVERY === 0) this.feedHash()
      if (this.watcher !== null) this.watcher.stepped(this.step, record.loss[done - 1])
    }
  }

  /** Free and clamped states of the batch, then the update. @returns the batch's error, V^2. */
  private learn(updating: number): number {
    const { rule, batches, task: whole, readings } = this.parts
    if (whole.turns !== undefined) this.task = this.sources.taskAt(this.step)
    const { chosen, contrast, eta, task, kernel } = this
    const { train, outputs } = task
    const k = rule.conductance
    const newEpoch = batches.next(this.step)
    const refreshes = newEpoch && task.classes !== null
    const { examples, from, count } = batches
    this.newestExample = examples[from + count - 1]
    if (refreshes) refreshTargets(task, this.response())
    else if (count > 1) kernel.solveBasis(k)
    let error: number
    if (readings && !readings.exact) {
      const { step } = this
      const batch = { step, batches, task, conductance: k, eta, chosen, updating, contrast }
      error = this.reader.read(readings, batch)
    } else if (count === 1) {
      const m = this.newestExample
      error = kernel.solve(k, train.inputs, m * task.inputs, train.targets, m * outputs, eta)
      kernel.contrast(chosen, updating, contrast)
    } else {
      error = kernel.gather(train.inputs, train.targets, examples, from, count, eta)
      kernel.gatheredContrast(chosen, updating, contrast)
    }
    if (readings) readings.addBias(updating, count, contrast)
    rule.apply(chosen, updating, contrast, count, eta, this.gain.at(this.step))
    return error / (count * outputs)
  }

  /** A source that fails is driven no more and floats. @throws PhysicsError, and nothing changed */
  setFailed(source: number, failed: boolean): void {
    this.sources.set(source, failed, this.edges.cut())
    this.reader = new BatchReader(this.drive)
    this.rings = makeRings(this.parts, this.drive, this.words)
    this.edges.setRoles(this.drive.roles)
    this.task = this.sources.taskAt(this.step)
  }

  /** The task of the step to come, as the working sources see it. */
  get nextTask(): Task {
    return this.sources.taskAt(this.step + 1)
  }

  /** Factor on alpha in the step to come. */
  get nextGain(): number {
    return this.gain.at(this.step + 1)
  }

  /** Products that a step takes, about: what a call of many steps is measured by. */
  get products(): number {
    if (this.rings !== null) return this.rings.products
    const { products, edgeA } = this.plan
    return products + edgeA.length
  }

  /** Errors over all examples now. */
  evaluate(): Errors {
    return evaluate(this.task, this.response())
  }

  /** O x S output voltage per volt at each source now; leaves the kernel's basis. */
  private response(): Float64Array {
    this.kernel.solveBasis(this.parts.rule.conductance)
    return this.kernel.response
  }

  /** States of the newest example under the present conductances. */
  observe(): States {
    const { drive, parts, task, newestExample, eta } = this
    return observeStates(drive, parts.rule.conductance, task, newestExample, eta)
  }

  /** @throws PhysicsError where the schedule has no p. */
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
    this.updates.change(this.step, schedule.probability)
    this.gain.reset()
  }

  expectedUpdates(): number {
    return this.updates.at(this.step)
  }

  /** Marks a change from outside in the trajectory, after it was made. */
  feedChange(kind: number, value: number): void {
    this.rings?.refresh()
    this.hash.feed(kind)
    this.hash.feed(value)
    this.feedHash()
  }

  private feedHash(): void {
    this.hash.feed(this.step)
    this.hash.feedAll(this.parts.rule.conductance)
    this.hash.feedAll(this.edges.state)
    if (!this.sources.sound) this.hash.feedAll(this.sources.failed)
  }

  /** Hash of the trajectory up to now; asking changes nothing. */
  digest(): string {
    return this.hash.digestWith([this.step], this.parts.rule.conductance, this.edges.state)
  }

  save(state: StateWriter): void {
    const { rule, batches, task, schedule } = this.parts
    state.number(this.step)
    state.number(this.eta)
    state.number(this.probability)
    state.integer(this.newestExample)
    this.hash.save(state)
    this.edges.save(state)
    rule.save(state)
    batches.save(state)
    this.updates.save(state)
    schedule.clock?.save(state)
    this.sources.save(state)
    // After the sources: that they are put back says that the factor is old.
    this.rings?.save(state)
    if (task.classes !== null) state.numbers(task.classes.targets)
  }

  load(state: StateReader): void {
    const { rule, batches, schedule, task } = this.parts
    this.step = state.number()
    this.eta = state.number()
    this.probability = state.number()
    this.newestExample = state.integer()
    this.hash.load(state)
    this.edges.load(state)
    rule.load(state)
    batches.load(state)
    schedule.setProbability?.(this.probability)
    this.updates.load(state)
    schedule.clock?.load(state)
    this.gain.reset()
    for (const { source, failed } of this.sources.load(state)) this.setFailed(source, failed)
    this.task = this.sources.taskAt(this.step)
    this.rings?.load(state)
    if (task.classes !== null) state.numbers(task.classes.targets)
    spreadTargets(task)
  }
}
