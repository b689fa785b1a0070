import type { Frame, History, MachineDescription, RunFile, SeriesName } from '@contract'
import { Run } from '../run'
import type { Time } from '../time'
import { ReplayMachine } from '../../machine/replay'
import { placeIn } from '../replay'
import type { Database } from './database'
import { machineAt, type CreateMachine } from './machine-at'
import { physicsOf, type Physics } from '../observables'
import { recordOf } from './record-of'
import { replayedRun } from './replayed'

/** What a report shows of a stored run: the same as of the present one. */
export interface StoredView {
  run: RunFile
  description: MachineDescription
  frame: Frame
  history(series: SeriesName, buckets: number): History
  physics: Physics | null
}

/**
 * A stored run as it stood at its newest step.
 * @throws ProblemError `no-such-run`, `no-frames`
 */
export async function storedView(
  database: Database,
  id: string,
  createMachine: CreateMachine,
  time: Time,
): Promise<StoredView> {
  const replayed = replayedRun(database, id, createMachine)
  const { config, steps } = replayed
  const machine = new ReplayMachine(replayed.reader)
  const description = await machine.configure(id)
  const silent = { adjusted: () => undefined, problem: () => undefined }
  const run = new Run(id, config, config, machine, description, time, silent)
  await run.restore(await placeIn(replayed, description, steps))
  const frame = run.still({ merged: 0 })
  await machine.close()
  const standing = await machineAt(database, id, steps, createMachine)
  const physics = physicsOf(standing)
  await standing.close()
  return {
    run: await recordOf(database, id, createMachine),
    description,
    frame,
    physics,
    history: (series, buckets) => replayed.history(series, 0, steps, buckets),
  }
}
