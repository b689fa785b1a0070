import { ProblemError, type MachineDescription } from '@contract'
import type { Budget, Machine, Progress, Sink } from './machine'

/** Reads the record that a replay goes along; injected, for a machine knows no store. */
export interface RecordReader {
  /** The last step of the record. */
  readonly end: number
  /** What the recorded machine was. */
  describe(run: string): Promise<MachineDescription>
  /** A machine of its own that stands where the recorded one stood at a step, 0..end. */
  at(step: number): Promise<Machine>
}

/**
 * A machine that goes where a recorded one went, and nowhere else: it can be put to any step,
 * shows and hands over what happened there, ends where the record ends, and cannot be changed.
 */
export class ReplayMachine implements Machine {
  private readonly reader: RecordReader
  private machine: Machine | null = null
  private step = 0

  constructor(reader: RecordReader) {
    this.reader = reader
  }

  async configure(run: string): Promise<MachineDescription> {
    const described = await this.reader.describe(run)
    await this.goTo(0)
    const capabilities = { ...described.capabilities, live: [], edgeActions: [] }
    return { ...described, capabilities }
  }

  async advance(budget: Budget, sink: Sink): Promise<Progress> {
    const { end } = this.reader
    const progress = await this.at().advance(
      { ...budget, steps: Math.min(budget.steps, end - this.step) },
      sink,
    )
    this.step = progress.step
    return { ...progress, finished: progress.step >= end }
  }

  /** @throws ProblemError always: what was recorded stays as it was */
  adjust(): Promise<void> {
    return Promise.reject(new ProblemError(unchangeable))
  }

  /** The record ends where it ends. */
  extend(): void {
    return undefined
  }

  observe = (example: number | null = null, live = false) => this.at().observe(example, live)
  spins = () => this.at().spins?.() ?? null
  conductances = () => this.at().conductances()
  evaluate = () => this.at().evaluate()
  expectedUpdates = () => this.at().expectedUpdates()
  updateProbability = () => this.at().updateProbability()
  hash = () => this.at().hash()

  /** The step is enough: the record has the rest. */
  async checkpoint(): Promise<Uint8Array> {
    return placeOf(this.step)
  }

  /** @param checkpoint of `placeOf` */
  restore(checkpoint: Uint8Array): Promise<void> {
    return this.goTo(Float64Array.from(new Float64Array(checkpoint.slice().buffer))[0])
  }

  async close(): Promise<void> {
    await this.machine?.close()
    this.machine = null
  }

  private async goTo(step: number): Promise<void> {
    const next = await this.reader.at(step)
    await this.machine?.close()
    // Its own stop rule may have been moved on while it was recorded.
    next.extend(null)
    this.machine = next
    this.step = step
  }

  private at(): Machine {
    if (this.machine === null) throw new Error('The replay is not configured.')
    return this.machine
  }
}

/** A place in a record as a checkpoint of its replay. */
export function placeOf(step: number): Uint8Array {
  return new Uint8Array(Float64Array.of(step).buffer)
}

const unchangeable = {
  id: 'replay-unchangeable',
  severity: 'error' as const,
  message: 'A replay shows what was recorded and cannot be changed.',
  kept: 'The record.',
  tip: 'Resume the run, or start a new one with other values.',
}
