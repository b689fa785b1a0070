import { sweepPlanSchema, type SweepFigure, type SweepPlan } from '@contract'
import { pairedRatio, type PairedRatio } from '../../statistics'
import { armsAxis, type Arm } from '../arms'
import { pairsFigure, spreadSeries } from '../figures'
import { Runs } from '../rows'
import type { Findings, Lab, Study } from '../study'
import { finite, say, sayInterval } from '../words'
import { afterWhom, exclusiveOr, howLearned, LEARNED_BELOW, LOOK_EVERY } from './exclusiveOr'
import { fared, learnedTable, runsOf, sayLearned, type Fared } from './learned'

interface Sizes {
  seeds: number
  side: number
  /** Rows plus columns that a skip bond spans, ascending. */
  lengths: number[]
  /** Skip bonds of a lattice. */
  count: number
  mostSteps: number
}

const FIRST_SEED = 1_200_001

const armOf = (length: number, count: number): Arm => ({
  label: `length ${length}`,
  set: { 'network.skips.length': length, 'network.skips.count': count },
})

/** The lattice without skips, and with as many of each length. */
export function skipsPlan({ seeds, side, lengths, count, mostSteps }: Sizes): SweepPlan {
  return sweepPlanSchema.parse({
    name: 'spins-skips: exclusive or, corners',
    base: exclusiveOr('Exclusive or, corner to corner', {
      kind: 'square',
      rows: side,
      columns: side,
      roles: { kind: 'corners' },
    }),
    axes: [
      armsAxis([{ label: 'none', set: {} }, ...lengths.map((length) => armOf(length, count))]),
    ],
    seeds: { first: FIRST_SEED, count: seeds },
    stop: { kind: 'error', below: LEARNED_BELOW, mostSteps },
    curvePoints: 8,
  })
}

async function make(sizes: Sizes, lab: Lab): Promise<Findings> {
  const { lengths, count, side, mostSteps } = sizes
  const plan = skipsPlan(sizes)
  const labels = ['none', ...lengths.map((length) => `length ${length}`)]
  const runs = new Runs(plan, await lab.runs(plan), labels.length)
  const all = fared(runs, labels)
  const [none, shortest] = all
  const longest = all[all.length - 1]
  const toNone = all.slice(1).map(({ steps }) => pairedRatio(steps, none.steps))
  const toShortest = pairedRatio(longest.steps, shortest.steps)
  const helps = toNone[toNone.length - 1]
  const judged = [
    { name: `${longest.label} over no skip bonds`, pair: helps },
    { name: `${longest.label} over ${shortest.label}, equally many`, pair: toShortest },
  ]
  const holds = judged.every(({ pair }) => pair.high < 1)
  const bonds = 2 * side * (side - 1)
  return {
    verdict: { holds, sentence: sentence(sizes, { none, shortest, longest, helps, toShortest }) },
    criteria: [
      ...judged.map(({ name, pair }) => ({
        name: `Steps, ${name}: median paired ratio`,
        value: finite(pair.median),
        needed: `95 % interval below 1 (it ends at ${say(pair.high)})`,
        holds: pair.high < 1,
      })),
      ...toNone.slice(0, -1).map(({ median }, i) => ({
        name: `Steps, ${labels[i + 1]} over no skip bonds: median paired ratio`,
        value: finite(median),
        needed: null,
        holds: null,
      })),
    ],
    tables: [
      learnedTable(
        `Exclusive or from corner to corner of ${side} x ${side} spins, given up after ${mostSteps} steps`,
        all.map((one, arm) => ({ fared: one, couplings: bonds + (arm === 0 ? 0 : count) })),
      ),
      ratioTable(labels, toNone),
    ],
    figures: figures(sizes, all),
    method: [
      `An open square lattice of ${side} x ${side} spins, inputs in the top corners, the output in the middle of the bottom row. ${count} skip bonds join spins that are so many rows plus columns apart, drawn at random from the seed; one may by chance join an input to the output.`,
      ...howLearned,
      `Steps are seen to ${LOOK_EVERY}. Ratios are medians of pairs with the same seed, with percentile bootstrap intervals (10,000 resamples).`,
      `Asked for: skip bonds of length ${lengths[lengths.length - 1]} need fewer steps than none, and than as many of length ${lengths[0]}. The lattice without has ${count} couplings fewer: against it both the length and the number count.`,
      'The same seed draws other initial couplings where their number is another: pairs of different numbers differ by chance.',
      afterWhom,
    ],
    gaps: runs.lost > 0 ? [`${runs.lost} seeds failed and are left out.`] : [],
  }
}

interface Judged {
  none: Fared
  shortest: Fared
  longest: Fared
  helps: PairedRatio
  toShortest: PairedRatio
}

function sentence(
  { lengths, count, mostSteps }: Sizes,
  { none, shortest, longest, helps, toShortest }: Judged,
): string {
  const [short, long] = [lengths[0], lengths[lengths.length - 1]]
  const numbers = `${sayLearned(none)} learn within ${mostSteps} steps without skip bonds, ${sayLearned(shortest)} with ${count} of length ${short} and ${sayLearned(longest)} with ${count} of length ${long}; with the long ones the steps are ${sayInterval(helps)} times those without, and ${sayInterval(toShortest)} times those with the short ones`
  if (helps.high < 1 && toShortest.high < 1)
    return `Skip bonds help, and long ones more than short ones: ${numbers}.`
  if (helps.high < 1)
    return `Skip bonds help, but that long ones help more does not come out: ${numbers}.`
  return `That skip bonds of length ${long} help does not come out: ${numbers}.`
}

function ratioTable(labels: readonly string[], toNone: readonly PairedRatio[]) {
  return {
    title: 'Steps over those without skip bonds',
    columns: ['skip bonds', 'median ratio', 'interval', '', 'sign test p'],
    rows: toNone.map(({ median, low, high, sign }, i) => [
      labels[i + 1],
      median,
      low,
      high,
      sign.p,
    ]),
    note: 'Ratios are medians of pairs with their 95 % percentile bootstrap interval (10,000 resamples).',
  }
}

function figures({ side, mostSteps }: Sizes, all: readonly Fared[]): SweepFigure[] {
  const [none, ...skips] = all
  return [
    {
      kind: 'spread',
      title: 'Steps until the exclusive or is learned',
      caption: `Every run, median and quartiles; runs at ${mostSteps} steps were given up.`,
      xLabel: 'skip bonds',
      yLabel: 'steps',
      yScale: 'log',
      series: [
        spreadSeries(
          `${side} x ${side}`,
          all.map(({ label }) => label),
          all.map(({ steps }) => steps),
          all.map(runsOf),
        ),
      ],
    },
    pairsFigure(
      {
        title: 'Paired ratio to no skip bonds',
        caption:
          'Steps of each pair of runs with the same seed; the median with its 95 % bootstrap interval, and p of the sign test.',
        xLabel: 'skip bonds',
        yLabel: 'steps over those without',
        bounds: [],
      },
      skips.map((one) => ({
        label: one.label,
        values: one.steps,
        references: none.steps,
        runs: runsOf(one),
      })),
    ),
  ]
}

export const spinsSkips: Study<Sizes> = {
  name: 'spins-skips',
  title: 'Spins: skip length',
  question:
    'When inputs and output are in the corners of a lattice: do bonds that skip over neighbours help, and do long ones help more than as many short ones?',
  sizes: {
    quick: { seeds: 14, side: 5, lengths: [2, 3, 5], count: 8, mostSteps: 4000 },
    full: { seeds: 40, side: 5, lengths: [2, 3, 4, 5], count: 8, mostSteps: 15_000 },
  },
  make,
}
