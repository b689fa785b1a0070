import type { Frame, MachineDescription, NodeRole } from '@contract'
import { scaleColour, scaleWidth, type EdgeScale } from './edgeScale'
import { nodeColour, type NodePaint } from './nodePaint'
import { edgeStates, type EdgeState } from './kinds'
import { extentOf, niceAbove, type Range } from './extent'
import { formatVoltage } from './format'
import type { Place } from './layout'
import { legendHeightOf, legendOf, type NetworkLegend } from './networkLegend'
import { textPlaces } from './places'
import { roleFill, roleShape, type NodeShape } from './roleLook'
import type { FigureTheme } from './theme'
import { english, wordsOf, type FigureWords } from './words'

export interface NetworkInput {
  description: MachineDescription
  state: Pick<Frame['state'], 'conductance' | 'edgeState' | 'freeV'>
  /** Colour and width by something else than the conductance. */
  scale?: EdgeScale | undefined
  /** Places of the nodes other than the description's. */
  places?: readonly Place[]
  /** Enlarged so many times about the middle, and moved, px. */
  view?: NetworkView
  /** N voltages shown at the nodes; null: none. Left out: those of the free state. */
  voltages?: Float64Array | null
  /** Nodes coloured by a value; then neither names nor voltages stand at them. */
  paint?: NodePaint
  /** What the colour scale spans; by default the level grid, or 0 to all values now and at step 0. */
  range?: Range
}

export interface NetworkView {
  zoom: number
  x: number
  y: number
}

export interface SceneNode {
  index: number
  x: number
  y: number
  /** Half the size of the shape, px. */
  radius: number
  shape: NodeShape
  fill: string
  stroke: string
  /** Direction of a needle from the middle, rad, anticlockwise; null: none. */
  needle: number | null
  /** A ring around it. */
  ringed: boolean
  /** Empty where there is no room. */
  name: string
  voltage: string
  nameColour: string
  /** Middle and baseline of the voltage, px. */
  voltageX: number
  voltageY: number
}

export interface SceneEdge {
  index: number
  x1: number
  y1: number
  x2: number
  y2: number
  stroke: string
  width: number
  state: EdgeState
}

/** Everything to draw, in px; edges below nodes. */
export interface NetworkScene {
  width: number
  height: number
  /** The unit square of the places, px, at zoom 1. */
  room: { width: number; height: number }
  nodes: SceneNode[]
  edges: SceneEdge[]
  legend: NetworkLegend
  title: string
}

/** Colours and widths between the ends of the scale: as many as the eye tells apart. */
const looks = 64
/** Of more couplings than this, packed closely, none is drawn: they would cost 50 ms and say nothing. */
const mostBonds = 3000

/** The span of the colour scale, on which a run keeps its colours. */
export function conductanceRange(input: NetworkInput): Range {
  if (input.range) return input.range
  const { levelConductance, initialConductance } = input.description
  if (levelConductance) return extentOf([levelConductance]) ?? [0, 1]
  // From 0: one edge that falls to 10⁻⁶ would make all others look alike.
  const extent = extentOf([input.state.conductance, initialConductance]) ?? [0, 1]
  if (input.description.model === 'xy') {
    const most = niceAbove(Math.max(1e-30, -extent[0], extent[1]))
    return [-most, most]
  }
  const [, high] = extent
  return [0, high > 0 ? niceAbove(high) : 1]
}

/** Place of a conductance on the colour scale, 0..1; logarithmic over more than a decade. */
export function conductancePlace(value: number, [low, high]: Range): number {
  const t =
    low > 0 && high / low > 10
      ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
      : (value - low) / (high - low)
  return Math.min(1, Math.max(0, t))
}

/** Above painted nodes stands the row that chooses what they show, px. */
const choiceHeight = 22

/** Width of a voltage such as `−1.25 V` for a font size of 1. */
const voltageEms = 3.7

/**
 * From a lattice's first node to the next of its row and of its column, as parts of the unit square;
 * null: it has none as near as nodes of a lattice are.
 */
function pitchOf(places: readonly Place[]): Place | null {
  const [first] = places
  const beside = places.find(({ x, y }) => y === first.y && x > first.x)
  const under = places.find(({ x, y }) => x === first.x && y > first.y)
  if (beside === undefined || under === undefined) return null
  const pitch = { x: beside.x - first.x, y: under.y - first.y }
  return Math.max(pitch.x, pitch.y) < 2 / Math.sqrt(places.length) ? pitch : null
}

/** The largest part of a room in which a row's distances are as long as a column's: a picture is not stretched. */
function unstretched(room: NetworkScene['room'], pitch: Place): NetworkScene['room'] {
  const length = Math.min(room.width * pitch.x, room.height * pitch.y)
  return { width: length / pitch.x, height: length / pitch.y }
}

/** Lays the network out in width x height px. Cost: nodes + edges, or nodes x edges with names. */
export function networkScene(
  input: NetworkInput,
  theme: FigureTheme,
  width: number,
  height: number,
): NetworkScene {
  const { description, state } = input
  const count = description.nodes.length
  const { zoom, x: right, y: down } = input.view ?? { zoom: 1, x: 0, y: 0 }
  const { paint } = input
  const below = legendHeightOf(width)
  const above = paint ? choiceHeight : 0
  const area = paint ? width * Math.max(1, height - below - above) : width * height
  const space = zoom * Math.sqrt(area / count)
  // In a flat figure the rows of a lattice stand closer than its columns.
  const row = zoom * (Math.min(width, height - below - above) / Math.sqrt(count))
  const radius = paint
    ? Math.max(1, Math.min(17, 0.24 * space, 0.3 * row))
    : Math.max(1.5, Math.min(11, 0.28 * space * 0.35))
  const named = radius >= 7 && paint === undefined
  const margin = named ? 30 : paint ? radius + 7 : 12
  const dense = paint !== undefined && description.edges.length > mostBonds && radius < 4
  const full = { width: width - 2 * margin, height: height - 2 * margin - below - above }
  const pitch = dense ? pitchOf(description.nodes) : null
  const room = pitch === null ? full : unstretched(full, pitch)
  const left = (width - room.width) / 2
  const top = above + margin + (full.height - room.height) / 2
  const places = input.places ?? description.nodes
  const at = (node: number) => ({
    x: left + (0.5 + zoom * (places[node].x - 0.5)) * room.width + right,
    y: top + (0.5 + zoom * (places[node].y - 0.5)) * room.height + down,
  })
  const range = input.scale?.range ?? conductanceRange(input)
  const quantity = input.scale?.quantity ?? 'conductance'
  const values = input.scale?.values ?? state.conductance
  const widest = named ? 7 : Math.max(1, Math.min(7, radius))
  // Squares side by side, with a hair over so that nothing shines through.
  const half = 0.52 * (pitch === null ? space : zoom * pitch.x * room.width)
  const drawn = dense ? [] : description.edges
  const edges = drawn.map(([from, to], index): SceneEdge => {
    const [a, b] = [at(from), at(to)]
    const t = Math.round(looks * conductancePlace(values[index], range)) / looks
    const edgeState = edgeStates[state.edgeState[index]] ?? 'learns'
    return {
      index,
      x1: a.x,
      y1: a.y,
      x2: b.x,
      y2: b.y,
      stroke:
        edgeState === 'cut'
          ? theme.alarm
          : // Beside the colours of responses those of couplings would only confuse.
            paint?.kind === 'response'
            ? theme.axis
            : scaleColour(quantity, t, theme.dark, description.model),
      width:
        edgeState === 'cut'
          ? 1.25
          : widest * (0.22 + 0.78 * scaleWidth(quantity, t, description.model)),
      state: edgeState,
    }
  })
  const points = description.nodes.map((_, node) => at(node))
  const text = { width: voltageEms * theme.fontSize, height: theme.fontSize + 2 }
  const figure = { width, height: height - below }
  const volts = input.voltages === undefined ? state.freeV : input.voltages
  const texts = named && volts ? textPlaces(points, edges, radius, text, figure) : points
  const nodes = description.nodes.map(({ name, role }, index): SceneNode => {
    const hidden = role === 'hidden'
    const look = { fill: roleFill(role, theme), stroke: hidden ? theme.text : theme.background }
    return {
      index,
      ...points[index],
      radius: dense ? half : radius,
      shape: dense ? 'square' : roleShape[role],
      ...(paint ? { fill: nodeColour(paint, index), stroke: theme.text } : look),
      ...(dense && paint ? { stroke: nodeColour(paint, index) } : {}),
      needle: paint?.kind === 'phase' && radius >= 7 ? paint.values[index] : null,
      ringed: paint?.marked?.[index] === 1 && !dense,
      name: named && name.length <= 3 ? name : '',
      voltage: named && volts ? formatVoltage(volts[index]) : '',
      nameColour: hidden ? theme.text : theme.background,
      // The baseline of digits lies a third of their size below their middle.
      voltageX: texts[index].x,
      voltageY: texts[index].y + theme.fontSize / 3,
    }
  })
  return {
    width,
    height,
    room,
    nodes,
    edges,
    legend: legendOf(input, range, theme, width, height),
    title: describeNetwork(input, theme.words),
  }
}

/** The figure in a sentence. */
export function describeNetwork(
  { description, state }: NetworkInput,
  plain: FigureWords = english,
): string {
  const words = wordsOf(plain, description.model)
  const named = (role: NodeRole) =>
    description.nodes
      .filter((n) => n.role === role)
      .map((n) => n.name)
      .join(', ') || words.none
  const damaged = (['cut', 'frozen', 'stuck'] as const).flatMap((name) => {
    const count = state.edgeState.filter((s) => edgeStates[s] === name).length
    return count > 0 ? [words.damaged(count, words.edgeStates[name])] : []
  })
  return words.network({
    nodes: description.nodes.length,
    edges: description.edges.length,
    sources: named('source'),
    grounds: named('ground'),
    targets: named('target'),
    damaged: damaged.join(''),
  })
}
