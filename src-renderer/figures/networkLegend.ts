import type { Frame, MachineDescription, NodeRole } from '@contract'
import { plainLabel } from './axes'
import { formatQuantity, scaleColour, type EdgeScale } from './edgeScale'
import type { Range } from './extent'
import { formatConductance, formatScientific } from './format'
import { edgeStates, type EdgeState } from './kinds'
import { nodeLegend, type NodePaint } from './nodePaint'
import { roleFill, roleShape, type NodeShape } from './roleLook'
import type { FigureTheme } from './theme'
import { wordsOf } from './words'

/** What the legend of a network tells of. */
export interface LegendInput {
  description: MachineDescription
  state: Pick<Frame['state'], 'edgeState'>
  scale?: EdgeScale | undefined
  paint?: NodePaint
}

export interface LegendBar {
  x: number
  y: number
  width: number
  height: number
  colours: string[]
  low: string
  high: string
  name: string
}

/** Below the network: the scale of its colours, and what its shapes and lines mean. */
export interface NetworkLegend {
  x: number
  y: number
  width: number
  height: number
  /** Colours from left to right. */
  colours: string[]
  low: string
  high: string
  /** What the colours say; empty for the conductance. */
  name: string
  /** The same for the nodes; its name stands between the ends. null: nodes have no colours. */
  nodes: LegendBar | null
  /** Roles and edge states that occur. */
  roles: { shape: NodeShape; label: NodeRole; text: string; x: number; y: number; fill: string }[]
  states: { state: Exclude<EdgeState, 'learns'>; x: number; y: number }[]
}

const roles: NodeRole[] = ['source', 'ground', 'target', 'hidden']
/** Narrower than this, px, the roles stand above the colour scale and not beside it. */
const narrow = 400
const legendHeight = { wide: 44, narrow: 58 }
/** Room for one role in the legend, px. */
const keyWidth = 62

/** Of the legend's rows, for a figure of this width, px. */
export const legendHeightOf = (width: number): number =>
  width < narrow ? legendHeight.narrow : legendHeight.wide

/** Lays it out along the foot of a figure of width x height px. @param range of the edges' colours */
export function legendOf(
  input: LegendInput,
  range: Range,
  theme: FigureTheme,
  width: number,
  height: number,
): NetworkLegend {
  const words = wordsOf(theme.words, input.description.model)
  const present = roles.filter((role) => input.description.nodes.some((n) => n.role === role))
  const states = (['cut', 'frozen', 'stuck'] as const).filter((state) =>
    input.state.edgeState.includes(edgeStates.indexOf(state)),
  )
  const unit = input.description.conductanceUnit
  const quantity = input.scale?.quantity ?? 'conductance'
  const row = height - 10
  const isNarrow = width < narrow
  const alone = isNarrow
    ? Math.min(140, width * 0.45)
    : Math.min(140, Math.max(64, width - keyWidth * roles.length - 40))
  const { paint } = input
  // Side by side on a narrow figure, and left of the roles on a wide one.
  const beside = isNarrow ? (width - 44) / 2 : (width - keyWidth * present.length - 60) / 2
  const bar = paint ? Math.min(150, beside) : alone
  const y = height - (isNarrow ? 30 : 36)
  const stride = isNarrow ? Math.min(keyWidth, (width - 16) / present.length) : keyWidth
  const first = isNarrow ? 17 : width - keyWidth * present.length
  const ends = words.errorUnit === '' ? plainLabel : formatScientific
  const place = { x: 12, y, width: bar, height: 7 }
  return {
    ...place,
    colours: Array.from({ length: 24 }, (_, i) =>
      scaleColour(quantity, i / 23, theme.dark, input.description.model),
    ),
    low:
      unit === 'S' && quantity === 'conductance'
        ? formatConductance(range[0], unit)
        : ends(range[0]),
    high: words.errorUnit === '' ? ends(range[1]) : formatQuantity(quantity, range[1], unit, words),
    name: quantity === 'conductance' && !paint ? '' : words.quantities[quantity],
    nodes: paint?.kind === 'phase' ? nodeLegend(paint, { ...place, x: bar + 32 }, words) : null,
    ...(paint?.kind === 'response' ? nodeLegend(paint, place, words) : {}),
    roles: present.map((role, i) => ({
      shape: roleShape[role],
      label: role,
      text: words.roles[role],
      x: first + stride * i,
      y: isNarrow ? height - 44 : row - 22,
      fill: paint ? theme.background : roleFill(role, theme),
    })),
    states: states.map((state, i) => ({
      state,
      x: width - keyWidth * (states.length - i) - 2,
      y: row,
    })),
  }
}
