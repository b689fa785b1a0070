import { sweepPlanSchema, type StudyTable, type SweepPlan } from '@contract'
import preset from '../../../resources/presets/allostery-penn16-discrete.json'
import { median, pairedRatio, spreadOf } from '../statistics'
import { armsAxis, bernoulli, forSteps, type Arm } from './arms'
import { drawCuts } from './cuts'
import { pairsFigure } from './figures'
import { penn16Edges, PENN16_NODES } from './penn16'
import { Runs, type Finished } from './rows'
import type { Findings, Lab, Study } from './study'
import { finite, list, say, sayInterval } from './words'

interface Sizes {
  /** Tasks per sequence of cuts. */
  tasks: number
  /** Sequences of cuts. */
  sequences: number
}

const FIRST_SEED = 700_001
const PROBABILITIES = [1, 0.5, 0.25, 0.1]
const CUTS = 4
/** Driven and read as in a figure of Dillavou et al. (2022): A and D, C and G. */
const roles = { kind: 'given', sources: ['A'], grounds: ['D'], targets: ['C', 'G'] }
const HELD = [0, 3]
/** Expected updates per edge between two cuts. */
const BETWEEN = 400
/** A phase's error is the mean over so many looks before its end, one update apart. */
const LOOKS = 16
const PHASES = CUTS + 1
/** What is judged. */
const JUDGED = 0.25

/**
 * The end of each phase but the last is the step after which an edge is cut: an evaluation there sees
 * the cut, so that looks end one update before.
 */
const endOf = (phase: number): number => BETWEEN * (phase + 1)
const looks = Array.from({ length: PHASES }, (_, phase) =>
  Array.from({ length: LOOKS }, (_, n) => endOf(phase) - (LOOKS - n)),
)
/** Right after a cut, and a little later: how far it threw the error up. */
const after = Array.from({ length: CUTS }, (_, cut) => endOf(cut) + 2)

function damaged(p: number, cuts: readonly number[], sequence: number): Arm {
  const { label, set } = forSteps(bernoulli(p), (BETWEEN * PHASES) / p)
  const adjustments = cuts.map((edge, i) => ({
    step: Math.round(endOf(i) / p),
    change: { kind: 'edge', edge, action: 'cut' },
  }))
  return { label: `${label}, cuts ${sequence + 1}`, set: { ...set, adjustments } }
}

function planOf(p: number, { tasks, sequences }: Sizes): SweepPlan {
  const arms = Array.from({ length: sequences }, (_, sequence) =>
    damaged(p, drawCuts(PENN16_NODES, penn16Edges, HELD, CUTS, sequence + 1), sequence),
  )
  return sweepPlanSchema.parse({
    name: `damage: p = ${p}`,
    base: {
      ...preset.config,
      name: `Two random targets, 128 levels, ${CUTS} edges cut`,
      network: { kind: 'penn16', roles },
      evaluate: { every: 1_000_000 },
    },
    axes: [armsAxis(arms)],
    seeds: { first: FIRST_SEED, count: tasks },
    curvePoints: 16,
    marks: { steps: [], updates: [...looks.flat(), ...after].sort((a, b) => a - b) },
  })
}

/** The error at so many expected updates per edge. */
function errorAt({ result: { curve } }: Finished, updates: number): number {
  const i = curve.updates.findIndex((at) => at >= updates * (1 - 1e-9))
  return curve.trainError[i < 0 ? curve.trainError.length - 1 : i]
}

/** Errors of phases differ by powers of ten: of a plain mean the worst one alone is left. */
const geometricMean = (values: readonly number[]) =>
  Math.exp(mean(values.map((value) => Math.log(value))))

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

interface Measured {
  p: number
  runs: Runs
  /** By phase, then by run. */
  phases: number[][]
  /** By cut, then by run. */
  thrown: number[][]
  rows: Finished[]
}

async function measure(p: number, sizes: Sizes, lab: Lab): Promise<Measured> {
  const plan = planOf(p, sizes)
  const runs = new Runs(plan, await lab.runs(plan), sizes.sequences)
  const rows = runs.arms.flat()
  return {
    p,
    runs,
    rows,
    phases: looks.map((at) => rows.map((row) => mean(at.map((updates) => errorAt(row, updates))))),
    thrown: after.map((updates) => rows.map((row) => errorAt(row, updates))),
  }
}

/** Pairs that were run at every p: the same task, the same cuts. */
function paired(measured: Measured[]): Measured[] {
  const keys = measured.map(({ rows }) => rows.map(({ cell, seed }) => `${cell[0]}/${seed}`))
  const common = new Set(keys[0].filter((key) => keys.every((of) => of.includes(key))))
  return measured.map((one, m) => {
    const at = keys[m].flatMap((key, i) => (common.has(key) ? [i] : []))
    const pick = (values: number[]) => at.map((i) => values[i])
    return {
      ...one,
      rows: at.map((i) => one.rows[i]),
      phases: one.phases.map(pick),
      thrown: one.thrown.map(pick),
    }
  })
}

async function make(sizes: Sizes, lab: Lab): Promise<Findings> {
  const all: Measured[] = []
  const gaps = new Set<string>()
  for (const p of PROBABILITIES) {
    const [why] = await lab.refusals(planOf(p, { ...sizes, tasks: 1, sequences: 1 }))
    if (why === null) all.push(await measure(p, sizes, lab))
    else gaps.add(`Without p = ${p}: ${why}`)
  }
  const measured = paired(all)
  const lost = sizes.tasks * sizes.sequences - measured[0].rows.length
  if (lost > 0) gaps.add(`${lost} of the damaged tasks failed at some p and are left out.`)
  return {
    ...judge(measured),
    gaps: [...gaps],
    tables: [phaseTable(measured)],
    figures: figures(measured),
    method,
  }
}

const method = [
  `Two random targets under the sign rule with 128 levels; after every ${BETWEEN} expected updates per edge one edge is cut, ${CUTS} in all, drawn so that the network stays in one piece, also around the nodes that are held; the same cuts and tasks at every p.`,
  `The error of a phase is the mean over its last ${LOOKS} expected updates per edge.`,
  'Recovery: the geometric mean of the errors of the phases after a cut, held against p = 1 in pairs (errors of phases differ by powers of ten; the plain mean is given too), and the last error over that before any cut of the same run.',
  'Some tasks cannot be done any more by what is left of the network; that is the same at every p.',
  'Ours: the cuts, their number and distance, the tasks. No number of a paper is used.',
]

function judge(measured: readonly Measured[]): Pick<Findings, 'verdict' | 'criteria'> {
  const [synchronous] = measured
  const judged = measured.find(({ p }) => p === JUDGED) ?? measured[measured.length - 1]
  const wounded = (one: Measured, of: (errors: readonly number[]) => number) =>
    one.rows.map((_, i) => of(one.phases.slice(1).map((errors) => errors[i])))
  const pair = pairedRatio(wounded(judged, geometricMean), wounded(synchronous, geometricMean))
  const plain = pairedRatio(wounded(judged, mean), wounded(synchronous, mean))
  const rises = measured.map(({ p, phases }) => ({
    p,
    rise: median(phases[CUTS].map((error, i) => error / phases[0][i])),
  }))
  const holds = pair.high < 1
  const what = `p = ${judged.p}, ${pair.pairs} damaged tasks`
  const facts = list(rises.map(({ p, rise }) => `${say(rise)} at p = ${p}`))
  return {
    verdict: {
      holds,
      sentence: [
        holds
          ? `A damaged network recovers better when its edges update at random (${what}).`
          : `That a damaged network recovers better when its edges update at random does not come out here (${what}).`,
        `The geometric mean of its errors after the cuts is ${sayInterval(pair)} times that at p = 1, the plain mean, which the worst phase rules, ${sayInterval(plain)}.`,
        `Over the error before any cut, the error after ${CUTS} cuts is ${facts} (medians).`,
      ].join(' '),
    },
    criteria: [
      {
        name: `upper end of the 95 % interval of the median paired ratio of errors after cuts (geometric means), p = ${judged.p} over p = 1`,
        value: finite(pair.high),
        needed: 'below 1',
        holds,
      },
      {
        name: `the same of plain means: median paired ratio`,
        value: finite(plain.median),
        needed: null,
        holds: null,
      },
      ...rises.map(({ p, rise }) => ({
        name: `p = ${p}: error after ${CUTS} cuts over that before any, median`,
        value: finite(rise),
        needed: null,
        holds: null,
      })),
    ],
  }
}

function phaseTable(measured: readonly Measured[]): StudyTable {
  return {
    title: `Errors of the phases, V²: medians over ${measured[0].rows.length} damaged tasks`,
    columns: [
      'p',
      'cuts so far',
      'right after the cut',
      'at the end of the phase',
      'quartiles',
      '',
      'ratio to p = 1',
      'interval',
      '',
      'sign test p',
    ],
    rows: measured.flatMap(({ p, phases, thrown }) =>
      phases.map((errors, cuts) => {
        const { median: middle, lowerQuartile, upperQuartile } = spreadOf(errors)
        const pair = pairedRatio(errors, measured[0].phases[cuts])
        const ratios = p === 1 ? ['', '', '', ''] : [pair.median, pair.low, pair.high, pair.sign.p]
        const up = cuts === 0 ? '' : median(thrown[cuts - 1])
        return [p, cuts, up, middle, lowerQuartile, upperQuartile, ...ratios]
      }),
    ),
    note: 'Ratios are medians of pairs with their 95 % percentile bootstrap interval (10,000 resamples).',
  }
}

function figures(measured: readonly Measured[]): Findings['figures'] {
  const places = Array.from({ length: PHASES }, (_, phase) =>
    phase === 0 ? 'before' : `cut ${phase}`,
  )
  const times = [...new Set([...looks.flat(), ...after])].sort((a, b) => a - b)
  return [
    {
      kind: 'bands',
      title: 'Error while edges are cut',
      caption: `An edge is cut after every ${BETWEEN} expected updates per edge. Median over tasks and the band between the quartiles.`,
      xLabel: 'expected updates per edge',
      xScale: 'linear',
      yLabel: 'training error (V²)',
      yScale: 'log',
      series: measured.map(({ p, rows }) => {
        const spreads = times.map((at) => spreadOf(rows.map((row) => errorAt(row, at))))
        return {
          name: `p = ${p}`,
          x: times,
          median: spreads.map((s) => s.median),
          lower: spreads.map((s) => s.lowerQuartile),
          upper: spreads.map((s) => s.upperQuartile),
        }
      }),
    },
    {
      kind: 'spread',
      title: 'Error at the end of each phase',
      caption: 'Every damaged task, median and quartiles.',
      xLabel: 'phase',
      yLabel: 'error at its end (V²)',
      yScale: 'log',
      series: measured.map(({ p, phases, rows }) => ({
        name: `p = ${p}`,
        groups: places.map((label, phase) => ({
          label,
          values: phases[phase].map((value, i) => ({ value, run: rows[i].run })),
        })),
      })),
    },
    ...measured
      .filter(({ p }) => p === JUDGED)
      .map(({ p, phases, rows }) =>
        pairsFigure(
          {
            title: `Paired ratio to p = 1, p = ${p}`,
            caption:
              'Every damaged task; the median with its 95 % bootstrap interval, and p of the sign test.',
            xLabel: 'phase',
            yLabel: 'error over that at p = 1',
            bounds: [],
          },
          places.map((label, phase) => ({
            label,
            values: phases[phase],
            references: measured[0].phases[phase],
            runs: rows.map(({ run }) => run),
          })),
        ),
      ),
  ]
}

export const damage: Study<Sizes> = {
  name: 'damage',
  title: 'Damage',
  question:
    'When edges are cut one after the other, does a network recover better with edges that update at random and independently?',
  sizes: { quick: { tasks: 20, sequences: 3 }, full: { tasks: 100, sequences: 8 } },
  make,
}
