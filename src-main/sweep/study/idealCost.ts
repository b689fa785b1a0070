import { sweepPlanSchema, type StudyTable, type SweepPlan, type SweepPlanInput } from '@contract'
import allostery from '../../../resources/presets/allostery-penn16-discrete.json'
import iris from '../../../resources/presets/iris-penn16.json'
import regression from '../../../resources/presets/regression-penn16.json'
import { medianUpperBound, pairedRatio, ratio, seedsForPower, spreadOf } from '../statistics'
import { armsAxis, bernoulli } from './arms'
import { learningCurves, pairsFigure, spreadSeries } from './figures'
import { Runs } from './rows'
import type { Findings, Lab, Study } from './study'
import { finite, list, say } from './words'

interface Sizes {
  /** Seeds of the pilot that the number of seeds is chosen by. */
  pilot: number
  /** Numbers of seeds to choose from, ascending. */
  seeds: number[]
}

/** A ratio of errors up to here counts as no worse. */
const MARGIN = 1.1
const POWER = 0.9
const PROBABILITIES = [1, 0.75, 0.5, 0.25, 0.1]
/** A microvolt: errors below it are rounding, and count as it. */
const FLOOR_V2 = 1e-12
const PILOT_SEED = 100_001
const FIRST_SEED = 200_001

/** Ideal means small steps: at these rates a run follows the continuous rule to a few percent. */
const tasks: { name: string; base: SweepPlanInput['base']; updates: number }[] = [
  {
    name: 'allostery',
    base: {
      ...config(allostery.config),
      name: 'Two random targets, ideal rule',
      rule: { kind: 'ideal', eta: 0.5, alpha: 0.004 },
      batch: { size: 1 },
    },
    updates: 400,
  },
  {
    name: 'regression',
    base: {
      ...config(regression.config),
      name: 'Regression, ideal rule, small steps',
      rule: { kind: 'ideal', eta: 0.5, alpha: 0.002 },
    },
    updates: 2500,
  },
  { name: 'Iris', base: config(iris.config), updates: 3000 },
]

function config(preset: object): SweepPlanInput['base'] {
  return { ...(preset as SweepPlanInput['base']), evaluate: { every: 1_000_000 } }
}

const arms = PROBABILITIES.map(bernoulli)
const labels = arms.map(({ label }) => label)

function planOf(task: (typeof tasks)[number], first: number, count: number): SweepPlan {
  return sweepPlanSchema.parse({
    name: `ideal-cost: ${task.name}`,
    base: task.base,
    axes: [armsAxis(arms)],
    seeds: { first, count },
    stop: { kind: 'updates', perEdge: task.updates },
    curvePoints: 24,
  })
}

async function errors(plan: SweepPlan, lab: Lab) {
  const runs = new Runs(plan, await lab.runs(plan), arms.length)
  const final = arms.map((_, arm) =>
    runs.values(arm, ({ trainError }) => Math.max(trainError, FLOOR_V2)),
  )
  return { runs, final, ratios: final.map((own) => own.map((x, i) => ratio(x, final[0][i]))) }
}

async function make(sizes: Sizes, lab: Lab): Promise<Findings> {
  const measured = []
  for (const task of tasks) {
    const pilot = await errors(planOf(task, PILOT_SEED, sizes.pilot), lab)
    const chosen = seedsForPower(pilot.ratios.slice(1), sizes.seeds, MARGIN, POWER)
    const plan = planOf(task, FIRST_SEED, chosen.seeds)
    measured.push({ task, chosen, ...(await errors(plan, lab)) })
  }
  const judged = measured.flatMap(({ task, ratios, final }) =>
    arms.slice(1).map(({ label }, i) => ({
      name: `${task.name} at ${label}`,
      bound: medianUpperBound(ratios[i + 1]),
      ...pairedRatio(final[i + 1], final[0]),
    })),
  )
  const failing = judged.filter(({ bound }) => !(bound <= MARGIN))
  const worst = judged.reduce((a, b) => (b.bound > a.bound ? b : a))
  return {
    verdict: { holds: failing.length === 0, sentence: sentence(failing, worst) },
    criteria: judged.map(({ name, bound }) => ({
      name: `${name}: 95 % upper bound of the median paired ratio of errors`,
      value: finite(bound),
      needed: `at most ${MARGIN}`,
      holds: bound <= MARGIN,
    })),
    tables: [errorTable(measured), seedTable(measured, sizes)],
    figures: measured.flatMap(({ task, runs, final }) => [
      {
        kind: 'spread' as const,
        title: `Final error, ${task.name}`,
        caption: `Training error after ${task.updates} expected updates per edge: every run, median and quartiles.`,
        xLabel: 'update probability',
        yLabel: 'final training error (V²)',
        yScale: 'log' as const,
        series: [
          spreadSeries(
            task.name,
            labels,
            final,
            arms.map((_, arm) => runs.names(arm)),
          ),
        ],
      },
      pairsFigure(
        {
          title: `Paired ratio to p = 1, ${task.name}`,
          caption:
            'Every pair of runs with the same task and initial state; the median with its 95 % bootstrap interval, and p of the sign test.',
          xLabel: 'update probability',
          yLabel: 'error over that at p = 1',
          bounds: [{ at: MARGIN, label: String(MARGIN) }],
        },
        arms.slice(1).map(({ label }, i) => ({
          label,
          values: final[i + 1],
          references: final[0],
          runs: runs.names(i + 1),
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
    ]),
    method: [
      'Every task has equal expected updates per edge at every p; α is the same at every p.',
      `Equivalence: the 95 % upper bound of the median paired ratio (order statistics, exact whatever the law of the ratios) is held against ${MARGIN}.`,
      `The number of seeds is the least of ${list(sizes.seeds.map(String))} with a power of ${POWER} at every p, by resampling a pilot of ${sizes.pilot} other seeds.`,
      `Errors below ${say(FLOOR_V2)} V², a microvolt, count as that: below it rounding decides.`,
      'Ours: the tasks’ networks, the learning rates (small, so that runs follow the continuous rule; at larger ones a solvable task stopped on its way down shows larger ratios), the grid of p, the margin.',
    ],
    gaps: measured.flatMap(({ task, runs, chosen }) => [
      ...(runs.lost > 0 ? [`${task.name}: ${runs.lost} seeds failed and are left out.`] : []),
      ...(chosen.power < POWER
        ? [
            `${task.name}: the power of ${chosen.seeds} seeds is ${say(chosen.power)}, below ${POWER}.`,
          ]
        : []),
    ]),
  }
}

interface Judged {
  name: string
  bound: number
  median: number
}

function sentence(failing: readonly Judged[], worst: Judged): string {
  const bound = `the largest 95 % upper bound of a median paired ratio is ${say(worst.bound)} (${worst.name}, median ${say(worst.median)})`
  return failing.length === 0
    ? `Desynchronising costs nothing that can be seen in the ideal system: at every p from 0.1 on and in all three tasks the error is no more than ${MARGIN} times that at p = 1; ${bound}.`
    : `That desynchronising costs nothing does not come out for ${list(failing.map(({ name }) => name))}: ${bound}, above ${MARGIN}.`
}

type Measured = {
  task: { name: string; updates: number }
  chosen: { seeds: number; power: number }
  final: number[][]
}

function errorTable(measured: readonly Measured[]): StudyTable {
  return {
    title: 'Final training errors, V²',
    columns: [
      'task',
      'p',
      'median',
      'quartiles',
      '',
      'ratio to p = 1',
      'interval',
      '',
      'sign test p',
    ],
    rows: measured.flatMap(({ task, final }) =>
      final.map((own, arm) => {
        const { median, lowerQuartile, upperQuartile } = spreadOf(own)
        const pair = pairedRatio(own, final[0])
        const shown = [task.name, labels[arm], median, lowerQuartile, upperQuartile]
        return arm === 0
          ? [...shown, '', '', '', '']
          : [...shown, pair.median, pair.low, pair.high, pair.sign.p]
      }),
    ),
    note: 'Ratios are medians of pairs with their 95 % percentile bootstrap interval (10,000 resamples).',
  }
}

function seedTable(measured: readonly Measured[], { pilot }: Sizes): StudyTable {
  return {
    title: 'Seeds by power',
    columns: ['task', 'expected updates per edge', 'pilot seeds', 'seeds', 'power by the pilot'],
    rows: measured.map(({ task, chosen }) => [
      task.name,
      task.updates,
      pilot,
      chosen.seeds,
      chosen.power,
    ]),
    note: `Power: the share of resampled studies of that size whose bound is at most ${MARGIN} at the worst p.`,
  }
}

export const idealCost: Study<Sizes> = {
  name: 'ideal-cost',
  title: 'Does desynchronising cost anything in the ideal system?',
  question:
    'With the continuous rule and at equal expected updates per edge: is the final error larger when edges update at random and independently?',
  sizes: {
    quick: { pilot: 40, seeds: [60, 120, 240, 480] },
    full: { pilot: 120, seeds: [240, 480, 960, 1920] },
  },
  make,
}
