import {
  runConfigSchema,
  type Frame,
  type LabEvent,
  type RunConfig,
  type RunConfigInput,
} from '@contract'
import { SimulatedMachine } from '../../machine/simulated'
import type { Machine } from '../../machine/machine'
import type { RunCheckpoint } from '../checkpoint'
import { RunController } from '../controller'
import { RunKeeper } from '../store'
import type { Time } from '../time'

/** Time that a test owns: every look at the clock costs half a millisecond, or as the test says. */
export class TestTime implements Time {
  ms = 0
  lookMs = 0.5
  /** Time stands still: nothing that waits for it goes on. */
  still = false

  nowMs(): number {
    if (!this.still) this.ms += this.lookMs
    return this.ms
  }

  epochMs(): number {
    return 1_700_000_000_000 + this.ms
  }

  breathe(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }

  sleep(ms: number): { over: Promise<void>; wake(): void } {
    if (!this.still) this.ms += ms
    return { over: this.breathe(), wake: () => undefined }
  }
}

/** A small task that learns: 9 nodes, one example. */
export function config(changes: Partial<RunConfigInput> = {}): RunConfig {
  return runConfigSchema.parse({
    network: {
      kind: 'penn16',
      roles: { kind: 'given', sources: ['A'], grounds: ['I'], targets: ['C', 'G'] },
    },
    task: { kind: 'allostery', targets: { kind: 'given', voltagesV: [2, 3] } },
    rule: { kind: 'ideal' },
    schedule: { kind: 'bernoulli', probability: 0.5 },
    seed: 7,
    ...changes,
  })
}

export const testVersions = { desynclab: '0', node: '20', electron: null, platform: 'test' }

/** A keeper whose store is not open: for those who do not look at it. */
export function testKeeper(): RunKeeper {
  return new RunKeeper({
    versions: testVersions,
    program: 'a test',
    emit: () => undefined,
    pause: () => undefined,
  })
}

/** A controller on a bench: what it said, showed and kept is there to look at. */
export class Bench {
  readonly time = new TestTime()
  readonly events: LabEvent[] = []
  readonly frames: Frame[] = []
  readonly kept: RunCheckpoint[] = []
  readonly controller: RunController
  private runs = 0

  constructor(createMachine: () => Machine = () => new SimulatedMachine()) {
    this.controller = new RunController({
      createMachine,
      newRun: () => `run-${++this.runs}`,
      time: this.time,
      versions: testVersions,
      emit: (event) => this.events.push(event),
      keep: (checkpoint) => this.kept.push(structuredClone(checkpoint)),
    })
  }

  /** A window that acknowledges each frame at once. */
  watch(): void {
    this.controller.attach((frame) => {
      this.frames.push(structuredClone(frame))
      this.controller.acknowledge(frame.sequence)
    })
  }

  get states(): string[] {
    return this.events.flatMap((event) => (event.kind === 'state' ? [event.state] : []))
  }

  get state(): string | undefined {
    return this.states.at(-1)
  }

  get step(): number {
    return this.frames.at(-1)?.step ?? 0
  }

  /** Lets the machine work until something holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await this.time.breathe()
  }
}
