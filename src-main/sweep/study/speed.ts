import { runConfigSchema, type RunConfigInput } from '@contract'
import { SimulatedMachine } from '../../machine/simulated'
import type { Sink } from '../../machine/machine'
import { median } from '../statistics'
import type { Findings, Study } from './study'
import { finite, say } from './words'

interface Sizes {
  /** Each network is timed so often, ms each. */
  repeats: number
  ms: number
  /** Rows of square lattices. */
  rows: number[]
  /** Of the laboratory, s: what the computer is held against; set by the user. */
  laboratoryStepS: number
}

/**
 * A whole step of the transistor network takes 123 to 512 us on its microcontroller (the lab's
 * published control code); half a millisecond is the default, ours, and does not depend on size.
 */
export const LABORATORY_STEP_S = 500e-6
/** The size of the claim of 2021: a network of 500 edges in the lab outpaces its simulation. */
const CLAIMED_EDGES = 500

const silent: Sink = {
  steps: () => undefined,
  evaluated: () => undefined,
  adjusted: () => undefined,
  problem: () => undefined,
}

/** Two targets under the ideal rule, half of the edges per step. */
const config = (rows: number): RunConfigInput => ({
  network: { kind: 'square', rows, columns: rows, roles: { kind: 'spread' } },
  task: { kind: 'allostery', targets: { kind: 'given', voltagesV: [2, 3] } },
  rule: { kind: 'ideal', alpha: 1e-4 },
  schedule: { kind: 'bernoulli', probability: 0.5 },
  evaluate: { every: 1_000_000_000 },
})

async function timed(rows: number, { repeats, ms }: Sizes) {
  const machine = new SimulatedMachine()
  const description = await machine.configure('speed', runConfigSchema.parse(config(rows)))
  const stepS: number[] = []
  let done = 0
  // The first go compiles and is not counted.
  for (let go = 0; go <= repeats; go++) {
    const startMs = performance.now()
    const { step } = await machine.advance(
      { steps: Infinity, expired: () => performance.now() - startMs >= ms },
      silent,
    )
    if (go > 0) stepS.push((performance.now() - startMs) / 1000 / (step - done))
    done = step
  }
  await machine.close()
  return { edges: description.edges.length, stepS, median: median(stepS) }
}
type Timed = Awaited<ReturnType<typeof timed>>

/** Where the line between two neighbours (both logarithmic) meets a value; null: nowhere. */
export function crossing(
  points: readonly { x: number; y: number }[],
  value: number,
): number | null {
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]]
    if (a.y > value || b.y <= value) continue
    const at = Math.log(value / a.y) / Math.log(b.y / a.y)
    return a.x * Math.exp(at * Math.log(b.x / a.x))
  }
  return null
}

/** The value at a place, on the same lines; null: outside. */
export function between(points: readonly { x: number; y: number }[], x: number): number | null {
  const swapped = points.map((point) => ({ x: point.y, y: point.x }))
  return crossing(swapped, x)
}

async function make(sizes: Sizes): Promise<Findings> {
  const measured: Timed[] = []
  for (const rows of sizes.rows) measured.push(await timed(rows, sizes))
  const points = measured.map(({ edges, median: y }) => ({ x: edges, y }))
  const laboratory = sizes.laboratoryStepS
  const cross = crossing(points, laboratory)
  const claimed = between(points, CLAIMED_EDGES)
  const [smallest, largest] = [measured[0], measured[measured.length - 1]]
  const where =
    cross !== null
      ? `A laboratory step of ${say(1e6 * laboratory)} µs is met at about ${say(Math.round(cross))} edges: below, this computer is faster than the laboratory.`
      : smallest.median > laboratory
        ? `At every size measured (${smallest.edges} to ${largest.edges} edges) a laboratory step of ${say(1e6 * laboratory)} µs is faster than this computer.`
        : `Up to ${largest.edges} edges this computer is faster than a laboratory step of ${say(1e6 * laboratory)} µs.`
  const at500 =
    claimed === null
      ? ''
      : `At ${CLAIMED_EDGES} edges a simulated step takes ${say(1e6 * claimed)} µs, ${say(laboratory / claimed)} times as fast as that laboratory step.`
  return {
    verdict: { holds: null, sentence: [where, at500].filter(Boolean).join(' ') },
    criteria: [
      {
        name: `edges at which a simulated step takes ${say(1e6 * laboratory)} µs`,
        value: cross === null ? null : finite(cross),
        needed: null,
        holds: null,
      },
      {
        name: `time of a simulated step at ${CLAIMED_EDGES} edges, µs`,
        value: claimed === null ? null : finite(1e6 * claimed),
        needed: null,
        holds: null,
      },
    ],
    tables: [
      {
        title: 'Time of one simulated step',
        columns: ['edges', 'median, µs', 'least', 'most', 'steps per second'],
        rows: measured.map(({ edges, stepS, median: middle }) => [
          edges,
          1e6 * middle,
          1e6 * Math.min(...stepS),
          1e6 * Math.max(...stepS),
          1 / middle,
        ]),
        note: `${sizes.repeats} times ${sizes.ms} ms on one core; other programs on this computer slow it down.`,
      },
    ],
    figures: [
      {
        kind: 'plain',
        title: 'Computer against hardware',
        caption: `Time of one simulated step on one core of this computer, beside a laboratory step of ${say(1e6 * laboratory)} µs that does not depend on the size.`,
        xLabel: 'edges',
        xScale: 'log',
        yLabel: 'time of a step (µs)',
        yScale: 'log',
        series: [
          {
            name: 'this computer',
            drawn: 'both',
            points: points.map(({ x, y }) => ({ x, y: 1e6 * y, run: '' })),
          },
          {
            name: 'laboratory',
            drawn: 'line',
            points: [smallest, largest].map(({ edges }) => ({
              x: edges,
              y: 1e6 * laboratory,
              run: '',
            })),
          },
        ],
      },
    ],
    method: [
      'Square lattices with sources and targets on both sides, one example, the ideal rule, half of the edges per step: free state, clamped state and update of every step are computed, nothing is recorded or drawn.',
      'The laboratory step is yours to set (--lab-step). The default of 500 µs is the upper end of what the published control code of the transistor network (32 edges) takes on its microcontroller, 123 to 512 µs; that it is the same for more edges is an assumption, as edges relax side by side.',
      `In 2021 the authors claimed that a network of ${CLAIMED_EDGES} edges in the lab outpaces its simulation; their simulation is not this one.`,
    ],
    gaps: [],
  }
}

export const speed: Study<Sizes> = {
  name: 'speed',
  title: 'How fast is the computer against the hardware?',
  question:
    'From how many edges on does one step of a network in the laboratory take less time than its simulation on this computer?',
  sizes: {
    quick: {
      repeats: 5,
      ms: 200,
      rows: [3, 4, 6, 8, 12, 16, 24, 32, 48],
      laboratoryStepS: LABORATORY_STEP_S,
    },
    full: {
      repeats: 15,
      ms: 1000,
      rows: [3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96],
      laboratoryStepS: LABORATORY_STEP_S,
    },
  },
  make,
}
