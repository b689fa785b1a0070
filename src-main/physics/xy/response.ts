import { cosine, sine } from '../numeric'
import { Draws } from '../random'
import type { Relaxing } from './align'
import { randomise } from './phases'
import { States, type Pulls } from './relaxer'
import type { Spins } from './spins'

/** How spins answer to small pushes, means over examples, starts, outputs and inputs. N spins. */
export interface ResponseMaps {
  /** |ds / db| per spin for a field b on an output, across its phase. */
  nudge: Float64Array<ArrayBuffer>
  /** |ds / da| per spin for an input turned by a, 1/rad. */
  input: Float64Array<ArrayBuffer>
  /** Root of their product: large where a spin is between inputs and outputs. 0 on held spins. */
  both: Float64Array<ArrayBuffer>
}

export interface ResponseOptions {
  /** Random starts per example. */
  starts: number
  /** Examples of the training set, the first so many. */
  examples: number
  /** At most so many inputs are turned and outputs pushed, at equal distances among all. */
  terminals?: number
}

/** Push on both sides, field or angle; small enough to stay linear, large against the tolerance. */
const PUSH = 0.01
const how: Relaxing = { tolerance: 1e-9, sweeps: 5000, omega: 1.7, warm: 10 }

/** Sweeps to such a rest from random phases, and from a push away: about, on small lattices. */
const SWEEPS_TO_REST = 150
const SWEEPS_AFTER_PUSH = 40
/** Of a picture: one more example or start hardly changes it beyond these. */
const MOST_EXAMPLES = 8
const MOST_STARTS = 3
const MOST_TERMINALS = 8

/** As many examples, starts and terminals as a number of products allows; one of each at least. */
export function affordable({ parts, field }: Spins, products: number): Required<ResponseOptions> {
  const { roles, task } = parts
  const sweep = 2 * (field.graph.spins + field.graph.a.length)
  const wanted = Math.max(roles.inputs.length, roles.outputs.length)
  for (const terminals of [MOST_TERMINALS, 4, 2, 1]) {
    const pushes =
      Math.min(terminals, roles.inputs.length) + Math.min(terminals, roles.outputs.length)
    const once = sweep * (SWEEPS_TO_REST + 2 * SWEEPS_AFTER_PUSH * pushes)
    const times = Math.floor(products / once)
    if (times < 1 && terminals > 1) continue
    const examples = Math.max(1, Math.min(MOST_EXAMPLES, task.train.count, times))
    const starts = Math.max(1, Math.min(MOST_STARTS, Math.floor(times / examples)))
    return { examples, starts, terminals: Math.min(terminals, wanted) }
  }
  return { examples: 1, starts: 1, terminals: 1 }
}

/** So many numbers below a count, at equal distances. */
const among = (count: number, most: number): number[] =>
  Array.from({ length: Math.min(count, most) }, (_, i) =>
    Math.floor((i * count) / Math.min(count, most)),
  )

/**
 * Nudge response, input response and their geometric mean at the free equilibria (ours; after the
 * idea of affected and marginal regions). The spins stay as they are.
 */
export function responseMaps(spins: Spins, options: ResponseOptions): ResponseMaps {
  const { task, roles, seed } = spins.parts
  const { field, free } = spins
  const { spins: count } = field.graph
  const nudge = new Float64Array(count)
  const input = new Float64Array(count)
  const examples = Math.min(options.examples, task.train.count)
  const terminals = options.terminals ?? Infinity
  const outputs = among(roles.outputs.length, terminals)
  const inputs = among(roles.inputs.length, terminals)
  // Block 0 is of no evaluation: the same starts every time, so that what changes was learned.
  const draws = new Draws(seed, 'evaluationPhases')
  const alone = new States(count, 1)
  const s = alone.of(0)
  const pushed = new States(count, 2)
  const share = 1 / (examples * options.starts)
  for (let m = 0; m < examples; m++)
    for (let start = 0; start < options.starts; start++) {
      spins.hold(task.train.inputs, m, s)
      randomise(free, draws, s)
      spins.relaxer.relax(field, free, how, alone, 1, null)
      for (const o of outputs)
        addNudged(spins, s, roles.outputs[o], pushed, share / outputs.length, nudge)
      for (const k of inputs) addTurned(spins, s, k, pushed, share / inputs.length, input)
    }
  const held = new Uint8Array(count).fill(1)
  for (const i of free) held[i] = 0
  return {
    nudge,
    input,
    both: nudge.map((n, i) => (held[i] !== 0 ? 0 : Math.sqrt(n * input[i]))),
  }
}

/** Brings both states to rest and adds half their distance over the push, times a weight. */
function addDifference(
  { relaxer, field, free }: Spins,
  pushed: States,
  pulls: Pulls | null,
  weight: number,
  into: Float64Array,
): void {
  relaxer.relax(field, free, { ...how, warm: 0 }, pushed, 2, pulls)
  const [a, b] = [pushed.of(0), pushed.of(1)]
  for (let i = 0; i < into.length; i++) {
    const x = a[2 * i] - b[2 * i]
    const y = a[2 * i + 1] - b[2 * i + 1]
    into[i] += (weight * Math.sqrt(x * x + y * y)) / (2 * PUSH)
  }
}

function addNudged(
  spins: Spins,
  s: Float64Array,
  output: number,
  pushed: States,
  weight: number,
  into: Float64Array,
): void {
  const [x, y] = [s[2 * output], s[2 * output + 1]]
  const vectors = Float64Array.of(-PUSH * y, PUSH * x, PUSH * y, -PUSH * x)
  for (const k of [0, 1]) pushed.of(k).set(s)
  addDifference(spins, pushed, { spins: Int32Array.of(output), vectors }, weight, into)
}

function addTurned(
  spins: Spins,
  s: Float64Array,
  input: number,
  pushed: States,
  weight: number,
  into: Float64Array,
): void {
  const at = 2 * spins.parts.roles.inputs[input]
  for (const [k, angle] of [PUSH, -PUSH].entries()) {
    const copy = pushed.of(k)
    const [c, d] = [cosine(angle), sine(angle)]
    copy.set(s)
    copy[at] = c * s[at] - d * s[at + 1]
    copy[at + 1] = d * s[at] + c * s[at + 1]
  }
  addDifference(spins, pushed, null, weight, into)
}

/** Spins whose value is above a part of the largest: affected; the others are marginal. */
export function affected(both: Float64Array, part: number): Uint8Array {
  const most = both.reduce((a, b) => Math.max(a, b), 0)
  return Uint8Array.from(both, (value) => (value > part * most ? 1 : 0))
}
