import { makeEventPlan, makeEvents, type EventMarching } from '../events'
import { decayAt } from '../rules'
import { Poisson } from '../schedules'
import type { StateReader, StateWriter } from '../state'
import { refreshTargets, turnAt, type Task } from '../tasks'
import type { Drive } from './drive'
import { LEARNS } from './edges'
import type { Parts, Record } from './parts'
import type { StrideState, Striding } from './strides'

/** Events that one call of the kernel does at most. */
const MOST_EVENTS = 256

/**
 * Poisson clocks by the kernel of events, which follows each ring along one path of the
 * elimination tree instead of factoring anew. Its factor is part of the state: the voltages differ
 * from those of a fresh factorisation in their last bits.
 */
export class Rings implements Striding {
  private readonly kernel: EventMarching
  private readonly learns: Uint8Array
  /** Products of one event: two passes along its path. */
  readonly products: number
  private examples = new Int32Array(MOST_EVENTS)
  private readonly counts = new Int32Array(MOST_EVENTS)
  private readonly gains = new Float64Array(MOST_EVENTS)
  private readonly times = new Float64Array(MOST_EVENTS)
  private readonly rang = new Int32Array(MOST_EVENTS)
  private readonly loss = new Float64Array(MOST_EVENTS)
  /** Whether an edge was damaged in the last call. */
  private damaged = false
  /** Whose examples the kernel has. */
  private loaded: Task

  constructor(
    private readonly parts: Parts,
    private readonly schedule: Poisson,
    private readonly drive: Drive,
    private readonly words: number,
  ) {
    const { network, rule, readings = null, choice = 'fastest' } = parts
    const plan = makeEventPlan(network, drive.roles)
    this.products = 2 * plan.pathEntries
    this.learns = new Uint8Array(network.a.length).fill(1)
    this.loaded = drive.tasks[0]
    const edges = { factor: rule.factor, readings }
    const { train } = this.loaded
    const levels = rule.grid?.length ?? 0
    this.kernel = makeEvents(plan, train, schedule.clocks, this.learns, levels, edges, choice)
  }

  /** To be said when conductances were changed from outside. */
  refresh(): void {
    this.kernel.refresh()
  }

  /** Does `count` events, into the record from place `at` on. @returns the newest example. */
  advance(state: StrideState, count: number, record: Record, at: number): number {
    const { learns } = this
    const { batches, task: whole } = this.parts
    // Not on every call where no edge is damaged: events of a large network come one by one.
    if (state.edges.damaged || this.damaged)
      for (let e = 0; e < learns.length; e++) learns[e] = state.edges.state[e] === LEARNS ? 1 : 0
    this.damaged = state.edges.damaged
    // Whoever moved the targets since the last call (a checkpoint) told nobody.
    if (this.loaded.classes !== null) this.kernel.setTask(this.loaded.train)
    const most = Math.min(MOST_EVENTS, this.kernel.capacity(batches.size))
    if (this.examples.length < most * batches.size)
      this.examples = new Int32Array(most * batches.size)
    let newest = 0
    let pending = 0
    let total = 0
    let done = 0
    const flush = (): void => {
      if (pending > 0) this.ring(state, done, pending, record, at + done)
      done += pending
      pending = 0
      total = 0
    }
    for (let i = 0; i < count; i++) {
      const step = state.step + i + 1
      const task = this.drive.tasks[turnAt(whole, step)]
      const begins = batches.next(step)
      if (pending === most) flush()
      if (task !== this.loaded) {
        flush()
        this.loaded = task
        this.kernel.setTask(task.train)
      }
      if (begins && task.classes !== null) {
        flush()
        refreshTargets(task, this.kernel.response(step - 1, this.parts.rule.conductance))
        this.kernel.setTask(task.train)
      }
      const { examples, from, count: size } = batches
      for (let m = 0; m < size; m++) this.examples[total++] = examples[from + m]
      newest = this.examples[total - 1]
      this.counts[pending++] = size
    }
    flush()
    return newest
  }

  private ring(
    { step, eta, gain }: StrideState,
    done: number,
    count: number,
    record: Record,
    at: number,
  ): void {
    const { learns, examples, counts, gains, times, rang, loss, schedule } = this
    const { rule, decay } = this.parts
    const first = step + done
    for (let i = 0; i < count; i++)
      gains[i] = decay === undefined ? gain : gain * decayAt(decay, first + i)
    schedule.timeS = this.kernel.march(
      {
        ...{ first, count, time: schedule.timeS, examples, counts, eta, gains },
        ...{ times, edges: rang, loss },
      },
      rule.march(),
      rule.conductance,
    )
    for (let i = 0; i < count; i++) {
      const e = rang[i]
      record.loss[at + i] = loss[i]
      if (record.time !== undefined) record.time[at + i] = times[i]
      if (learns[e] === 1) record.masks[(at + i) * this.words + (e >>> 5)] |= 1 << (e & 31)
    }
  }

  save(state: StateWriter): void {
    this.kernel.save(state)
  }

  load(state: StateReader): void {
    this.kernel.load(state)
  }
}

/** Null where steps are no events. @param drive of the sources that work */
export function makeRings(parts: Parts, drive: Drive, words: number): Rings | null {
  const { schedule } = parts
  return schedule instanceof Poisson ? new Rings(parts, schedule, drive, words) : null
}
