import { ProblemError, type MachineDescription } from '@contract'
import { ReplayMachine } from '../machine/replay'
import type { Driver } from './driver'
import { noReplay } from './refusals'
import { placeIn, type Replayed } from './replay'
import { Run } from './run'
import type { Time } from './time'

export interface StageParts {
  driver: Driver
  time: Time
  /** Makes a run that stands at its place the present one, paused. */
  present(run: Run): Promise<void>
}

interface Shown {
  /** Identity of the run that replays. */
  run: string
  of: Replayed
  machine: ReplayMachine
  description: MachineDescription
}

/** The present run while it replays a recorded one: it has a place of its own, and leaves no record. */
export class ReplayStage {
  /** null: the present run is its own. */
  private shown: Shown | null = null

  constructor(private readonly parts: StageParts) {}

  get of(): Replayed | null {
    return this.shown?.of ?? null
  }

  /** Identity of the run that replays; null: none does. */
  get run(): string | null {
    return this.shown?.run ?? null
  }

  /** At its last step. */
  async enter(run: string, of: Replayed): Promise<MachineDescription> {
    const machine = new ReplayMachine(of.reader)
    const description = await machine.configure(run)
    const former = this.parts.driver.run
    await this.show({ run, of, machine, description }, of.steps)
    await former?.machine.close()
    return description
  }

  /** The present run is one of its own from now on. */
  leave(): void {
    this.shown = null
  }

  /** From its end it begins anew. */
  async rewind(step: number): Promise<void> {
    const { shown } = this
    if (shown !== null && step >= shown.of.steps) await this.show(shown, 0)
  }

  /** Goes on from another step if it was going on. @throws ProblemError if there is no replay */
  async seek(step: number): Promise<void> {
    const { shown } = this
    const { driver } = this.parts
    if (shown === null) throw new ProblemError(noReplay)
    const goesOn = driver.state === 'running'
    driver.halt()
    const { settle, steps } = shown.of
    await this.show(shown, step < steps ? (settle?.(step) ?? step) : steps)
    if (goesOn && driver.run !== null) driver.go(driver.run)
  }

  /** What is replayed was told when it happened: the run has nothing to say. */
  private async show(shown: Shown, step: number): Promise<void> {
    const { run: id, of, machine, description } = shown
    const { driver, time } = this.parts
    const place = await placeIn(of, description, step)
    const pace = this.run === id ? driver.run?.config.pace : undefined
    const config = { ...of.config, pace: pace ?? of.config.pace }
    const silent = { adjusted: () => undefined, problem: () => undefined }
    const run = new Run(id, of.config, config, machine, description, time, silent)
    await run.restore(place)
    this.shown = shown
    await this.parts.present(run)
  }
}
