import { median, pairedRatio, type PairedRatio } from '../statistics'
import { UPDATES } from './discreteArms'
import { discreteFigures, levelsHeat } from './discreteFigures'
import { armOf, measure, possible, PROBABILITIES, type Measured } from './discreteRuns'
import { cycleTable, errorTable } from './discreteTables'
import type { Findings, Lab, Study } from './study'
import { finite, list, say, sayInterval } from './words'

interface Sizes {
  tasks: number
  levels: number[]
  /** Of the masks and of their controls; left out: all of them. */
  probabilities?: readonly number[]
}

/** What is judged: this p, at this many levels, at most this share of the error at p = 1. */
const JUDGED = { p: 0.25, levels: 128, share: 0.7 }

async function make(sizes: Sizes, lab: Lab): Promise<Findings> {
  const measured: Measured[] = []
  const gaps = new Set<string>()
  for (const levels of sizes.levels) {
    const { arms, gaps: lacks } = await possible(levels, sizes.probabilities ?? PROBABILITIES, lab)
    lacks.forEach((gap) => gaps.add(gap))
    const one = await measure(levels, arms, sizes.tasks, lab)
    if (one.runs.lost > 0)
      gaps.add(`${levels} levels: ${one.runs.lost} tasks failed and are left out.`)
    measured.push(one)
  }
  const judged = measured.find(({ levels }) => levels === JUDGED.levels) ?? measured[0]
  return {
    ...judge(judged),
    tables: [...measured.map(errorTable), cycleTable(measured)],
    figures: [
      ...(measured.length > 1 ? [levelsHeat(measured)] : []),
      ...measured.flatMap((one) => discreteFigures(one, one === judged)),
    ],
    method: [
      `Every run has ${UPDATES} expected updates per edge: ${UPDATES} steps at p = 1, ${UPDATES} / p at the others, so also best errors within the first ${UPDATES} steps are given.`,
      'The error at the end is the mean over the last tenth of the steps, as a discrete run never stands still.',
      'Control 1, finer grid: synchronous, the level step divided by 1/p over the same range and from the same start. It has the smaller jitter and no randomness.',
      'Control 2, group anew: on each step one random group of edges updates together; its mean size is that of the mask. Random, but not independent.',
      'Control 3 (ours), groups in turn: the edges divided at random once into 1/p groups that update in turn. As few edges move, nothing is random after the start.',
      'Cycles are found exactly (Brent, 1980): the state came back, and the step is a function of the state.',
      'Ours: the tasks (two random targets, random roles on the 16 edges), the grid of levels, p, and the number of steps.',
    ],
    gaps: [...gaps],
  }
}

/** The verdict, out of the numbers of one number of levels. */
export function judge(one: Measured): Pick<Findings, 'verdict' | 'criteria'> {
  const { p, share } = JUDGED
  const mask = armOf(one, 'mask', p)
  const medians = one.late.map(median)
  const of = median(one.late[mask]) / medians[0]
  const pair = pairedRatio(one.late[mask], one.late[0])
  const holds = of <= share && pair.high < 1
  const parts = survivors(one, mask, p)
  const what = `${one.levels} levels, p = ${p}, ${pair.pairs} paired tasks`
  return {
    verdict: {
      holds,
      sentence: [
        holds
          ? `Desynchronising helps on discrete levels (${what}): the median error at the end is ${say(of)} of that at p = 1, the paired ratio ${sayInterval(pair)}.`
          : `That desynchronising helps does not come out here (${what}): the median error at the end is ${say(of)} of that at p = 1, the paired ratio ${sayInterval(pair)}.`,
        ...parts.map(({ sentence }) => sentence),
      ].join(' '),
    },
    criteria: [
      {
        name: `${what}: median error over that at p = 1`,
        value: finite(of),
        needed: `at most ${share}`,
        holds: of <= share,
      },
      {
        name: `${what}: upper end of the 95 % interval of the median paired ratio`,
        value: finite(pair.high),
        needed: 'below 1',
        holds: pair.high < 1,
      },
      ...parts.flatMap(({ criteria }) => criteria),
    ],
  }
}

/** Of the mean error and of the best error: what of the gain is left against each control. */
function survivors(one: Measured, mask: number, p: number) {
  const controls = [
    { part: 'finer', name: 'the finer grid' },
    { part: 'anew', name: 'the random group' },
    { part: 'turns', name: 'the groups in turn' },
  ] as const
  const present = controls.flatMap(({ part, name }) => {
    const arm = armOf(one, part, p)
    return arm < 0 ? [] : [{ name, arm }]
  })
  if (present.length === 0) return []
  const measures = [
    { what: 'the mean error at the end', values: one.late },
    { what: `the best error within ${UPDATES} steps`, values: one.bestSteps },
  ]
  return measures.map(({ what, values }) => {
    const against = present.map(({ name, arm }) => ({
      name,
      pair: pairedRatio(values[mask], values[arm]),
    }))
    const gain = pairedRatio(values[mask], values[0])
    return {
      sentence: partSentence(what, gain, against),
      criteria: against.map(({ name, pair }) => ({
        name: `p = ${p} against ${name}: median paired ratio of ${what}`,
        value: finite(pair.median),
        needed: null,
        holds: null,
      })),
    }
  })
}

function partSentence(
  what: string,
  gain: PairedRatio,
  against: readonly { name: string; pair: PairedRatio }[],
): string {
  const named = (those: typeof against) =>
    list(those.map(({ name, pair }) => `${name} (ratio ${sayInterval(pair)})`))
  const better = against.filter(({ pair }) => pair.high < 1)
  const rest = against.filter(({ pair }) => pair.high >= 1)
  const ratio = sayInterval(gain)
  if (gain.high >= 1) return `Of ${what} there is no gain to explain (ratio ${ratio}).`
  if (better.length === 0)
    return `Its gain in ${what} (ratio ${ratio}) does not survive against ${named(rest)}.`
  if (rest.length === 0)
    return `Its gain in ${what} (ratio ${ratio}) survives against ${named(better)}.`
  return `Its gain in ${what} (ratio ${ratio}) survives against ${named(better)}, not against ${named(rest)}.`
}

export const discrete: Study<Sizes> = {
  name: 'discrete',
  title: 'Does desynchronising help on discrete hardware, and why?',
  question:
    'With the sign rule on 128, 32 and 8 levels: is the error lower when edges update at random and independently, and is that because less moves on a step, or because more states are visited?',
  sizes: {
    quick: { tasks: 60, levels: [128, 32, 8] },
    full: { tasks: 400, levels: [128, 32, 8] },
  },
  make,
}
