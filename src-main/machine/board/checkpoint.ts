import { adjustmentSchema, ProblemError, type BoardDevice, type RunConfig } from '@contract'
import { z } from 'zod'
import { fingerprint } from '../fingerprint'
import type { Reception } from '../machine'
import type { HeldRun } from './heldRun'

const count = z.number().min(0)

/** What is kept of a run on a board: enough to take it up again, not to do it again. */
const checkpointSchema = z.strictObject({
  format: z.literal('desynclab-board-1'),
  /** Of the configuration. */
  fingerprint: z.tuple([z.int(), z.int()]),
  /** The four fields of *IDN?. */
  device: z.tuple([z.string(), z.string(), z.string(), z.string()]),
  step: count,
  /** Step of the stop rule; null: without end. */
  limit: count.nullable(),
  started: z.boolean(),
  /** Made up to now: the model of the run needs them. */
  changes: z.array(adjustmentSchema),
  framesReceived: count,
  framesMissed: count,
  frameEvery: z.array(z.strictObject({ sinceStep: count, steps: count })),
  /** Epoch time of the newest frame, ms. */
  heardMs: z.number(),
  /** Sequence number that the next frame of the present burst has. */
  nextSequence: count.nullable(),
})
export type BoardCheckpoint = Omit<z.infer<typeof checkpointSchema>, 'format' | 'fingerprint'>

export function writeCheckpoint(device: BoardDevice, run: HeldRun): Uint8Array {
  const { config, follower, limit, started, changes } = run
  const { manufacturer, model, serialNumber, firmware } = device
  return encodeCheckpoint(config, {
    device: [manufacturer, model, serialNumber, firmware],
    step: follower.step,
    limit: limit === Infinity ? null : limit,
    started,
    changes: [...changes],
    framesReceived: follower.received,
    framesMissed: follower.missed,
    frameEvery: [...follower.frameEvery],
    heardMs: follower.heardMs,
    nextSequence: follower.nextSequence,
  })
}

export function encodeCheckpoint(config: RunConfig, kept: BoardCheckpoint): Uint8Array {
  const whole = { format: 'desynclab-board-1', fingerprint: fingerprint(config), ...kept }
  return new TextEncoder().encode(JSON.stringify(whole))
}

/** @throws ProblemError foreign-checkpoint */
export function readCheckpoint(bytes: Uint8Array, config: RunConfig): BoardCheckpoint {
  const parsed = checkpointSchema.safeParse(parse(bytes))
  if (!parsed.success) throw foreign('This is no checkpoint of a run on a board.')
  if (parsed.data.fingerprint.join() !== fingerprint(config).join())
    throw foreign('The checkpoint belongs to another configuration.')
  return parsed.data
}

/** What had been received by a checkpoint. @throws ProblemError foreign-checkpoint */
export function receptionOf(bytes: Uint8Array, config: RunConfig, device: BoardDevice): Reception {
  const { framesReceived, framesMissed, frameEvery } = readCheckpoint(bytes, config)
  return { device, framesReceived, framesMissed, frameEvery }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    throw foreign('This is no checkpoint of a run on a board.')
  }
}

const foreign = (message: string): ProblemError =>
  new ProblemError({
    id: 'foreign-checkpoint',
    severity: 'error',
    message,
    where: 'checkpoint',
    tip: 'Configure the machine exactly as when the checkpoint was made, with the same version.',
  })
