import { z } from 'zod'

const conductance = z.number().min(1e-12).max(1e12)

/** Above 1 the outputs are clamped beyond what is desired (over-clamping, ours). */
const eta = z.number().min(1e-6).max(2).default(0.5)
const decaySteps = z.number().gt(0).max(1e15)

/** Factor on alpha at step t = 0, 1, ... (ours). */
export const decaySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant') }),
  /** 1 / (1 + t / steps) */
  z.strictObject({ kind: z.literal('inverse'), steps: decaySteps.default(1000) }),
  /** exp(-t / steps) */
  z.strictObject({ kind: z.literal('exponential'), steps: decaySteps.default(1000) }),
  /** factor^floor(t / steps) */
  z.strictObject({
    kind: z.literal('step'),
    steps: z.int().min(1).default(1000),
    factor: z.number().gt(0).max(1).default(0.5),
  }),
])

/**
 * How an edge changes. `eta` is the nudge: V_C = (1 - eta) V_F + eta V_D on the targets.
 */
export const ruleSchema = z.discriminatedUnion('kind', [
  /** dk = (alpha/eta) [(dV_F)^2 - (dV_C)^2], clipped; conductances in arbitrary units. */
  z.strictObject({
    kind: z.literal('ideal'),
    eta,
    /** Learning rate, conductance units per V^2. */
    alpha: z.number().min(1e-9).max(100).default(0.003),
    decay: decaySchema.default({ kind: 'constant' }),
    /** Coefficient of variation of the learning rate between edges. */
    rateVariation: z.number().min(0).max(2).default(0),
    /** Factor of each edge on alpha; left out: drawn with that variation. */
    rateFactors: z.array(z.number().gt(0).max(1e9)).min(1).max(65_536).optional(),
    minConductance: conductance.default(1e-6),
    maxConductance: conductance.default(1e6),
    /** Initial conductances are drawn uniformly from this range. */
    initial: z
      .strictObject({ low: conductance.default(0.5), high: conductance.default(1.5) })
      .default({ low: 0.5, high: 1.5 }),
  }),
  /** R moves by one step on a bounded grid of levels: up if |dV_C| > |dV_F|, else down. */
  z.strictObject({
    kind: z.literal('discrete'),
    eta,
    /** Number of levels of the grid, in R: linear n R_max / levels, or logarithmic; n = 1..levels. */
    levels: z.int().min(2).max(65_536).default(128),
    /** Levels moved per update. */
    levelStep: z.int().min(1).max(256).default(1),
    maxResistanceOhm: z.number().min(1).max(1e9).default(100_000),
    /** Resistance of the lowest level; null: R_max / levels. */
    minResistanceOhm: z.number().min(1e-3).max(1e9).nullable().default(null),
    spacing: z.enum(['linear', 'logarithmic']).default('linear'),
    /** Every edge starts at this level; null stands for the middle of the grid. */
    startLevel: z.int().min(1).max(65_536).nullable().default(null),
  }),
  /**
   * Nodes are spins, edges couplings, and both couplings and biases learn by equilibrium
   * propagation: Wang, Wanjura and Marquardt (arXiv:2402.08579). The defaults are ours.
   */
  z.strictObject({
    kind: z.literal('xy'),
    /** log: -log(1 + cos), as the authors; cosine: 1 - cos of output and target. */
    cost: z.enum(['log', 'cosine']).default('log'),
    nudge: z.enum(['symmetric', 'one-sided']).default('symmetric'),
    /** Strength of the nudge. */
    beta: z.number().min(1e-6).max(10).default(0.001),
    optimiser: z.enum(['descent', 'momentum', 'adam', 'rms']).default('rms'),
    /** Learning rate; of rms and adam about the change of a step. */
    rate: z.number().min(1e-9).max(100).default(0.03),
    /** Largest weight of the log cost. */
    cap: z.number().min(1).max(1e9).default(20),
    /** Free spins set out from random phases on every step, or from where the last step left them. */
    phases: z.enum(['random', 'continue']).default('random'),
    /** Initial conditions of an example on a step. */
    starts: z.int().min(1).max(1000).default(1),
    /** Initial conditions of an example in an evaluation. */
    evaluateStarts: z.int().min(1).max(1000).default(5),
    /** Examples of each set that an evaluation reads, the first of them; left out: all. */
    evaluateExamples: z.int().min(1).max(1_000_000).optional(),
    /** Couplings start Gaussian around a mean, both components of a bias around 0. */
    couplingMean: z.number().min(-100).max(100).default(0),
    couplingSpread: z.number().min(0).max(100).default(0.5),
    biasSpread: z.number().min(0).max(100).default(0.1),
    relaxation: z
      .strictObject({
        /** Largest torque left; nudged states a tenth of it. */
        tolerance: z.number().min(1e-14).max(1).default(1e-7),
        sweeps: z.int().min(1).max(1_000_000).default(500),
        /** Over-relaxation; 1 aligns each spin exactly. */
        omega: z.number().min(0.51).max(1.99).default(1.5),
      })
      .prefault({}),
  }),
])

export type RuleConfig = z.infer<typeof ruleSchema>
