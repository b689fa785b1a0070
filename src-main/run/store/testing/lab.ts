import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LabEvent, RunConfig } from '@contract'
import { SimulatedMachine } from '../../../machine/simulated'
import type { Machine } from '../../../machine/machine'
import type { RunCheckpoint } from '../../checkpoint'
import { RunController } from '../../controller'
import { TestTime, testVersions } from '../../test/bench'
import { freeBytes } from '../disk'
import { RunKeeper } from '../keeper'
import type { RunStore } from '../store'

export const createMachine = (): SimulatedMachine => new SimulatedMachine()

/** Folders that a test made; `clean` removes them. */
const folders: string[] = []

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'desynclab-store-'))
  folders.push(made)
  return made
}

export function clean(): void {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
}

/** A controller that records into a store, as the engine's process composes it. */
export class RecordedLab {
  readonly time = new TestTime()
  readonly events: LabEvent[] = []
  readonly kept: RunCheckpoint[] = []
  readonly keeper: RunKeeper
  readonly controller: RunController
  /** Bytes; null: what the disk says. */
  free: number | null = 1e12

  constructor(
    readonly directory: string,
    runs: string[] = ['run-1', 'run-2', 'run-3'],
    create: () => Machine = createMachine,
  ) {
    this.keeper = new RunKeeper({
      versions: testVersions,
      program: 'a test',
      emit: (event) => this.events.push(event),
      pause: () => void this.controller.pause(),
      free: (of) => this.free ?? freeBytes(of),
    })
    this.controller = new RunController({
      createMachine: create,
      newRun: () => runs.shift() ?? 'one-more',
      time: this.time,
      versions: testVersions,
      emit: (event) => {
        this.keeper.hear(event)
        this.events.push(event)
      },
      record: (run) => this.keeper.begin(run),
      keep: (checkpoint) => {
        this.keeper.keep(checkpoint)
        this.kept.push(structuredClone(checkpoint))
      },
    })
    this.keeper.start(directory)
  }

  get store(): RunStore {
    if (this.keeper.open === null) throw new Error('the store is not open')
    return this.keeper.open
  }

  get problems(): string[] {
    return this.events.flatMap((event) => (event.kind === 'problem' ? [event.problem.id] : []))
  }

  get state(): string | undefined {
    return this.events.flatMap((event) => (event.kind === 'state' ? [event.state] : [])).at(-1)
  }

  /** Runs so many steps of a configuration, and stands still. */
  async run(config: RunConfig, steps: number): Promise<void> {
    await this.controller.configure(config)
    await this.controller.step(steps)
  }

  /** Lets the machine work until something holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await this.time.breathe()
  }

  /** The process ends well. */
  async quit(): Promise<void> {
    await this.controller.close()
    this.keeper.end()
  }
}

/** The hash of an undisturbed run of that configuration at a step. */
export async function hashOf(config: RunConfig, step: number): Promise<string> {
  const machine = createMachine()
  await machine.configure('', { ...config, stop: { steps: null } })
  const none = (): void => undefined
  const sink = { steps: none, evaluated: none, adjusted: none, problem: none }
  await machine.advance({ steps: step, expired: () => false }, sink)
  return machine.hash()
}
