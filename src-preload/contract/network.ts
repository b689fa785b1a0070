import { z } from 'zod'

const nodeName = z.string().min(1).max(40)

/** Which nodes the task drives, grounds and reads. */
export const rolesSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('given'),
    /** Nodes held at an example's inputs, in the order of the inputs. */
    sources: z.array(nodeName).min(1).max(1024),
    /** Nodes held at 0 V. */
    grounds: z.array(nodeName).max(64).default([]),
    /** Nodes whose voltages are the outputs, in the order of the outputs. */
    targets: z.array(nodeName).min(1).max(64),
  }),
  /** Distinct nodes drawn from the seed; their numbers follow from the task, and one ground is added. */
  z.strictObject({ kind: z.literal('random') }),
  /** Sources and one ground on the left, targets on the right, at equal distances. */
  z.strictObject({ kind: z.literal('spread') }),
  /** The first nodes are the sources, the last the targets. */
  z.strictObject({ kind: z.literal('ends') }),
  /** Of a lattice: sources along the top row from corner to corner, targets along the bottom row. */
  z.strictObject({ kind: z.literal('corners') }),
  /** Of a lattice: around its middle, a target so many edges from its nearest sources. */
  z.strictObject({
    kind: z.literal('distance'),
    distance: z.int().min(1).max(1000).default(3),
  }),
])

/** Edges beyond nearest neighbours, drawn from the seed; left out: none. */
const skips = z
  .strictObject({
    /** Rows plus columns that each spans. */
    length: z.int().min(2).max(1022).default(3),
    count: z.int().min(1).max(100_000).default(8),
  })
  .optional()

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
    skips,
    roles: rolesSchema,
  }),
  /** Six neighbours inside; nodes named as in the square. */
  z.strictObject({
    kind: z.literal('triangular'),
    rows: z.int().min(2).max(512).default(6),
    columns: z.int().min(2).max(512).default(6),
    periodic: z.boolean().default(false),
    skips,
    roles: rolesSchema,
  }),
  /** Every node joined to every other: n0, n1, ... */
  z.strictObject({
    kind: z.literal('complete'),
    nodes: z.int().min(2).max(1000).default(10),
    roles: rolesSchema,
  }),
  /** Lattices above each other, each node joined to a window of the layer below; then a readout. */
  z.strictObject({
    kind: z.literal('stacked'),
    /** Of the first layer, whose nodes are l0k0r0c0, ... */
    rows: z.int().min(2).max(64).default(8),
    columns: z.int().min(2).max(64).default(8),
    layers: z
      .array(
        z.strictObject({
          channels: z.int().min(1).max(64).default(1),
          window: z.int().min(1).max(64).default(3),
          stride: z.int().min(1).max(64).default(1),
        }),
      )
      .min(1)
      .max(8)
      .default([{ channels: 4, window: 4, stride: 2 }]),
    /** Edges at one place of all windows are one parameter. */
    shared: z.boolean().default(false),
    /** Nearest neighbours of a channel are joined. */
    within: z.boolean().default(false),
    /** Nodes joined to all of the last layer: o0, o1, ...; 0: none. */
    readout: z.int().min(0).max(1000).default(10),
    roles: rolesSchema,
  }),
  /** Nodes n0, n1, ... uniform in the unit square, joined where closer than the radius. */
  z.strictObject({
    kind: z.literal('geometric'),
    nodes: z.int().min(3).max(4096).default(64),
    radius: z.number().gt(0).max(1.5).default(0.25),
    roles: rolesSchema,
  }),
  /** Each pair of nodes joined with the same probability; connected. */
  z.strictObject({
    kind: z.literal('erdos-renyi'),
    nodes: z.int().min(3).max(4096).default(64),
    /** Mean number of neighbours. */
    degree: z.number().gt(0).max(4095).default(6),
    roles: rolesSchema,
  }),
  /** A ring whose edges were rewired at random (Watts and Strogatz, 1998); connected. */
  z.strictObject({
    kind: z.literal('small-world'),
    nodes: z.int().min(3).max(65_536).default(64),
    neighbours: z.int().min(2).max(256).multipleOf(2).default(4),
    rewiring: z.number().min(0).max(1).default(0.1),
    roles: rolesSchema,
  }),
  /** Layers of nodes, each joined to all nodes of the next: l0n0, l0n1, ..., l1n0, ... */
  z.strictObject({
    kind: z.literal('layered'),
    layers: z.array(z.int().min(1).max(256)).min(2).max(64).default([5, 8, 8, 3]),
    roles: rolesSchema,
  }),
  /** Disordered, without crossings, of a chosen mean number of neighbours; connected. */
  z.strictObject({
    kind: z.literal('planar'),
    nodes: z.int().min(4).max(4096).default(64),
    degree: z.number().min(1).max(6).default(4.46875),
    roles: rolesSchema,
  }),
  /** Node by node and edge by edge, as a file brings it: the configuration holds all of it. */
  z.strictObject({
    kind: z.literal('given'),
    nodes: z.array(nodeName).min(2).max(100_000),
    edges: z
      .array(z.tuple([nodeName, nodeName]))
      .min(1)
      .max(500_000),
    /** One per edge in the unit of the rule; none: the rule's initial conductances. */
    conductances: z.array(z.number()).max(500_000).default([]),
    /** x and y of each node in the unit square, y downwards; none: on a circle. */
    places: z
      .array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]))
      .max(100_000)
      .default([]),
    roles: rolesSchema,
  }),
])

export type Roles = z.infer<typeof rolesSchema>
export type NetworkConfig = z.infer<typeof networkSchema>
