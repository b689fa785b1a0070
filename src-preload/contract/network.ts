import { z } from 'zod'

const nodeName = z.string().min(1).max(40)

/** Which nodes the task drives, grounds and reads. */
export const rolesSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('given'),
    /** Nodes held at an example's inputs, in the order of the inputs. */
    sources: z.array(nodeName).min(1).max(64),
    /** Nodes held at 0 V. */
    grounds: z.array(nodeName).max(64).default([]),
    /** Nodes whose voltages are the outputs, in the order of the outputs. */
    targets: z.array(nodeName).min(1).max(64),
  }),
  /** Distinct nodes drawn from the seed; their numbers follow from the task, and one ground is added. */
  z.strictObject({ kind: z.literal('random') }),
])

/** The graph and the roles of its nodes. */
export const networkSchema = z.discriminatedUnion('kind', [
  /** 9 nodes A..I and 16 edges: the laboratory network of Dillavou et al. (2022). */
  z.strictObject({ kind: z.literal('penn16'), roles: rolesSchema }),
  /** rows x columns nodes named r0c0, r0c1, ...; nearest neighbours joined. */
  z.strictObject({
    kind: z.literal('square'),
    rows: z.int().min(2).max(512).default(4),
    columns: z.int().min(2).max(512).default(4),
    periodic: z.boolean().default(false),
    roles: rolesSchema,
  }),
])

export type Roles = z.infer<typeof rolesSchema>
export type NetworkConfig = z.infer<typeof networkSchema>
