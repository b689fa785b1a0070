import type { History, HistorySeries, MachineDescription, RunConfig } from '@contract'
import { placeOf, type RecordReader } from '../machine/replay'
import type { RunCheckpoint } from './checkpoint'
import { Telemetry, type TelemetrySnapshot } from './telemetry'

/** A recorded run, as the controller replays it. */
export interface Replayed {
  /** Identity of the recorded run. */
  id: string
  /** With every adjustment that was made. */
  config: RunConfig
  steps: number
  runTimeMs: number
  startedAt: string
  reader: RecordReader
  /** The newest step at or before one that is in the record; left out: every step is. */
  settle?(step: number): number
  /** What was measured last; null where only the series were handed on. */
  last: TelemetrySnapshot | null
  history(series: HistorySeries, fromStep: number, toStep: number | null, buckets: number): History
}

/** Updates that are gone through before a place, so that raster and intervals have something to show. */
const LEAD_UPDATES = 200_000
/** The raster of a frame. */
const LEAST_LEAD = 240
const MOST_LEAD = 10_000

/** Nobody hears what happens on the way: it was recorded when it happened first. */
const silent = { adjusted: () => undefined, problem: () => undefined }

/**
 * A place in a recorded run, for a run that replays it. The measurements of the steps before are
 * seen again: intervals and updates are counted from there on, from step 0 if that is near.
 */
export async function placeIn(
  replayed: Replayed,
  description: MachineDescription,
  step: number,
): Promise<RunCheckpoint> {
  const { config, reader, startedAt, steps, runTimeMs } = replayed
  const telemetry =
    step === steps && replayed.last !== null
      ? { ...replayed.last, history: {} }
      : await measuredBefore(reader, description, step)
  return {
    run: description.run,
    initialConfig: config,
    config,
    adjustmentsMade: config.adjustments.filter((one) => one.step <= step).length,
    state: 'paused',
    step,
    startedAt,
    runTimeMs: steps > 0 ? (runTimeMs * step) / steps : 0,
    sequence: 0,
    merged: 0,
    problems: [],
    gaps: [],
    twin: false,
    machine: placeOf(step),
    // The moments of the whole training, wherever in it the replay stands.
    telemetry: { ...telemetry, spins: replayed.last?.spins ?? telemetry.spins },
  }
}

async function measuredBefore(
  reader: RecordReader,
  description: MachineDescription,
  step: number,
): Promise<TelemetrySnapshot> {
  const edges = description.edges.length
  const lead = Math.min(MOST_LEAD, Math.max(LEAST_LEAD, Math.floor(LEAD_UPDATES / edges)))
  const from = Math.max(0, step - lead)
  const machine = await reader.at(from)
  machine.extend(null)
  const telemetry = new Telemetry(machine, description, silent)
  const empty = telemetry.snapshot()
  const timing = {
    ...empty.timing,
    sinceStep: from,
    countedFrom: new Float64Array(edges).fill(from),
  }
  telemetry.restore({ ...empty, timing }, from, 0)
  while (telemetry.step < step) {
    const before = telemetry.step
    await machine.advance({ steps: step - before, expired: () => false }, telemetry)
    if (telemetry.step === before) break
  }
  const measured = { ...telemetry.snapshot(), history: {}, evaluation: machine.evaluate() }
  await machine.close()
  return measured
}
