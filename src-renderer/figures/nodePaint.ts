import type { Range } from './extent'
import { plainLabel } from './axes'
import { sequentialColour } from './colour'
import type { NodeQuantity } from './kinds'
import { twilight } from './twilight'
import type { FigureWords } from './words'

/** What colours the nodes: a phase in rad, on a cycle; or a response from 0 up. N nodes. */
export interface NodePaint {
  kind: NodeQuantity
  values: Float64Array
  /** Of a response; a phase goes around. */
  range: Range
  /** N flags: the node has a ring; left out: none has. */
  marked?: Uint8Array
}

const turn = 2 * Math.PI

/** Of a phase: +-pi nearly white, -pi/2 blue, 0 nearly black, pi/2 red. One that is not known counts as 0. */
export function phaseColour(phase: number): string {
  const share = (Number.isFinite(phase) ? phase : 0) / turn + 0.5
  const around = share - Math.floor(share)
  return twilight[Math.floor(around * twilight.length) % twilight.length]
}

export function nodeColour({ kind, values, range: [low, high] }: NodePaint, node: number): string {
  if (kind === 'phase') return phaseColour(values[node])
  return sequentialColour(high > low ? (values[node] - low) / (high - low) : 0)
}

/** Number of colours of a scale. */
const parts = 36

/** The scale of the nodes, with its ends and its name. */
export function nodeLegend(
  { kind, range }: NodePaint,
  place: { x: number; y: number; width: number; height: number },
  words: FigureWords,
) {
  const share = Array.from({ length: parts }, (_, i) => i / (parts - 1))
  const phase = kind === 'phase'
  return {
    ...place,
    colours: share.map((t) =>
      phase ? phaseColour((t - 0.5) * 0.9999 * turn) : sequentialColour(t),
    ),
    low: phase ? '−π' : plainLabel(range[0]),
    high: phase ? 'π' : plainLabel(range[1]),
    name: words.quantities[kind],
  }
}
