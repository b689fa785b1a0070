import { sharpen } from './canvas'
import {
  needleEnd,
  shapeCorners,
  textOn,
  type EdgeState,
  type FigureTheme,
  type LegendBar,
  type NetworkScene,
  type NodeShape,
  type SceneEdge,
  type SceneNode,
} from '@figures'

type Context = CanvasRenderingContext2D

function line(context: Context, { x1, y1, x2, y2 }: SceneEdge): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

/** Open if frozen, filled if stuck. */
function restMark(
  context: Context,
  x: number,
  y: number,
  state: EdgeState,
  theme: FigureTheme,
): void {
  context.beginPath()
  context.roundRect(x - 4, y - 4, 8, 8, 2)
  context.fillStyle = state === 'stuck' ? theme.text : theme.background
  context.fill()
  context.strokeStyle = theme.text
  context.lineWidth = 1.5
  context.stroke()
}

/** Edges of one look as one path: a thousand strokes of their own take four times as long. */
function paintEdges(context: Context, edges: readonly SceneEdge[], theme: FigureTheme): void {
  const looks = new Map<string, SceneEdge[]>()
  for (const edge of edges) {
    const look = `${edge.stroke} ${edge.width} ${edge.state === 'cut' ? 'cut' : ''}`
    const alike = looks.get(look)
    if (alike === undefined) looks.set(look, [edge])
    else alike.push(edge)
  }
  for (const alike of looks.values()) {
    const [{ stroke, width, state }] = alike
    context.strokeStyle = stroke
    context.lineWidth = width
    context.setLineDash(state === 'cut' ? [2, 6] : [])
    context.beginPath()
    for (const { x1, y1, x2, y2 } of alike) {
      context.moveTo(x1, y1)
      context.lineTo(x2, y2)
    }
    context.stroke()
  }
  context.setLineDash([])
  for (const { x1, y1, x2, y2, state } of edges)
    if (state === 'frozen' || state === 'stuck')
      restMark(context, (x1 + x2) / 2, (y1 + y2) / 2, state, theme)
}

function trace(context: Context, shape: NodeShape, x: number, y: number, radius: number): void {
  if (shape === 'circle') {
    context.moveTo(x + radius, y)
    context.arc(x, y, radius, 0, 2 * Math.PI)
    return
  }
  shapeCorners[shape].forEach(([dx, dy], corner) => {
    if (corner === 0) context.moveTo(x + dx * radius, y + dy * radius)
    else context.lineTo(x + dx * radius, y + dy * radius)
  })
  context.closePath()
}

/** All shapes of one look as one path: a large network has hundreds of nodes and few looks. */
function paintShapes(context: Context, nodes: readonly SceneNode[]): void {
  const looks = new Map<string, SceneNode[]>()
  for (const node of nodes) {
    const look = `${node.fill} ${node.stroke} ${node.radius}`
    const alike = looks.get(look)
    if (alike === undefined) looks.set(look, [node])
    else alike.push(node)
  }
  for (const alike of looks.values()) {
    const [{ fill, stroke, radius }] = alike
    context.beginPath()
    for (const { shape, x, y } of alike) trace(context, shape, x, y, radius)
    context.fillStyle = fill
    context.fill()
    context.strokeStyle = stroke
    context.lineWidth = radius > 4 ? 1.5 : 0.5
    context.stroke()
  }
}

/** Rings and needles of nodes that are coloured by a value. */
function paintMarks(context: Context, nodes: readonly SceneNode[], theme: FigureTheme): void {
  context.strokeStyle = theme.reference
  context.lineWidth = 2
  context.beginPath()
  for (const { ringed, x, y, radius } of nodes) {
    if (!ringed) continue
    context.moveTo(x + radius + 3.5, y)
    context.arc(x, y, radius + 3.5, 0, 2 * Math.PI)
  }
  context.stroke()
  for (const node of nodes) {
    if (node.needle === null) continue
    context.strokeStyle = textOn(node.fill)
    context.beginPath()
    context.moveTo(node.x, node.y)
    context.lineTo(...needleEnd(node, node.needle))
    context.stroke()
  }
}

function paintTexts(context: Context, node: SceneNode, theme: FigureTheme): void {
  if (node.name) {
    context.font = `600 ${theme.fontSize}px ${theme.fontFamily}`
    context.fillStyle = node.nameColour
    context.fillText(node.name, node.x, node.y + (node.shape === 'triangle' ? 2 : 3.8))
  }
  if (node.voltage) {
    const { voltageX: x, voltageY: y } = node
    context.font = `${theme.fontSize}px ${theme.fontFamily}`
    // A halo keeps the digits readable where an edge runs behind them.
    context.strokeStyle = theme.background
    context.lineWidth = 3
    context.strokeText(node.voltage, x, y)
    context.fillStyle = theme.text
    context.fillText(node.voltage, x, y)
  }
}

/** A scale with its ends below, and its name between them. */
function paintBar(context: Context, bar: LegendBar, theme: FigureTheme): void {
  const part = bar.width / bar.colours.length
  bar.colours.forEach((colour, i) => {
    context.fillStyle = colour
    context.fillRect(bar.x + i * part, bar.y, part + 0.5, bar.height)
  })
  const below = bar.y + bar.height + 13
  context.font = `${theme.fontSize}px ${theme.fontFamily}`
  context.fillStyle = theme.muted
  context.textAlign = 'center'
  if (bar.name) context.fillText(bar.name, bar.x + bar.width / 2, below)
  context.textAlign = 'right'
  context.fillText(bar.high, bar.x + bar.width, below)
  context.textAlign = 'left'
  context.fillText(bar.low, bar.x, below)
}

function paintLegend(
  context: Context,
  { legend, width, height }: NetworkScene,
  theme: FigureTheme,
): void {
  // An enlarged network ends above its legend.
  const top = Math.min(legend.y, ...legend.roles.map(({ y }) => y)) - 10
  context.fillStyle = theme.background
  context.fillRect(0, top, width, height - top)
  const { nodes } = legend
  paintBar(context, nodes === null ? { ...legend, name: '' } : legend, theme)
  if (nodes !== null) paintBar(context, nodes, theme)
  else if (legend.name) context.fillText(legend.name, legend.x + legend.width + 10, legend.y + 7)
  for (const role of legend.roles) {
    context.beginPath()
    trace(context, role.shape, role.x, role.y, 5)
    context.fillStyle = role.fill
    context.fill()
    if (role.fill === theme.background) {
      context.strokeStyle = theme.text
      context.lineWidth = 1
      context.stroke()
    }
    context.fillStyle = theme.muted
    context.fillText(role.text, role.x + 10, role.y + 4)
  }
  for (const { state, x, y } of legend.states) {
    if (state !== 'cut') restMark(context, x + 2, y, state, theme)
    else {
      context.strokeStyle = theme.alarm
      context.lineWidth = 1.5
      context.setLineDash([2, 3])
      line(context, { x1: x - 4, y1: y, x2: x + 8, y2: y } as SceneEdge)
      context.setLineDash([])
    }
    context.fillStyle = theme.muted
    context.fillText(theme.words.edgeStates[state], x + 14, y + 4)
  }
}

export interface Emphasis {
  /** The edge under the pointer or the keyboard's mark; null: none. */
  active: number | null
  /** The edge that is looked at in other figures; null: none. */
  chosen: number | null
  /** 0..1 of each edge: how lately it updated. */
  glow(edge: number): number
}

/** The nodes' shapes, kept as pixels: 500 circles take as long as 1,000 edges, and seldom change. */
class Shapes {
  private readonly pixels = document.createElement('canvas')
  private shown: { nodes: readonly SceneNode[]; size: string } = { nodes: [], size: '' }

  /** Puts them over what is there. */
  put(context: Context, { nodes, width, height }: NetworkScene): void {
    const { a: ratio } = context.getTransform()
    const size = `${width} ${height} ${ratio}`
    if (size !== this.shown.size || !alike(nodes, this.shown.nodes)) {
      this.shown = { nodes, size }
      const fresh = sharpen(this.pixels, width, height, ratio)
      if (fresh !== null) paintShapes(fresh, nodes)
    }
    context.save()
    // Pixel on pixel.
    context.resetTransform()
    context.drawImage(this.pixels, 0, 0)
    context.restore()
  }
}

function alike(now: readonly SceneNode[], before: readonly SceneNode[]): boolean {
  return (
    now.length === before.length &&
    now.every((node, n) => {
      const then = before[n]
      return (
        node.x === then.x &&
        node.y === then.y &&
        node.radius === then.radius &&
        node.shape === then.shape &&
        node.fill === then.fill &&
        node.stroke === then.stroke
      )
    })
  )
}

/** Draws the scene as its SVG form does, with what moves on top of it. */
export class NetworkPainter {
  private readonly shapes = new Shapes()

  paint(
    context: Context,
    scene: NetworkScene,
    theme: FigureTheme,
    { active, chosen, glow }: Emphasis,
  ): void {
    // Nobody sees the round ends of a thousand lines, and they take a third longer.
    context.lineCap = scene.edges.length > 300 ? 'butt' : 'round'
    for (const edge of scene.edges) {
      const marked = edge.index === active || edge.index === chosen
      const strength = marked ? 1 : glow(edge.index)
      if (strength <= 0) continue
      context.globalAlpha = marked ? 0.4 : 0.45 * strength
      context.strokeStyle =
        edge.index === active ? theme.text : marked ? theme.reference : theme.accent
      context.lineWidth = edge.width + 7
      line(context, edge)
      context.globalAlpha = 1
    }
    paintEdges(context, scene.edges, theme)
    this.shapes.put(context, scene)
    context.textAlign = 'center'
    paintMarks(context, scene.nodes, theme)
    for (const node of scene.nodes) paintTexts(context, node, theme)
    paintLegend(context, scene, theme)
  }
}
