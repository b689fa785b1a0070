import { sweepPlanSchema, type StudyTable, type SweepFigure, type SweepPlanInput } from '@contract'
import { bootstrapMean, type MeanInterval } from '../../statistics'
import { armsAxis } from '../arms'
import { spreadSeries } from '../figures'
import { Runs } from '../rows'
import type { Findings, Lab, Study } from '../study'
import { finite, list, say } from '../words'
import { afterWhom } from './exclusiveOr'
import { digitsBase, digitsMatches, irisBase, irisMatches, type Match } from './networks'

interface Sizes {
  seeds: number
  /** Steps of a run, 20 examples each. */
  steps: number
  /** 0: no digits. */
  digitsSeeds: number
  digitsSteps: number
}

const FIRST_SEED = 1_400_001
/** So much less of the test set may a local network get right. */
const MARGIN = 0.02

interface Compared {
  match: Match
  /** Numbers of the local and of the dense treatment. */
  arms: [number, number]
  runs: Runs
  /** Test accuracies of the local and of the dense network. */
  accuracy: [number[], number[]]
  /** Local less dense. */
  difference: MeanInterval
}

async function compare(
  matches: readonly Match[],
  base: SweepPlanInput['base'],
  seeds: number,
  lab: Lab,
): Promise<Compared[]> {
  const plan = sweepPlanSchema.parse({
    name: `spins-local: ${matches[0].task}`,
    base,
    axes: [armsAxis(matches.flatMap(({ local, dense }) => [local, dense]))],
    seeds: { first: FIRST_SEED, count: seeds },
    curvePoints: 8,
  })
  const runs = new Runs(plan, await lab.runs(plan), 2 * matches.length)
  return matches.map((match, m) => {
    const of = (arm: number) => runs.values(arm, ({ testAccuracy }) => testAccuracy ?? 0)
    const [local, dense] = [of(2 * m), of(2 * m + 1)]
    return {
      match,
      arms: [2 * m, 2 * m + 1],
      runs,
      accuracy: [local, dense],
      difference: bootstrapMean(local.map((own, i) => own - dense[i])),
    }
  })
}

const nameOf = ({ match: { task, local, dense } }: Compared): string =>
  `${task}, ${local.label} against ${dense.label}`

const localName = ({ match: { task, local } }: Compared): string => `${local.label} on ${task}`

const asGood = ({ difference }: Compared): boolean => difference.low >= -MARGIN

async function make(sizes: Sizes, lab: Lab): Promise<Findings> {
  const { seeds, steps, digitsSeeds, digitsSteps } = sizes
  const compared = await compare(irisMatches, irisBase(steps), seeds, lab)
  if (digitsSeeds > 0)
    compared.push(...(await compare(digitsMatches, digitsBase(digitsSteps), digitsSeeds, lab)))
  const tasks = [...new Set(compared.map(({ match }) => match.task))]
  return {
    verdict: { holds: compared.every(asGood), sentence: sentence(compared) },
    criteria: compared.map((one) => ({
      name: `${nameOf(one)}: mean paired difference of test accuracy, lower end of the 95 % interval`,
      value: finite(one.difference.low),
      needed: `at least ${say(-MARGIN)}`,
      holds: asGood(one),
    })),
    tables: [accuracyTable(compared)],
    figures: tasks.flatMap((task) =>
      figures(
        task,
        compared.filter(({ match }) => match.task === task),
      ),
    ),
    method: [
      'Local: open square lattices, four inputs in a row and the outputs two bonds below; for digits windows of 4 x 4 pixels at every second place in 4 channels, and a readout of the last layer. Dense: all spins joined, or each layer joined to the next. On Iris both have exactly as many couplings; on digits the dense layers have 26 more.',
      'Equal in number are couplings, not spins or biases: a lattice has more free spins, each with a bias. Where all spins are joined, the couplings between two inputs are among the number and learn nothing.',
      `${steps} steps of 20 examples; the rate falls to a tenth over the last half. Test accuracy at the end, from 10 fresh random starts an example: nothing is chosen on it. Iris: 120 flowers to learn, 30 to test, split anew for each seed; both networks of a pair have the same split.`,
      ...(digitsSeeds > 0
        ? [
            `Digits: ${digitsSteps} steps, 8 x 8 pixels, 1000 to learn and 500 to test, synthetic and drawn anew for each seed: lines with a shift, a width and noise, much easier than handwriting.`,
          ]
        : []),
      `Asked for: of every pair the local network is at most ${MARGIN} less accurate, by the lower end of the interval of the mean paired difference (percentile bootstrap, 10,000 resamples).`,
      afterWhom,
    ],
    gaps: [...lost(compared), ...(digitsSeeds > 0 ? [] : ['Digits are in the full form alone.'])],
  }
}

function lost(compared: readonly Compared[]): string[] {
  const each = new Map(compared.map(({ match, runs }) => [match.task, runs.lost]))
  return [...each].flatMap(([task, count]) =>
    count > 0 ? [`${task}: ${count} seeds failed and are left out.`] : [],
  )
}

const sayDifference = ({ value, low, high }: MeanInterval): string =>
  `${say(value)} (${say(low)} to ${say(high)})`

function sentence(compared: readonly Compared[]): string {
  const failing = compared.filter((one) => !asGood(one))
  const each = compared.map((one) => `${nameOf(one)}: ${sayDifference(one.difference)}`).join('; ')
  const numbers = `Mean differences of test accuracy: ${each}`
  if (failing.length === 0)
    return `With as many couplings, spins joined to their neighbours alone are as accurate as densely joined ones, within ${MARGIN}. ${numbers}.`
  return `That local networks are within ${MARGIN} of dense ones with as many couplings does not come out for ${list(failing.map(localName))}: ${why(failing)}. ${numbers}.`
}

/** An interval below the margin says more than one below 0, and that more than one with 0 in it. */
function why(failing: readonly Compared[]): string {
  const below = (limit: number) => failing.filter(({ difference }) => difference.high < limit)
  const [worse, lower] = [below(-MARGIN), below(0)]
  if (worse.length > 0) return `less accurate is the local one in ${list(worse.map(localName))}`
  if (lower.length > 0)
    return `less accurate is the local one in ${list(lower.map(localName))}, by how much the runs are too few to tell`
  return 'the runs are too few to tell'
}

function accuracyTable(compared: readonly Compared[]): StudyTable {
  return {
    title: 'Test accuracy at equal numbers of couplings',
    columns: [
      'task',
      'network',
      'couplings',
      'biases',
      'accuracy',
      'interval',
      '',
      'local less dense',
      'interval',
      '',
    ],
    rows: compared.flatMap(({ match, accuracy, difference }) =>
      [match.local, match.dense].map(({ label }, side) => {
        const { value, low, high } = bootstrapMean(accuracy[side])
        const less = side === 0 ? [difference.value, difference.low, difference.high] : ['', '', '']
        const size = [match.couplings[side], match.biases[side]]
        return [match.task, label, ...size, value, low, high, ...less]
      }),
    ),
    note: 'Means over seeds with their 95 % percentile bootstrap interval (10,000 resamples).',
  }
}

function figures(task: string, compared: readonly Compared[]): SweepFigure[] {
  const labels = compared.map(({ match }) => `${match.couplings[0]} couplings`)
  const names = ['local', 'dense']
  return [
    {
      kind: 'spread',
      title: `Test accuracy, ${task}`,
      caption: `Every run, median and quartiles. ${compared.map(({ match: { local, dense } }) => `${local.label} against ${dense.label}`).join('; ')}.`,
      xLabel: 'network',
      yLabel: 'share of the test set that is right',
      yScale: 'linear',
      series: names.map((name, side) =>
        spreadSeries(
          name,
          labels,
          compared.map(({ accuracy }) => accuracy[side]),
          compared.map(({ runs, arms }) => runs.names(arms[side])),
        ),
      ),
    },
    {
      kind: 'spread',
      title: `Local less dense, ${task}`,
      caption: `Paired differences of test accuracy, median and quartiles; ${say(-MARGIN)} in the mean is allowed.`,
      xLabel: 'network',
      yLabel: 'difference of test accuracy',
      yScale: 'linear',
      series: [
        spreadSeries(
          'local less dense',
          labels,
          compared.map(({ accuracy: [local, dense] }) => local.map((own, i) => own - dense[i])),
          compared.map(({ runs, arms }) => runs.names(arms[0])),
        ),
      ],
    },
  ]
}

export const spinsLocal: Study<Sizes> = {
  name: 'spins-local',
  title: 'Spins: local or dense?',
  question:
    'With as many couplings: are spins that are joined to their neighbours alone as accurate as spins that are all joined to each other, or layer to layer?',
  sizes: {
    quick: { seeds: 16, steps: 300, digitsSeeds: 0, digitsSteps: 0 },
    full: { seeds: 60, steps: 600, digitsSeeds: 10, digitsSteps: 300 },
  },
  make,
}
