import { z } from 'zod'
import { problemSchema } from './problem'

/** A serial port that the computer knows. */
export const portSchema = z.strictObject({
  path: z.string().min(1).max(500),
  /** Four hexadecimal digits each; null where the port is on no USB device. */
  vendorId: z.string().nullable(),
  productId: z.string().nullable(),
  serialNumber: z.string().nullable(),
  manufacturer: z.string().nullable(),
})

/** What to connect to: a port, or the virtual board in the engine's process. */
export const boardTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('virtual') }),
  z.strictObject({
    kind: z.literal('serial'),
    path: z.string().trim().min(1).max(500),
    baudRate: z.int().min(1200).max(4_000_000).default(115_200),
  }),
])

/** The board that answered, and what it says that it can do. */
export const boardDeviceSchema = z.strictObject({
  /** The four fields of `*IDN?`. */
  manufacturer: z.string(),
  model: z.string(),
  serialNumber: z.string(),
  firmware: z.string(),
  /** null: the virtual board. */
  port: portSchema.nullable(),
  /** 'bench': the network is computed on the board; 'rig': it is made of parts. */
  backend: z.string(),
  /** Most that fits. */
  nodes: z.int(),
  edges: z.int(),
  levels: z.int(),
  examples: z.int(),
  rules: z.array(z.string()),
  schedules: z.array(z.string()),
  /** Headers that can be set while it learns. */
  live: z.array(z.string()),
})

/**
 * absent: nothing is connected, nor asked for; connecting: the port opens, `*IDN?` is asked;
 * identified: at rest; learning: a run goes on; reconnecting: it went away and is looked for;
 * lost: not found again; error: it is there and cannot be used; released: its port was given free.
 */
export const boardPresenceSchema = z.enum([
  'absent',
  'connecting',
  'identified',
  'learning',
  'reconnecting',
  'lost',
  'error',
  'released',
])

export const boardStateSchema = z.strictObject({
  presence: boardPresenceSchema,
  /** Epoch time since when, ms. */
  sinceMs: z.number(),
  target: boardTargetSchema.nullable(),
  /** The device of this connection, also while it is away; null before the first answer. */
  device: boardDeviceSchema.nullable(),
  /** What happened and what to do, in states that need it. */
  problem: problemSchema.nullable(),
  counters: z.strictObject({
    /** Measurement frames received; missing ones by their sequence numbers. */
    frames: z.number(),
    missed: z.number(),
    /** Blocks that failed their checksum, lines that were thrown away. */
    damaged: z.number(),
    bytesIn: z.number(),
    bytesOut: z.number(),
    reconnects: z.number(),
  }),
})

/** A line of the console's log. */
export const boardLogEntrySchema = z.strictObject({
  /** Counts from 0. */
  id: z.number(),
  /** Epoch time, ms. */
  atMs: z.number(),
  direction: z.enum(['sent', 'received', 'note']),
  text: z.string(),
})

/** Steps of which nothing was received: the board went on learning, or frames were lost. */
export const gapSchema = z.strictObject({
  /** The newest step received before, and the first one received after it. */
  fromStep: z.number(),
  toStep: z.number(),
  /** Epoch times of both, ms. */
  fromMs: z.number(),
  toMs: z.number(),
  /** Frames that are missing by their sequence numbers; null where the board counts anew. */
  frames: z.number().nullable(),
  /** program: none of this computer listened, while it or its engine was started anew. */
  reason: z.enum(['unplugged', 'line', 'released', 'program']),
})

export type SerialPortInfo = z.infer<typeof portSchema>
export type BoardTarget = z.infer<typeof boardTargetSchema>
export type BoardDevice = z.infer<typeof boardDeviceSchema>
export type BoardPresence = z.infer<typeof boardPresenceSchema>
export type BoardState = z.infer<typeof boardStateSchema>
export type BoardLogEntry = z.infer<typeof boardLogEntrySchema>
export type Gap = z.infer<typeof gapSchema>
