import { sweepPlanSchema, type SweepFigure, type SweepPlan } from '@contract'
import { bootstrapMean, bootstrapMeans, type MeanInterval } from '../../statistics'
import { armsAxis, type Arm } from '../arms'
import { spreadSeries } from '../figures'
import { Runs } from '../rows'
import type { Findings, Lab, Study } from '../study'
import { finite, say } from '../words'
import { afterWhom, exclusiveOr, howLearned, LEARNED_BELOW, LOOK_EVERY } from './exclusiveOr'
import { fared, learnedTable, runsOf, type Fared } from './learned'

interface Sizes {
  seeds: number
  /** Sides of the lattices, ascending. */
  sides: number[]
  /** Bonds from an input to the output, ascending; the smallest lattice has room for the last. */
  bonds: number[]
  mostSteps: number
}

const FIRST_SEED = 1_100_001

interface Place {
  side: number
  bonds: number
}

const placesOf = ({ sides, bonds }: Sizes): Place[] =>
  sides.flatMap((side) => bonds.map((apart) => ({ side, bonds: apart })))

const sayPlace = ({ side, bonds }: Place): string => `${side} x ${side}, ${bonds} bonds`

const armOf = (place: Place): Arm => ({
  label: sayPlace(place),
  set: {
    'network.rows': place.side,
    'network.columns': place.side,
    'network.roles.distance': place.bonds,
  },
})

export function distancePlan(sizes: Sizes): SweepPlan {
  const roles = { kind: 'distance', distance: sizes.bonds[0] } as const
  return sweepPlanSchema.parse({
    name: 'spins-distance: exclusive or',
    base: exclusiveOr('Exclusive or, spins on a lattice', { kind: 'square', roles }),
    axes: [armsAxis(placesOf(sizes).map(armOf))],
    seeds: { first: FIRST_SEED, count: sizes.seeds },
    stop: { kind: 'error', below: LEARNED_BELOW, mostSteps: sizes.mostSteps },
    curvePoints: 8,
  })
}

/** Factors on the steps, by geometric means over seeds. */
interface Factors {
  distance: MeanInterval
  size: MeanInterval
  /** Of distance over that of size, whichever way size works. */
  between: MeanInterval
}

const power = ({ value, low, high }: MeanInterval): MeanInterval => ({
  value: 2 ** value,
  low: 2 ** low,
  high: 2 ** high,
})

function factorsOf({ sides, bonds }: Sizes, all: readonly Fared[]): Factors {
  const log = (s: number, b: number, i: number) => Math.log2(all[s * bonds.length + b].steps[i])
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const [lastSide, lastBonds] = [sides.length - 1, bonds.length - 1]
  const pairs = all[0].steps.map((_, i) => i)
  const far = pairs.map((i) => mean(sides.map((_, s) => log(s, lastBonds, i) - log(s, 0, i))))
  const large = pairs.map((i) => mean(bonds.map((_, b) => log(lastSide, b, i) - log(0, b, i))))
  return {
    distance: power(bootstrapMean(far)),
    size: power(bootstrapMean(large)),
    between: power(bootstrapMeans([far, large], ([a, b]) => a - Math.abs(b))),
  }
}

const sayFactor = ({ value, low, high }: MeanInterval) =>
  `${say(value)} (${say(low)} to ${say(high)})`

async function make(sizes: Sizes, lab: Lab): Promise<Findings> {
  const plan = distancePlan(sizes)
  const places = placesOf(sizes)
  const runs = new Runs(plan, await lab.runs(plan), places.length)
  const all = fared(runs, places.map(sayPlace))
  const factors = factorsOf(sizes, all)
  const holds = factors.distance.low > 1 && factors.between.low > 1
  const { sides, bonds } = sizes
  const [near, far] = [bonds[0], bonds[bonds.length - 1]]
  const [small, large] = [sides[0], sides[sides.length - 1]]
  const criterion = (name: string, { value, low }: MeanInterval) => ({
    name,
    value: finite(value),
    needed: `95 % interval above 1 (it begins at ${say(low)})`,
    holds: low > 1,
  })
  return {
    verdict: { holds, sentence: sentence(sizes, factors, holds) },
    criteria: [
      criterion(
        `Factor on the steps from ${near} to ${far} bonds, mean over sizes`,
        factors.distance,
      ),
      criterion(
        `That factor over the one from ${small} x ${small} to ${large} x ${large}, whichever way it works`,
        factors.between,
      ),
      {
        name: `Factor on the steps from ${small} x ${small} to ${large} x ${large}, mean over distances`,
        value: finite(factors.size.value),
        needed: null,
        holds: null,
      },
    ],
    tables: [
      learnedTable(
        `Exclusive or, given up after ${sizes.mostSteps} steps`,
        all.map((one, p) => ({
          fared: one,
          couplings: 2 * places[p].side * (places[p].side - 1),
        })),
      ),
    ],
    figures: figures(sizes, all),
    method: [
      'Open square lattices. Both inputs stand in one row with one spin between them; the output is in the column of that spin, so many bonds from both. The middle of the lattice is between them.',
      ...howLearned,
      `Steps are seen to ${LOOK_EVERY}. Factors are geometric means of paired ratios, with percentile bootstrap intervals over seeds (10,000 resamples).`,
      'Asked for: the steps grow with the distance, and by more than they change with the size from the smallest to the largest lattice.',
      'The same seed draws other initial couplings in a lattice of another size: pairs are of seeds, and differ by chance.',
      afterWhom,
    ],
    gaps: runs.lost > 0 ? [`${runs.lost} seeds failed and are left out.`] : [],
  }
}

function sentence(
  { sides, bonds }: Sizes,
  { distance, size, between }: Factors,
  holds: boolean,
): string {
  const [near, far] = [bonds[0], bonds[bonds.length - 1]]
  const [small, large] = [sides[0], sides[sides.length - 1]]
  const numbers = `from ${near} to ${far} bonds the steps change by a factor of ${sayFactor(distance)}, from ${small} x ${small} to ${large} x ${large} spins by ${sayFactor(size)}`
  return holds
    ? `It is the distance from the inputs to the output more than the size of the lattice: ${numbers}.`
    : `That distance costs more than size does not come out: ${numbers}, and the first is ${sayFactor(between)} times the second.`
}

function figures({ sides, bonds, mostSteps }: Sizes, all: readonly Fared[]): SweepFigure[] {
  const labels = bonds.map((apart) => `${apart} bonds`)
  const of = (s: number) => bonds.map((_, b) => all[s * bonds.length + b])
  return [
    {
      kind: 'spread',
      title: 'Steps until the exclusive or is learned',
      caption: `Every run, median and quartiles; runs at ${mostSteps} steps were given up.`,
      xLabel: 'from each input to the output',
      yLabel: 'steps',
      yScale: 'log',
      series: sides.map((side, s) =>
        spreadSeries(
          `${side} x ${side}`,
          labels,
          of(s).map(({ steps }) => steps),
          of(s).map(runsOf),
        ),
      ),
    },
    {
      kind: 'bands',
      title: `Learned within ${mostSteps} steps`,
      caption: 'Share of the runs, with its 95 % interval (Wilson).',
      xLabel: 'bonds from each input to the output',
      xScale: 'linear',
      yLabel: 'share that learned',
      yScale: 'linear',
      series: sides.map((side, s) => ({
        name: `${side} x ${side}`,
        x: bonds,
        median: of(s).map(({ share }) => share.share),
        lower: of(s).map(({ share }) => share.low),
        upper: of(s).map(({ share }) => share.high),
      })),
    },
  ]
}

export const spinsDistance: Study<Sizes> = {
  name: 'spins-distance',
  title: 'Spins: distance or size?',
  question:
    'Is it the distance from inputs to output, or the size of the lattice, that makes the exclusive or hard to learn for spins joined to their neighbours?',
  sizes: {
    quick: { seeds: 16, sides: [5, 7], bonds: [2, 3, 4], mostSteps: 4000 },
    full: { seeds: 24, sides: [5, 7, 9], bonds: [2, 3, 4, 5], mostSteps: 12_000 },
  },
  make,
}
