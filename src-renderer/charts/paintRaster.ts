import {
  formatCount,
  markWidth,
  rasterGeometry,
  rasterPixels,
  stepTitle,
  type FigureTheme,
  type RasterGeometry,
  type RasterInput,
  type UpdateBar,
} from '@figures'
import type { Surface } from './canvas'

const notable = { learns: 0, rests: 1, starved: 2 }

/**
 * One bar per row of pixels where there are more edges than that: the one that is most out of turn,
 * of those the longest.
 */
function barsInSight(bars: readonly UpdateBar[], g: RasterGeometry, ratio: number): UpdateBar[] {
  const rows = Math.ceil(g.height * ratio)
  if (bars.length <= rows) return [...bars]
  const seen: UpdateBar[] = []
  bars.forEach((bar, edge) => {
    const row = Math.floor((edge * rows) / bars.length)
    const there = seen[row]
    const more = there === undefined ? 1 : notable[bar.kind] - notable[there.kind]
    if (more > 0 || (more === 0 && bar.length > there.length)) seen[row] = bar
  })
  return seen
}

/** Updates of each edge beside its row: hollow where it rests, in the colour of alarm where it starves. */
function paintBars(
  context: CanvasRenderingContext2D,
  all: readonly UpdateBar[],
  g: RasterGeometry,
  theme: FigureTheme,
): void {
  const bars = barsInSight(all, g, context.getTransform().a)
  const colours = { learns: theme.accent, rests: theme.ghost, starved: theme.alarm }
  const stride = g.height / bars.length
  const height = stride - (stride > 3 ? 1 : 0)
  const roomy = g.cellHeight >= theme.fontSize - 2
  context.font = `${theme.fontSize - 1}px ${theme.fontFamily}`
  context.textAlign = 'left'
  bars.forEach(({ length, kind, count }, row) => {
    const y = g.top + row * stride
    const width = Math.max(1, length * g.barWidth)
    context.globalAlpha = kind === 'learns' ? 0.75 : 1
    context.fillStyle = colours[kind]
    context.strokeStyle = colours[kind]
    if (kind === 'rests' && height > 3)
      context.strokeRect(g.barLeft + 0.5, y + 0.5, width, height - 1)
    else context.fillRect(g.barLeft, y, width, height)
    context.globalAlpha = 1
    if (!roomy) return
    context.fillStyle = kind === 'starved' ? theme.alarm : theme.muted
    context.fillText(formatCount(count), g.barLeft + width + 5, y + stride / 2 + 3.5)
  })
  context.font = `${theme.fontSize}px ${theme.fontFamily}`
  context.fillStyle = theme.muted
  context.fillText(theme.words.updates, g.barLeft, 14)
}

function mark(
  context: CanvasRenderingContext2D,
  edge: number,
  g: RasterGeometry,
  theme: FigureTheme,
): void {
  context.strokeStyle = theme.reference
  context.lineWidth = 1.5
  const y = g.top + edge * g.cellHeight
  context.strokeRect(g.left - 1, y - 0.5, g.width + 2, Math.max(3, g.cellHeight))
}

/** The raster's pixels on a canvas of their own: one per step and edge, scaled without smoothing. */
export class RasterPainter {
  private readonly cells = document.createElement('canvas')
  private image: ImageData | null = null

  /** @param chosen edge whose row is marked; null: none */
  paint(
    { context, width, height }: Surface,
    input: RasterInput,
    theme: FigureTheme,
    chosen: number | null,
  ): void {
    const g = rasterGeometry(input, theme, width, height)
    const { a: ratio } = context.getTransform()
    // More rows than pixels nobody sees, and 1,000 edges would take 2 ms.
    const rows = Math.min(input.edges, Math.ceil(g.height * ratio))
    // Events in time are marks of a pixel and a half; steps are as wide as there is room.
    const timed = input.raster.timeS !== undefined
    this.drawCells(input, theme, rows, timed ? Math.ceil(g.width / markWidth) : input.window)
    context.imageSmoothingEnabled = false
    context.drawImage(this.cells, g.left, g.top, g.width, g.height)
    context.strokeStyle = theme.background
    context.lineWidth = 1
    // A hairline between edges where there is room: each keeps its own row.
    if (g.cellHeight >= 4) {
      context.beginPath()
      for (let edge = 1; edge < input.edges; edge++) {
        const y = Math.round(g.top + edge * g.cellHeight) - 0.5
        context.moveTo(g.left, y)
        context.lineTo(g.left + g.width, y)
      }
      context.stroke()
    }
    const base = g.top + g.height
    context.strokeStyle = theme.alarm
    context.beginPath()
    for (const column of g.gapColumns) {
      const x = Math.round(g.left + column * g.cellWidth) + 0.5
      context.moveTo(x, g.top - 4)
      context.lineTo(x, base)
    }
    context.stroke()
    context.strokeStyle = theme.axis
    context.beginPath()
    context.moveTo(g.left - 0.5, g.top)
    context.lineTo(g.left - 0.5, base + 0.5)
    context.lineTo(g.left + g.width, base + 0.5)
    context.stroke()
    this.label(context, input, theme, width, height)
    if (input.bars !== undefined) paintBars(context, input.bars, g, theme)
    if (chosen !== null) mark(context, chosen, g, theme)
  }

  private drawCells(input: RasterInput, theme: FigureTheme, rows: number, columns: number): void {
    if (this.image?.width !== columns || this.image.height !== rows) {
      this.image = new ImageData(columns, rows)
      this.cells.width = columns
      this.cells.height = rows
    }
    rasterPixels(input, theme, this.image.data, rows, columns)
    this.cells.getContext('2d')?.putImageData(this.image, 0, 0)
  }

  private label(
    context: CanvasRenderingContext2D,
    input: RasterInput,
    theme: FigureTheme,
    width: number,
    height: number,
  ): void {
    const g = rasterGeometry(input, theme, width, height)
    context.font = `${theme.fontSize}px ${theme.fontFamily}`
    context.fillStyle = theme.muted
    context.textAlign = 'left'
    context.fillText(theme.words.edge, 4, 14)
    context.textAlign = 'right'
    for (const edge of g.edgeTicks)
      context.fillText(String(edge), g.left - 8, g.top + (edge + 0.5) * g.cellHeight + 4)
    context.textAlign = 'center'
    for (const { text, x } of g.stepTicks) context.fillText(text, x, g.top + g.height + 15)
    context.fillText(stepTitle(input.raster, theme.words), g.left + g.width / 2, height - 5)
  }
}
