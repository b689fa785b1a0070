import { sweepPlanSchema, type StudyTable, type SweepFigure, type SweepPlan } from '@contract'
import { bootstrapMean, medianUpperBound, pairedRatio, ratio } from '../../statistics'
import { armsAxis, bernoulli, forSteps, groups, type Arm } from '../arms'
import { pairsFigure, spreadSeries } from '../figures'
import { Runs } from '../rows'
import type { Findings, Lab, Study } from '../study'
import { finite, list, say } from '../words'
import { afterWhom, exclusiveOr, howLearned, LEARNED_BELOW } from './exclusiveOr'
import { fared, hasLearned, medianText, runsOf, sayLearned, type Fared } from './learned'

interface Sizes {
  seeds: number
  /** Probabilities of an update, descending from 1. */
  probabilities: number[]
  /** Expected updates of a coupling after which a run is given up. */
  mostUpdates: number
}

const FIRST_SEED = 1_300_001
/** A ratio of expected updates up to here counts as no worse. */
const MARGIN = 1.1
/** So much less of the runs may learn. */
const SHARE = 0.05
/** Expected updates between two evaluations. */
const LOOK_UPDATES = 10

type Task = { name: string; network: Parameters<typeof exclusiveOr>[1]; couplings: number }

const ends = { kind: 'ends' } as const
const tasks: readonly Task[] = [
  {
    name: 'all joined, 5 spins',
    network: { kind: 'complete', nodes: 5, roles: ends },
    couplings: 10,
  },
  {
    name: 'layers 2-4-1',
    network: { kind: 'layered', layers: [2, 4, 1], roles: ends },
    couplings: 12,
  },
  {
    name: 'lattice 3 x 3, corners',
    network: { kind: 'square', rows: 3, columns: 3, roles: { kind: 'corners' } },
    couplings: 12,
  },
]

/** Equal expected updates: so many steps more, and looked at so much more rarely. */
function atUpdates(arm: Arm, p: number, { mostUpdates }: Sizes): Arm {
  const { label, set } = forSteps(arm, mostUpdates / p)
  return { label, set: { ...set, 'evaluate.every': Math.round(LOOK_UPDATES / p) } }
}

export function desyncArms(sizes: Sizes): Arm[] {
  const least = sizes.probabilities[sizes.probabilities.length - 1]
  return [
    ...sizes.probabilities.map((p) => atUpdates(bernoulli(p), p, sizes)),
    atUpdates(groups(least, 'fixed'), least, sizes),
  ]
}

function planOf({ name, network }: Task, sizes: Sizes): SweepPlan {
  return sweepPlanSchema.parse({
    name: `spins-desync: ${name}`,
    base: exclusiveOr(`Exclusive or, ${name}`, network),
    axes: [armsAxis(desyncArms(sizes))],
    seeds: { first: FIRST_SEED, count: sizes.seeds },
    stop: { kind: 'error', below: LEARNED_BELOW, mostSteps: null },
    curvePoints: 8,
  })
}

/** A treatment against the synchronous schedule, by pairs. */
function comparison(task: Task, one: Fared, reference: Fared) {
  const ratios = one.updates.map((own, i) => ratio(own, reference.updates[i]))
  const lost = one.runs.map(
    (run, i) => Number(hasLearned(run)) - Number(hasLearned(reference.runs[i])),
  )
  return {
    name: `${task.name}, ${one.label}`,
    pair: pairedRatio(one.updates, reference.updates),
    bound: medianUpperBound(ratios),
    /** How much more of the runs learn. */
    share: bootstrapMean(lost),
  }
}
type Comparison = ReturnType<typeof comparison>

const asFast = ({ bound }: Comparison): boolean => bound <= MARGIN
const asSure = ({ share }: Comparison): boolean => share.low >= -SHARE

interface Measured {
  task: Task
  runs: Runs
  all: Fared[]
  compared: Comparison[]
}

async function make(sizes: Sizes, lab: Lab): Promise<Findings> {
  const arms = desyncArms(sizes)
  const measured: Measured[] = []
  for (const task of tasks) {
    const plan = planOf(task, sizes)
    const runs = new Runs(plan, await lab.runs(plan), arms.length)
    const all = fared(
      runs,
      arms.map(({ label }) => label),
    )
    const compared = all.slice(1).map((one) => comparison(task, one, all[0]))
    measured.push({ task, runs, all, compared })
  }
  const compared = measured.flatMap((one) => one.compared)
  const holds = compared.every((one) => asFast(one) && asSure(one))
  return {
    verdict: { holds, sentence: sentence(compared) },
    criteria: compared.flatMap((one) => [
      {
        name: `${one.name}: 95 % upper bound of the median paired ratio of expected updates`,
        value: finite(one.bound),
        needed: `at most ${MARGIN}`,
        holds: asFast(one),
      },
      {
        name: `${one.name}: how much more of the runs learn, lower end of the 95 % interval`,
        value: one.share.low,
        needed: `at least ${say(-SHARE)}`,
        holds: asSure(one),
      },
    ]),
    tables: [updatesTable(measured)],
    figures: measured.flatMap(figures),
    method: [
      'Couplings and biases update together (p = 1), each at random and independently with probability p, or in a random division into groups that take turns. Every parameter has its own mean square and counts its own updates.',
      'Compared are expected updates of a coupling, steps times p: all runs may have as many, and are looked at after equally many.',
      ...howLearned,
      `Asked for: no more updates (the 95 % upper bound of the median paired ratio, from order statistics, at most ${MARGIN}), and no fewer runs that learn (by ${SHARE} at most, percentile bootstrap).`,
      `Updates are seen to ${LOOK_UPDATES}, which is coarse where a network learns within a hundred.`,
      `${afterWhom} That spins update out of step is ours, after Wycoff et al. (2022), who did it with resistors.`,
    ],
    gaps: measured.flatMap(({ task, runs }) =>
      runs.lost > 0 ? [`${task.name}: ${runs.lost} seeds failed and are left out.`] : [],
    ),
  }
}

function sentence(compared: readonly Comparison[]): string {
  const worst = compared.reduce((a, b) => (b.bound > a.bound ? b : a))
  const bound = `the largest 95 % upper bound of a median paired ratio of expected updates is ${say(worst.bound)} (${worst.name}, median ${say(worst.pair.median)})`
  const failing = compared.filter((one) => !(asFast(one) && asSure(one)))
  if (failing.length === 0)
    return `Spins that update out of step learn as surely and with no more updates, in every network and at every p: ${bound}.`
  // An interval above the margin says more than one that reaches beyond it.
  const slower = failing.filter(({ pair }) => pair.low > MARGIN)
  const why =
    slower.length > 0
      ? `more updates are needed for ${list(slower.map(({ name }) => name))}`
      : 'the runs are too few to tell'
  return `That spins lose nothing by updating out of step does not come out for ${list(failing.map(({ name }) => name))}: ${why}; ${bound}.`
}

function updatesTable(measured: readonly Measured[]): StudyTable {
  return {
    title: 'Expected updates of a coupling until the exclusive or is learned',
    columns: [
      'network',
      'schedule',
      'learned',
      'median updates',
      'ratio to p = 1',
      'interval',
      '',
      'sign test p',
    ],
    rows: measured.flatMap(({ task, all, compared }) =>
      all.map((one, arm) => {
        const shown = [task.name, one.label, sayLearned(one), medianText(one, one.updates)]
        if (arm === 0) return [...shown, '', '', '', '']
        const { pair } = compared[arm - 1]
        return [...shown, pair.median, pair.low, pair.high, pair.sign.p]
      }),
    ),
    note: 'Ratios are medians of pairs with their 95 % percentile bootstrap interval (10,000 resamples).',
  }
}

function figures({ task, all }: Measured): SweepFigure[] {
  return [
    {
      kind: 'spread',
      title: `Updates until it is learned, ${task.name}`,
      caption: `${task.couplings} couplings. Expected updates of each: every run, median and quartiles.`,
      xLabel: 'schedule',
      yLabel: 'expected updates per coupling',
      yScale: 'log',
      series: [
        spreadSeries(
          task.name,
          all.map(({ label }) => label),
          all.map(({ updates }) => updates),
          all.map(runsOf),
        ),
      ],
    },
    pairsFigure(
      {
        title: `Paired ratio to p = 1, ${task.name}`,
        caption:
          'Every pair of runs with the same initial couplings; the median with its 95 % bootstrap interval, and p of the sign test.',
        xLabel: 'schedule',
        yLabel: 'expected updates over those at p = 1',
        bounds: [{ at: MARGIN, label: String(MARGIN) }],
      },
      all.slice(1).map((one) => ({
        label: one.label,
        values: one.updates,
        references: all[0].updates,
        runs: runsOf(one),
      })),
    ),
  ]
}

export const spinsDesync: Study<Sizes> = {
  name: 'spins-desync',
  title: 'Spins out of step',
  question:
    'Do spins whose couplings and biases update at random and independently learn as surely, and with as many updates, as ones that update together?',
  sizes: {
    quick: { seeds: 40, probabilities: [1, 0.5, 0.25], mostUpdates: 4000 },
    full: { seeds: 300, probabilities: [1, 0.5, 0.25], mostUpdates: 10_000 },
  },
  make,
}
