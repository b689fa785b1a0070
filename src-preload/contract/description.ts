import { z } from 'zod'

const f64 = z.instanceof(Float64Array)

export const nodeRoleSchema = z.enum(['hidden', 'source', 'ground', 'target'])

/** What a machine is after `configure`: fixed for the run. N nodes, E edges, O outputs. */
export const descriptionSchema = z.strictObject({
  run: z.string(),
  nodes: z.array(
    z.strictObject({
      name: z.string(),
      /** Place in the unit square, y downwards. */
      x: z.number(),
      y: z.number(),
      role: nodeRoleSchema,
    }),
  ),
  /** xy: nodes are spins, edges couplings, errors 0 to 1; left out: resistors. */
  model: z.literal('xy').optional(),
  /** Of spins, N values each: bonds to the nearest input and output over free spins; -1: no way. */
  distances: z.strictObject({ input: f64, output: f64 }).optional(),
  /** Node indices of each edge. */
  edges: z.array(z.tuple([z.int(), z.int()])),
  /** E values, conductance at step 0. */
  initialConductance: f64,
  /** 'S' or 'a.u.' */
  conductanceUnit: z.enum(['S', 'a.u.']),
  /** Conductances of the level grid, ascending; null for a continuous rule. */
  levelConductance: f64.nullable(),
  /** E values: expected updates per step and edge. */
  updateProbability: f64,
  /** E values, updates per second of simulated time; for schedules in continuous time only. */
  updateRate: f64.optional(),
  trainExamples: z.int(),
  testExamples: z.int(),
  /** Parameters of the edges, where some share one. */
  edgeParameters: z.int().optional(),
  /** Names of the outputs (target nodes), O of them. */
  outputs: z.array(z.string()),
  /** Names of the classes; empty when the task is no classification. */
  classes: z.array(z.string()),
  capabilities: z.strictObject({
    rules: z.array(z.string()),
    schedules: z.array(z.string()),
    /** Paths that `adjust` takes while running. */
    live: z.array(z.string()),
    edgeActions: z.array(z.enum(['cut', 'freeze', 'restore', 'stick'])),
    /** null: no limit other than the computer. */
    maxStepsPerSecond: z.number().nullable(),
    /** It goes at its own pace: `pace` is refused. Left out: the pace can be set. */
    ownPace: z.boolean().optional(),
  }),
})

export type NodeRole = z.infer<typeof nodeRoleSchema>
export type MachineDescription = z.infer<typeof descriptionSchema>
export type MachineCapabilities = MachineDescription['capabilities']
