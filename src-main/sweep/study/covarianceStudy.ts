import {
  runConfigSchema,
  type RunConfig,
  type RunConfigInput,
  type StudyCriterion,
  type StudyTable,
  type SweepFigure,
} from '@contract'
import preset from '../../../resources/presets/regression-penn16.json'
import { SimulatedMachine } from '../../machine/simulated'
import type { Machine, Sink } from '../../machine/machine'
import { compareCovariance, type CovarianceComparison } from '../statistics'
import { updateCovariance } from './updateCovariance'

export interface CovarianceSizes {
  /** Updates drawn at each point. */
  samples: number
  /** Steps of training at which the state is taken. */
  points: number[]
}

const EXAMPLES = 12
const SEED = 500_001
/** What is asked of a measured covariance, and of its entries that are predicted 0. */
const FROBENIUS = 0.05
const ERRORS = 4
/** So small that 2,000,000 updates move no conductance by more than 10^-3; covariances go as alpha^2. */
const STILL = 1e-9
/** For single examples: the change is exact to 10^-12 of itself. */
const SINGLE = 1e-3

/** p, b and whether examples come back: masks alone, batches alone, and both. */
const treatments = [
  { p: 0.5, b: EXAMPLES, draw: 'random' },
  { p: 0.1, b: EXAMPLES, draw: 'random' },
  { p: 1, b: 3, draw: 'random' },
  { p: 1, b: 3, draw: 'replacement' },
  { p: 0.5, b: 3, draw: 'random' },
  { p: 0.25, b: 1, draw: 'random' },
] as const

const silent: Sink = {
  steps: () => undefined,
  evaluated: () => undefined,
  adjusted: () => undefined,
  problem: () => undefined,
}

/** The preset with its examples written out, so that a seed decides masks and batches alone. */
const base: RunConfigInput = {
  ...(preset.config as RunConfigInput),
  name: 'Noisy regression with its examples written out',
  task: tableTask(),
  rule: { kind: 'ideal', eta: 0.5, alpha: 0.01 },
  batch: { size: EXAMPLES, draw: 'random' },
  seed: SEED,
  stop: { steps: null },
  evaluate: { every: 1_000_000 },
}

/** Two inputs, two outputs; values at fixed places that no network meets at once (ours). */
function tableTask(): RunConfigInput['task'] {
  const rows = Array.from({ length: EXAMPLES }, (_, m) => {
    const [x, y] = [((m * 7) % 12) / 11, ((m * 5 + 3) % 12) / 11].map((u) => 5 * u)
    const off = 0.15 * (((m * 11) % 7) / 3 - 1)
    return [x, y, 0.2 * x + 0.3 * y + off, 0.1 * x + 0.5 * y - off]
  })
  const volts = (column: string) => ({ column, low: 0, high: 5 })
  return {
    kind: 'table',
    columns: ['x', 'y', 'u', 'v'],
    rows,
    inputs: [volts('x'), volts('y')],
    targets: [volts('u'), volts('v')],
    lowV: 0,
    highV: 5,
    targetLowV: 0,
    targetHighV: 5,
  }
}

async function started(config: RunConfig): Promise<Machine> {
  const machine = new SimulatedMachine()
  await machine.configure('covariance', config)
  return machine
}

const advance = (machine: Machine, steps: number) =>
  machine.advance({ steps, expired: () => false }, silent)

/** The network node by node with these conductances, everything else as in the base. */
function standing(nodes: string[], edges: [string, string][], k: Float64Array, rest: object) {
  const { network } = base
  return runConfigSchema.parse({
    ...base,
    network: { kind: 'given', nodes, edges, conductances: [...k], roles: network.roles },
    ...rest,
  })
}

export interface CovariancePoint extends CovarianceComparison {
  step: number
  p: number
  b: number
  draw: string
}

/** Covariance of one update at points of one run, against the formulas of the physics page. */
export async function covarianceStudy({ samples, points }: CovarianceSizes) {
  const trained = new SimulatedMachine()
  const description = await trained.configure('training', runConfigSchema.parse(base))
  const nodes = description.nodes.map(({ name }) => name)
  const edges = description.edges.map(([a, b]): [string, string] => [nodes[a], nodes[b]])
  const found: CovariancePoint[] = []
  let reached = 0
  for (const step of points) {
    await advance(trained, step - reached)
    reached = step
    const k = trained.observe().conductance
    const at = (rest: object) => standing(nodes, edges, k, rest)
    const changes = await exampleChanges(at, k)
    for (const { p, b, draw } of treatments) {
      const schedule = p === 1 ? { kind: 'synchronous' } : { kind: 'bernoulli', probability: p }
      const rule = { kind: 'ideal', eta: 0.5, alpha: STILL }
      const machine = await started(at({ schedule, rule, batch: { size: b, draw } }))
      machine.watch?.({ displacement: false, covariance: true, cycle: false, plateau: null })
      await advance(machine, samples)
      const measured = machine.observables?.(false).covariance ?? null
      if (measured === null || !measured.full) throw new Error('the covariance was not watched')
      const scaled = changes.map((row) => row.map((change) => (change * STILL) / SINGLE))
      const predicted = updateCovariance(scaled, p, b, draw === 'replacement')
      const sampled = { samples, mean: measured.mean, covariance: measured.covariance }
      found.push({ step, p, b, draw, ...compareCovariance(sampled, predicted) })
    }
  }
  return {
    points: found,
    criteria: criteria(found),
    figures: [spectra(found)],
    method: method(samples),
  }
}

/** M rows of E: the change that each example alone makes. */
async function exampleChanges(at: (rest: object) => RunConfig, k: Float64Array) {
  const rows: Float64Array[] = []
  const { rows: examples = [], ...table } = base.task.kind === 'table' ? base.task : { rows: [] }
  for (const example of examples) {
    const machine = await started(
      at({
        task: { ...table, rows: [example] },
        schedule: { kind: 'synchronous' },
        rule: { kind: 'ideal', eta: 0.5, alpha: SINGLE },
        batch: { size: 1 },
      }),
    )
    await advance(machine, 1)
    rows.push(machine.observe().conductance.map((after, e) => after - k[e]))
  }
  return rows
}

function criteria(found: readonly CovariancePoint[]): StudyCriterion[] {
  const frobenius = Math.max(...found.map((point) => point.frobenius))
  const zero = Math.max(...found.map((point) => point.worstZero))
  const zeros = found.reduce((sum, point) => sum + point.zeros, 0)
  return [
    {
      name: `covariance of one update: largest relative Frobenius error at ${found.length} points`,
      value: frobenius,
      needed: `at most ${FROBENIUS}`,
      holds: frobenius <= FROBENIUS,
    },
    {
      name: `its ${zeros} entries predicted 0: the largest in standard errors`,
      value: zero,
      needed: `at most ${ERRORS}`,
      holds: zero <= ERRORS,
    },
  ]
}

const method = (samples: number): string[] => [
  `Covariance: at each stated point of one training run the state is held (α is lowered to ${STILL}, and the covariance scales as α²) and ${samples} updates are drawn. What every example alone would change is measured with one step on it.`,
  'The prediction is the formula of the physics page: with C the population covariance of the examples’ changes and g their mean, S = C (M − b) / ((M − 1) b), or C / b with replacement; masks make it p² S + p (1 − p) diag(g² + diag S).',
]

const name = ({ p, b, draw }: { p: number; b: number; draw: string }) =>
  `p = ${p}, b = ${b}${draw === 'replacement' ? ' with replacement' : ''}`

/** Eigenvalues at the last point, measured and predicted, of three treatments. */
function spectra(found: readonly CovariancePoint[]): SweepFigure {
  const last = found.filter(({ step }) => step === found[found.length - 1].step)
  const shown = [0, 2, 4].map((n) => last[n])
  const positive = (values: Float64Array) =>
    [...values].flatMap((y, i) =>
      y > 1e-6 * values[0] ? [{ x: i + 1, y: y / STILL ** 2, run: '' }] : [],
    )
  return {
    kind: 'plain',
    title: `Spectrum of one update after ${last[0].step} steps`,
    caption:
      'Eigenvalues of the covariance over α²: points as measured, dashed lines as predicted.',
    xLabel: 'eigenvalue',
    xScale: 'linear',
    yLabel: 'variance / α²',
    yScale: 'log',
    series: [
      ...shown.map((point) => ({
        name: name(point),
        drawn: 'points' as const,
        points: positive(point.spectrumMeasured),
      })),
      ...shown.map((point) => ({
        name: `${name(point)}, predicted`,
        drawn: 'line' as const,
        points: positive(point.spectrumPredicted),
      })),
    ],
  }
}

export function covarianceTables({ points }: { points: readonly CovariancePoint[] }): StudyTable[] {
  return [
    {
      title: 'Covariance of one update, measured over predicted',
      columns: [
        'step',
        'treatment',
        'Frobenius error',
        'trace',
        'largest eigenvalue',
        'entries predicted 0',
        'the largest, standard errors',
      ],
      rows: points.map((point) => [
        point.step,
        name(point),
        point.frobenius,
        point.traceMeasured / point.tracePredicted,
        point.spectrumMeasured[0] / point.spectrumPredicted[0],
        point.zeros,
        point.zeros === 0 ? '' : point.worstZero,
      ]),
      note: `Of a table of ${EXAMPLES} examples on the 16 edges, ideal rule.`,
    },
  ]
}
