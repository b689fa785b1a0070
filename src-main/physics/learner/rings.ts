import { EventKernel, makeEventPlan, type EventOrder } from '../events'
import { Poisson } from '../schedules'
import type { MarchRule } from '../solver'
import type { StateReader, StateWriter } from '../state'
import { LEARNS } from './edges'
import type { Parts, Record } from './parts'
import type { StrideState } from './strides'

/** Events that one call of the kernel does at most. */
const MOST_EVENTS = 256

/**
 * Poisson clocks by the kernel of events, which follows each ring along one path of the
 * elimination tree instead of factoring anew. Its factor is part of the state: the voltages differ
 * from those of a fresh factorisation in their last bits.
 */
export class Rings {
  private readonly kernel: EventKernel
  private readonly learns: Uint8Array
  private examples = new Int32Array(MOST_EVENTS)
  private readonly counts = new Int32Array(MOST_EVENTS)
  private readonly times = new Float64Array(MOST_EVENTS)
  private readonly rang = new Int32Array(MOST_EVENTS)
  private readonly loss = new Float64Array(MOST_EVENTS)

  constructor(
    private readonly parts: Parts,
    private readonly schedule: Poisson,
    private readonly words: number,
  ) {
    const { network, roles, task } = parts
    this.learns = new Uint8Array(network.a.length)
    const plan = makeEventPlan(network, roles)
    this.kernel = new EventKernel(plan, task.train, schedule.clocks, this.learns)
  }

  /** To be said when conductances were changed from outside. */
  refresh(): void {
    this.kernel.refresh()
  }

  /** Does `count` events, into the record from place `at` on. @returns the newest example. */
  advance(state: StrideState, count: number, record: Record, at: number): number {
    let newest = 0
    for (let done = 0; done < count; done += MOST_EVENTS) {
      const events = Math.min(MOST_EVENTS, count - done)
      newest = this.ring(state, done, events, record, at + done)
    }
    return newest
  }

  private ring(
    { step, edges, eta, gain }: StrideState,
    done: number,
    count: number,
    record: Record,
    at: number,
  ): number {
    const { learns, counts, times, rang, loss, schedule } = this
    const { rule } = this.parts
    for (let e = 0; e < learns.length; e++) learns[e] = edges.state[e] === LEARNS ? 1 : 0
    const first = step + done
    const total = this.gather(first, count)
    const { examples } = this
    const order: EventOrder = {
      ...{ first, count, time: schedule.timeS, examples, counts, eta },
      ...{ times, edges: rang, loss },
    }
    schedule.timeS = this.kernel.march(order, scaled(rule.march(), gain), rule.conductance)
    for (let i = 0; i < count; i++) {
      const e = rang[i]
      record.loss[at + i] = loss[i]
      if (record.time !== undefined) record.time[at + i] = times[i]
      if (learns[e] === 1) record.masks[(at + i) * this.words + (e >>> 5)] |= 1 << (e & 31)
    }
    return examples[total - 1]
  }

  /** The batches of some events. @returns how many examples they have together. */
  private gather(first: number, count: number): number {
    const { batches } = this.parts
    if (this.examples.length < MOST_EVENTS * batches.size)
      this.examples = new Int32Array(MOST_EVENTS * batches.size)
    let total = 0
    for (let i = 0; i < count; i++) {
      batches.next(first + i + 1)
      const { examples, from } = batches
      for (let m = from; m < from + batches.count; m++) this.examples[total++] = examples[m]
      this.counts[i] = batches.count
    }
    return total
  }

  save(state: StateWriter): void {
    this.kernel.save(state)
  }

  load(state: StateReader): void {
    this.kernel.load(state)
  }
}

function scaled(rule: MarchRule, gain: number): MarchRule {
  return rule.kind === 'ideal' ? { ...rule, alpha: rule.alpha * gain } : rule
}

/**
 * Null where the events cannot be followed this way: another schedule, imperfect readings, a rule
 * that changes with time or edge, tasks that take turns, or targets that are refreshed.
 */
export function makeRings(parts: Parts, words: number): Rings | null {
  const { schedule, readings, decay, rule, task } = parts
  const perfect = (readings ?? null) === null && rule.factor === null && decay === undefined
  const steady = task.turns === undefined && task.classes === null
  if (!(schedule instanceof Poisson) || !perfect || !steady) return null
  return new Rings(parts, schedule, words)
}
