import { z } from 'zod'
import { runConfigSchema } from './config'
import { runStateSchema } from './events'
import { runFileSchema } from './record'

/** A bundle that is imported is no larger, bytes. */
export const MOST_BUNDLE_BYTES = 256_000_000

const id = z.string().min(1).max(100)
const tag = z.string().trim().min(1).max(60)

/** What the library shows of a stored run. */
export const libraryEntrySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  machine: z.enum(['simulated', 'board']),
  /** xy: spins, whose errors have no unit; left out: resistors. */
  model: z.literal('xy').optional(),
  task: z.string(),
  schedule: z.string(),
  /** Mean update probability; null for a schedule without one. */
  p: z.number().nullable(),
  /** Batch size. */
  b: z.number(),
  seed: z.number(),
  createdAt: z.iso.datetime(),
  /** While nobody records it, a run that was running is `paused` and interrupted. */
  state: runStateSchema,
  /** Its program ended without a chance to stop it; it goes on from its newest checkpoint. */
  interrupted: z.boolean(),
  steps: z.number(),
  runTimeMs: z.number(),
  /** V^2, of spins a pure number; null before the first evaluation. */
  trainError: z.number().nullable(),
  testError: z.number().nullable(),
  /** 0..1 of the test set, or of the training set without one; null without classes. */
  accuracy: z.number().nullable(),
  /** Means of the batch loss over equal stretches of the run so far, in the same unit; at most 48. */
  curve: z.instanceof(Float64Array),
  /** The bundle that it came from; null: it was recorded here. */
  imported: z.string().nullable(),
  /** When it was deleted; null: it is in the library. */
  trashedAt: z.iso.datetime().nullable(),
})

export const libraryFilterSchema = z.strictObject({
  /** In name, note, tags, task or identity. */
  text: z.string().max(200).optional(),
  machine: z.enum(['simulated', 'board']).optional(),
  tag: tag.optional(),
  /** The deleted ones instead. */
  trashed: z.boolean().default(false),
  limit: z.int().min(1).max(100_000).default(10_000),
})

/** Requests and replies of the library; newest runs first. */
export const libraryCommands = {
  list: {
    request: libraryFilterSchema,
    reply: z.strictObject({ directory: z.string(), entries: z.array(libraryEntrySchema) }),
  },
  /** How a run was configured, with every adjustment, and what it ran on. */
  run: {
    request: z.strictObject({ id }),
    reply: z.strictObject({
      id: z.string(),
      config: runConfigSchema,
      startedAt: z.string(),
      versions: runFileSchema.shape.versions,
    }),
  },
  /** A bundle into the library. */
  import: {
    request: z.union([
      /** A `.zip` as it was dropped. */
      z.strictObject({
        name: z.string().max(500),
        content: z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_BUNDLE_BYTES),
      }),
      /** A `.zip` or a folder. */
      z.strictObject({ path: z.string().min(1).max(4096) }),
    ]),
    /** known: it was there already, and stays as it is. */
    reply: z.strictObject({ id: z.string(), known: z.boolean() }),
  },
  rename: { request: z.strictObject({ id, name: z.string().max(120) }), reply: z.undefined() },
  note: { request: z.strictObject({ id, note: z.string().max(20_000) }), reply: z.undefined() },
  /** These tags and no others. */
  tag: { request: z.strictObject({ id, tags: z.array(tag).max(50) }), reply: z.undefined() },
  /** Into the trash. */
  trash: { request: z.strictObject({ ids: z.array(id).min(1) }), reply: z.undefined() },
  /** Out of the trash again. */
  restore: { request: z.strictObject({ ids: z.array(id).min(1) }), reply: z.undefined() },
  /** For good, what is in the trash; the file shrinks. */
  purge: { request: z.strictObject({ ids: z.array(id).min(1) }), reply: z.undefined() },
} as const

export type LibraryEntry = z.infer<typeof libraryEntrySchema>
export type LibraryFilter = z.input<typeof libraryFilterSchema>
