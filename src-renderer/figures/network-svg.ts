import type { EdgeState } from './kinds'
import { textOn } from './colour'
import type { NetworkScene, SceneEdge, SceneNode } from './network'
import type { LegendBar } from './networkLegend'
import type { NodeShape } from './roleLook'
import { element, svgDocument, textElement } from './svg'
import type { FigureTheme } from './theme'

/** Corners of the shapes about their node, in radii; a circle has none. */
export const shapeCorners: Record<NodeShape, readonly (readonly [x: number, y: number])[]> = {
  circle: [],
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  triangle: [
    [-1.15, -0.85],
    [1.15, -0.85],
    [0, 1.15],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
}

/** Corners of a shape around its centre, as an SVG path; the window's canvas takes the same. */
export function shapePath(shape: NodeShape, x: number, y: number, radius: number): string {
  const n = (value: number) => String(Math.round(value * 100) / 100)
  if (shape === 'circle')
    return `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(2 * radius)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-2 * radius)} 0z`
  const corners = shapeCorners[shape].map(
    ([dx, dy]) => `${n(x + dx * radius)} ${n(y + dy * radius)}`,
  )
  return `M${corners.join('L')}z`
}

/** From the middle towards the phase, anticlockwise from the right. */
export function needleEnd({ x, y, radius }: SceneNode, phase: number): [x: number, y: number] {
  return [x + 0.82 * radius * Math.cos(phase), y - 0.82 * radius * Math.sin(phase)]
}

function needleMarkup(node: SceneNode, phase: number): string {
  const [x2, y2] = needleEnd(node, phase)
  const stroke = textOn(node.fill)
  return element('line', { x1: node.x, y1: node.y, x2, y2, stroke, 'stroke-width': 2 })
}

function edgeMarkup(edge: SceneEdge, theme: FigureTheme): string {
  const { x1, y1, x2, y2, stroke, width } = edge
  const line = element('line', {
    x1,
    y1,
    x2,
    y2,
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-dasharray': edge.state === 'cut' ? '2 6' : undefined,
  })
  const marked = edge.state === 'frozen' || edge.state === 'stuck'
  return marked ? line + restMark((x1 + x2) / 2, (y1 + y2) / 2, edge.state, theme) : line
}

/** It conducts but no longer learns: a small square on its middle, open if frozen by hand. */
function restMark(x: number, y: number, state: EdgeState, theme: FigureTheme): string {
  return element('rect', {
    x: x - 4,
    y: y - 4,
    width: 8,
    height: 8,
    rx: 2,
    fill: state === 'stuck' ? theme.text : theme.background,
    stroke: theme.text,
    'stroke-width': 1.5,
  })
}

/** The scene as an SVG document. */
export function networkSvg(scene: NetworkScene, theme: FigureTheme): string {
  const small = { 'font-size': theme.fontSize, fill: theme.muted }
  const nodes = scene.nodes.map((node) => {
    const shape = element('path', {
      d: shapePath(node.shape, node.x, node.y, node.radius),
      fill: node.fill,
      stroke: node.stroke,
      'stroke-width': node.radius > 4 ? 1.5 : 0.5,
    })
    const ring = node.ringed
      ? element('circle', {
          cx: node.x,
          cy: node.y,
          r: node.radius + 3.5,
          fill: 'none',
          stroke: theme.reference,
          'stroke-width': 2,
        })
      : ''
    const needle = node.needle === null ? '' : needleMarkup(node, node.needle)
    const name = node.name
      ? textElement(node.name, {
          x: node.x,
          y: node.y + (node.shape === 'triangle' ? 2 : 3.8),
          fill: node.nameColour,
          'font-size': theme.fontSize,
          'font-weight': 600,
          'text-anchor': 'middle',
        })
      : ''
    const voltage = node.voltage
      ? textElement(node.voltage, {
          x: node.voltageX,
          y: node.voltageY,
          fill: theme.text,
          'font-size': theme.fontSize,
          'text-anchor': 'middle',
          // A halo keeps the digits readable where an edge runs behind them.
          stroke: theme.background,
          'stroke-width': 3,
          'paint-order': 'stroke',
        })
      : ''
    return ring + shape + needle + name + voltage
  })
  return svgDocument(
    scene.width,
    scene.height,
    theme.fontFamily,
    scene.title,
    [
      ...scene.edges.map((edge) => edgeMarkup(edge, theme)),
      ...nodes,
      legendMarkup(scene, theme, small),
    ].join(''),
  )
}

type Small = Record<string, string | number>

/** Between the ends where nodes have a scale too, else beside the scale. */
function nameOf(
  { name, nodes, x, y, width, height }: NetworkScene['legend'],
  small: Small,
): string {
  return nodes === null
    ? textElement(name, { ...small, x: x + width + 10, y: y + 7 })
    : textElement(name, {
        ...small,
        x: x + width / 2,
        y: y + height + 13,
        'text-anchor': 'middle',
      })
}

function nodeBar({ x, y, width, height, colours, low, high, name }: LegendBar, small: Small) {
  const part = width / colours.length
  const below = y + height + 13
  return [
    ...colours.map((fill, i) =>
      element('rect', { x: x + i * part, y, width: part + 0.5, height, fill }),
    ),
    textElement(low, { ...small, x, y: below }),
    textElement(name, { ...small, x: x + width / 2, y: below, 'text-anchor': 'middle' }),
    textElement(high, { ...small, x: x + width, y: below, 'text-anchor': 'end' }),
  ]
}

function legendMarkup(
  { legend }: NetworkScene,
  theme: FigureTheme,
  small: Record<string, string | number>,
): string {
  const part = legend.width / legend.colours.length
  const bar = legend.colours.map((fill, i) =>
    element('rect', {
      x: legend.x + i * part,
      y: legend.y,
      // Half a pixel of overlap: no seams between neighbours.
      width: part + 0.5,
      height: legend.height,
      fill,
    }),
  )
  const below = legend.y + legend.height + 13
  const roles = legend.roles.map(
    (r) =>
      element('path', {
        d: shapePath(r.shape, r.x, r.y, 5),
        fill: r.fill,
        stroke: r.fill === theme.background ? theme.text : 'none',
      }) + textElement(r.text, { ...small, x: r.x + 10, y: r.y + 4 }),
  )
  const states = legend.states.map(
    ({ state, x, y }) =>
      (state === 'cut'
        ? element('path', {
            d: `M${x - 4} ${y}h12`,
            stroke: theme.alarm,
            'stroke-width': 1.5,
            'stroke-dasharray': '2 3',
          })
        : restMark(x + 2, y, state, theme)) +
      textElement(theme.words.edgeStates[state], { ...small, x: x + 14, y: y + 4 }),
  )
  return [
    ...(legend.nodes ? nodeBar(legend.nodes, small) : []),
    ...(legend.name ? [nameOf(legend, small)] : []),
    ...bar,
    textElement(legend.low, { ...small, x: legend.x, y: below }),
    textElement(legend.high, {
      ...small,
      x: legend.x + legend.width,
      y: below,
      'text-anchor': 'end',
    }),
    ...roles,
    ...states,
  ].join('')
}
