import { sweepPlanSchema, type StudyTable, type SweepPlan, type SweepPlanInput } from '@contract'
import allostery from '../../../resources/presets/allostery-penn16-discrete.json'
import regression from '../../../resources/presets/regression-penn16.json'
import { medianUpperBound, pairedRatio, ratio, spreadOf } from '../statistics'
import { armsAxis, bernoulli, type Arm } from './arms'
import { learningCurves, pairsFigure, spreadSeries } from './figures'
import { Runs } from './rows'
import type { Findings, Lab, Study } from './study'
import { finite, sayInterval } from './words'

interface Sizes {
  seeds: number
}

const FIRST_SEED = 600_001
/** A ratio of errors up to here counts as no worse. */
const MARGIN = 1.1
const FLOOR_V2 = 1e-12
/** As many updates per step as clocks have per ring: one of the 16 edges. */
const ONE_EDGE = 1 / 16

const poisson = (variation: number): Arm => ({
  label: variation === 0 ? 'clocks, equal rates' : 'clocks, rates spread',
  set: { 'schedule.kind': 'poisson', 'schedule.variation': variation },
})

const arms: Arm[] = [
  { ...bernoulli(1), label: 'synchronous' },
  bernoulli(0.25),
  { ...bernoulli(ONE_EDGE), label: 'p = 1/16' },
  poisson(0),
  poisson(1),
]
const [SYNCHRONOUS, , BERNOULLI, EQUAL, SPREAD] = arms.keys()
const labels = arms.map(({ label }) => label)

/** A ring is a step here: clocks take 16 steps where the synchronous schedule takes one. */
const tasks: {
  name: string
  base: object
  updates: number
  /** A discrete run never stands still: its error is the mean of the last tenth. */
  late: boolean
}[] = [
  {
    name: 'regression, ideal rule',
    base: {
      ...regression.config,
      rule: { kind: 'ideal', eta: 0.5, alpha: 0.002 },
      evaluate: { every: 1_000_000 },
    },
    updates: 2500,
    late: false,
  },
  {
    name: 'two targets, 128 levels',
    base: { ...allostery.config, evaluate: { every: 4 } },
    updates: 600,
    late: true,
  },
]

function planOf({ name, base, updates }: (typeof tasks)[number], count: number): SweepPlan {
  return sweepPlanSchema.parse({
    name: `clocks: ${name}`,
    base: { ...(base as SweepPlanInput['base']), name },
    axes: [armsAxis(arms)],
    seeds: { first: FIRST_SEED, count },
    stop: { kind: 'updates', perEdge: updates },
    curvePoints: 24,
    marks: { steps: [], updates: [1, 3, 10, 30, 100, 300] },
  })
}

async function measure(task: (typeof tasks)[number], seeds: number, lab: Lab) {
  const plan = planOf(task, seeds)
  const runs = new Runs(plan, await lab.runs(plan), arms.length)
  const errors = arms.map((_, arm) =>
    runs.values(arm, ({ trainError, lateTrainError }) =>
      Math.max(task.late ? lateTrainError : trainError, FLOOR_V2),
    ),
  )
  return { task, runs, errors }
}
type Measured = Awaited<ReturnType<typeof measure>>

/** Clocks against each other and against schedules with a step, by pairs. */
function comparisons({ task, errors }: Measured) {
  const pair = (name: string, arm: number, reference: number) => ({
    name: `${task.name}: ${name}`,
    ...pairedRatio(errors[arm], errors[reference]),
  })
  return {
    equalToBernoulli: {
      ...pair('equal clocks over p = 1/16', EQUAL, BERNOULLI),
      bound: medianUpperBound(errors[EQUAL].map((x, i) => ratio(x, errors[BERNOULLI][i]))),
    },
    spreadToEqual: pair('spread clocks over equal ones', SPREAD, EQUAL),
    equalToSynchronous: pair('equal clocks over synchronous', EQUAL, SYNCHRONOUS),
  }
}

async function make({ seeds }: Sizes, lab: Lab): Promise<Findings> {
  const measured: Measured[] = []
  for (const task of tasks) measured.push(await measure(task, seeds, lab))
  const compared = measured.map(comparisons)
  const judged = compared.map(({ equalToBernoulli }) => equalToBernoulli)
  const holds = judged.every(({ bound }) => bound <= MARGIN)
  return {
    verdict: { holds, sentence: sentence(holds, compared, measured) },
    criteria: compared.flatMap(({ equalToBernoulli, spreadToEqual, equalToSynchronous }) => [
      {
        name: `${equalToBernoulli.name}: 95 % upper bound of the median paired ratio of errors`,
        value: finite(equalToBernoulli.bound),
        needed: `at most ${MARGIN}`,
        holds: equalToBernoulli.bound <= MARGIN,
      },
      ...[spreadToEqual, equalToSynchronous].map(({ name, median }) => ({
        name: `${name}: median paired ratio`,
        value: finite(median),
        needed: null,
        holds: null,
      })),
    ]),
    tables: measured.map(errorTable),
    figures: measured.flatMap(figures),
    method: [
      'A clock rings at random and independently of all others (a Poisson process of its own), and its edge alone compares and updates: there is no step. The simulation of it is exact, ring by ring.',
      'Spread rates: log-normal between edges with a coefficient of variation of 1.',
      'p = 1/16 is the Bernoulli schedule that moves one edge per step on average, as a ring does.',
      'All runs have equal expected updates per edge; α is the same. The ideal rule’s error is that at the end, the discrete rule’s the mean over the last tenth of the steps.',
      'Ours: the clocks (the paper’s abstract and talk say that edges update randomly and independently), their rates, the tasks.',
    ],
    gaps: measured.flatMap(({ task, runs }) =>
      runs.lost > 0 ? [`${task.name}: ${runs.lost} seeds failed and are left out.`] : [],
    ),
  }
}

function sentence(
  holds: boolean,
  compared: readonly ReturnType<typeof comparisons>[],
  measured: readonly Measured[],
): string {
  const each = compared.map(
    ({ equalToBernoulli, spreadToEqual, equalToSynchronous }, i) =>
      `In ${measured[i].task.name}: ${sayInterval(equalToBernoulli)} times the error of p = 1/16, ${sayInterval(equalToSynchronous)} times that of the synchronous schedule, and with widely spread rates ${sayInterval(spreadToEqual)} times that of equal rates.`,
  )
  const first = holds
    ? 'The network needs no common clock: with clocks of equal rates at its edges it ends no worse than with random updates on a common step.'
    : `That clocks of equal rates at the edges end no worse than random updates on a common step does not come out within a factor ${MARGIN} here.`
  return [first, ...each].join(' ')
}

function errorTable({ task, errors }: Measured): StudyTable {
  return {
    title: `Final errors, V²: ${task.name}`,
    columns: [
      'schedule',
      'median',
      'quartiles',
      '',
      'ratio to synchronous',
      'interval',
      '',
      'sign test p',
    ],
    rows: errors.map((own, arm) => {
      const { median, lowerQuartile, upperQuartile } = spreadOf(own)
      const pair = pairedRatio(own, errors[SYNCHRONOUS])
      const ratios =
        arm === SYNCHRONOUS ? ['', '', '', ''] : [pair.median, pair.low, pair.high, pair.sign.p]
      return [labels[arm], median, lowerQuartile, upperQuartile, ...ratios]
    }),
    note: `${errors[0].length} seeds. Ratios are medians of pairs with their 95 % percentile bootstrap interval (10,000 resamples).`,
  }
}

function figures({ task, runs, errors }: Measured) {
  const names = arms.map((_, arm) => runs.names(arm))
  return [
    {
      kind: 'spread' as const,
      title: `Final error, ${task.name}`,
      caption: `After ${task.updates} expected updates per edge: every run, median and quartiles.`,
      xLabel: 'schedule',
      yLabel: 'final training error (V²)',
      yScale: 'log' as const,
      series: [spreadSeries(task.name, labels, errors, names)],
    },
    pairsFigure(
      {
        title: `Paired ratio to the synchronous schedule, ${task.name}`,
        caption:
          'Every pair with the same task and initial state; the median with its 95 % bootstrap interval, and p of the sign test.',
        xLabel: 'schedule',
        yLabel: 'error over that of the synchronous',
        bounds: [],
      },
      arms.slice(1).map(({ label }, i) => ({
        label,
        values: errors[i + 1],
        references: errors[SYNCHRONOUS],
        runs: names[i + 1],
      })),
    ),
    learningCurves(
      {
        title: `Learning curves, ${task.name}`,
        caption: 'Median over seeds and the band between the quartiles.',
      },
      labels,
      runs.arms,
    ),
  ]
}

export const clocks: Study<Sizes> = {
  name: 'clocks',
  title: 'No clock at all',
  question:
    'Does a network whose edges update whenever their own random clocks ring, at equal or at widely spread rates, end where one with common steps does?',
  sizes: { quick: { seeds: 300 }, full: { seeds: 1000 } },
  make,
}
