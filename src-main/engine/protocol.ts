import {
  adjustmentSchema,
  boardStateSchema,
  engineCommands,
  eventSchema,
  problemSchema,
  runStateSchema,
  type EngineCommand,
  type EngineCommands,
} from '@contract'
import { z } from 'zod'
import type { RunCheckpoint } from '../run/checkpoint'

/** Whether a text names a command of the engine. */
export function isEngineCommand(name: string): name is EngineCommand {
  return Object.hasOwn(engineCommands, name)
}

const checkpointSchema = z.custom<RunCheckpoint>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'run' in value &&
    typeof value.run === 'string' &&
    'machine' in value &&
    value.machine instanceof Uint8Array,
  'not a checkpoint',
)

/** What the main process tells the engine. */
export const toEngineSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    /** Comes back with the reply. */
    id: z.int(),
    name: z.string(),
    request: z.unknown(),
  }),
  /** Answered at once, as a sign of life. */
  z.strictObject({ kind: z.literal('ping') }),
  /** Comes with a port: frames go there from now on. */
  z.strictObject({ kind: z.literal('frames') }),
  /** The board of an engine process that was lost; comes before its run. */
  z.strictObject({ kind: z.literal('recall'), board: boardStateSchema }),
  /** A run of an engine process that was lost. */
  z.strictObject({
    kind: z.literal('resume'),
    checkpoint: checkpointSchema,
    state: runStateSchema,
    /** Made after the checkpoint. */
    adjustments: z.array(adjustmentSchema),
  }),
])

const outcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), problem: problemSchema }),
])

/** What the engine tells the main process. */
export const fromEngineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('reply'), id: z.int(), outcome: outcomeSchema }),
  z.strictObject({ kind: z.literal('event'), event: eventSchema }),
  z.strictObject({ kind: z.literal('checkpoint'), checkpoint: checkpointSchema }),
  z.strictObject({ kind: z.literal('resumed') }),
  z.strictObject({ kind: z.literal('pong') }),
])

/** What the window says over the port of frames. */
export const acknowledgementSchema = z.number().min(0)

export type ToEngine = z.infer<typeof toEngineSchema>
export type FromEngine = z.infer<typeof fromEngineSchema>
export type EngineRequest<K extends EngineCommand> = z.output<EngineCommands[K]['request']>
export type EngineReply<K extends EngineCommand> = z.output<EngineCommands[K]['reply']>
