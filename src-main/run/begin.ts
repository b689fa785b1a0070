import type { LabEvent, MachineDescription, RunConfig } from '@contract'
import type { Machine } from '../machine/machine'
import type { RunCheckpoint } from './checkpoint'
import type { RunListener } from './notices'
import type { RecordedRun, RunRecording } from './recording'
import { Run } from './run'
import type { Time } from './time'

export interface BeginParts {
  time: Time
  emit(event: LabEvent): void
  /** An unconfigured machine of that kind. */
  createMachine(kind: RunConfig['machine']['kind']): Machine
  /** Where a run's measurements are recorded, besides its checkpoints. */
  record?(run: RecordedRun): RunRecording
}

/**
 * Builds the machine of a configuration and the run that it does, at its beginning or as a
 * checkpoint has it.
 * @throws ProblemError if the configuration cannot work, or the checkpoint is not of it
 */
export async function begin(
  parts: BeginParts,
  id: string,
  initialConfig: RunConfig,
  config: RunConfig,
  checkpoint: RunCheckpoint | null,
): Promise<Run> {
  const emit = (event: LabEvent): void => parts.emit(event)
  const machine = parts.createMachine(config.machine.kind)
  const description = await described(machine, id, config, checkpoint)
  const recorded = { id, initialConfig, config, description, from: checkpoint }
  const recording = parts.record?.(recorded) ?? null
  const listener: RunListener = {
    adjusted: (of, adjustment) => emit({ kind: 'adjusted', run: of, adjustment }),
    problem: (problem) => emit({ kind: 'problem', problem }),
    gap: (of, gap) => emit({ kind: 'gap', run: of, gap }),
    solved: (solved) => emit({ kind: 'solved', id: solved }),
  }
  const run = new Run(
    id,
    initialConfig,
    config,
    machine,
    description,
    parts.time,
    listener,
    recording,
  )
  if (checkpoint !== null) await run.restore(checkpoint)
  return run
}

/** A machine that cannot be this run's hears nothing more. */
async function described(
  machine: Machine,
  id: string,
  config: RunConfig,
  checkpoint: RunCheckpoint | null,
): Promise<MachineDescription> {
  try {
    return checkpoint !== null && machine.attach !== undefined
      ? await machine.attach(id, config, checkpoint.machine)
      : await machine.configure(id, config)
  } catch (thrown) {
    await machine.close()
    throw thrown
  }
}
