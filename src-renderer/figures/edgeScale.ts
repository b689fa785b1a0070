import type { Frame, MachineDescription } from '@contract'
import { divergingColour, lineColour } from './colour'
import { extentOf, niceAbove, type Range } from './extent'
import { formatConductance, formatScientific, formatSi } from './format'
import type { EdgeQuantity } from './kinds'
import { english, type FigureWords } from './words'

/** Values of the edges and how they are drawn: a sequential map, or a diverging one for contrasts. */
export interface EdgeScale {
  quantity: EdgeQuantity
  values: Float64Array
  range: Range
}

type State = Pick<Frame['state'], 'conductance' | 'edgeState' | 'freeV' | 'clampedV'>

/**
 * E values of a quantity in the state of a frame: current k |dV_F|, power k dV_F^2, contrast
 * dV_F^2 - dV_C^2 (what the rules compare), updates per step since step 0. A cut edge carries none.
 */
export function edgeValues(
  quantity: EdgeQuantity,
  { edges, model }: Pick<MachineDescription, 'edges' | 'model'>,
  { conductance, edgeState, freeV, clampedV }: State,
  updates: { counts: Float64Array; steps: number } | null,
): Float64Array {
  if (quantity === 'conductance') return conductance
  return Float64Array.from(edges, ([a, b], e) => {
    if (quantity === 'rate') return updates === null ? 0 : updates.counts[e] / updates.steps
    const free = freeV[a] - freeV[b]
    const clamped = clampedV[a] - clampedV[b]
    // Of spins: how much better the nudge aligns the two, by which the coupling grows.
    if (model === 'xy') return quantity === 'contrast' ? Math.cos(clamped) - Math.cos(free) : 0
    if (quantity === 'contrast') return free * free - clamped * clamped
    const k = edgeState[e] === 1 ? 0 : conductance[e]
    return quantity === 'current' ? k * Math.abs(free) : k * free * free
  })
}

/** A round range around values, from 0 or with 0 in its middle; a former one rests while it fits. */
export function edgeRange(
  quantity: EdgeQuantity,
  values: Float64Array,
  former: Range | null,
  model?: MachineDescription['model'],
): Range {
  const [low, high] = extentOf([values]) ?? [0, 0]
  const most = Math.max(Math.abs(low), Math.abs(high))
  const held = former?.[1] ?? 0
  // An eighth of the scale is hardly told apart from 0.
  const end = most > held || most < held / 8 ? niceAbove(Math.max(most, 1e-30)) : held
  const top = most === 0 ? held || 1 : end
  return signed(quantity, model) ? [-top, top] : [0, top]
}

/** Whether values lie on both sides of 0: contrasts, and the couplings of spins. */
const signed = (quantity: EdgeQuantity, model: MachineDescription['model']): boolean =>
  quantity === 'contrast' || (model === 'xy' && quantity === 'conductance')

/** Colour of a place 0..1 on the scale. */
export function scaleColour(
  quantity: EdgeQuantity,
  place: number,
  dark: boolean,
  model?: MachineDescription['model'],
): string {
  return signed(quantity, model) ? divergingColour(2 * place - 1, dark) : lineColour(place, dark)
}

/** Width of an edge from its place, 0..1: signed values are wide at both ends. */
export const scaleWidth = (
  quantity: EdgeQuantity,
  place: number,
  model?: MachineDescription['model'],
): number => (signed(quantity, model) ? Math.abs(2 * place - 1) : place)

/** A value of the quantity with its unit. */
export function formatQuantity(
  quantity: EdgeQuantity,
  value: number,
  unit: MachineDescription['conductanceUnit'],
  words: FigureWords = english,
): string {
  const scientific = (name: string) => `${formatScientific(value)}\u202f${name}`
  switch (quantity) {
    case 'conductance':
      return formatConductance(value, unit)
    case 'current':
      return unit === 'S' ? formatSi(value, 'A') : scientific('a.u. V')
    case 'power':
      return unit === 'S' ? formatSi(value, 'W') : scientific('a.u. V²')
    case 'rate':
      return scientific(words.perStep)
    case 'contrast':
      return words.errorUnit === '' ? formatScientific(value) : scientific('V²')
  }
}
