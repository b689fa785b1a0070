import {
  rasterGeometry,
  rasterPixels,
  stepTitle,
  type FigureTheme,
  type RasterInput,
} from '@figures'
import type { Surface } from './canvas'

/** The raster's pixels on a canvas of their own: one per step and edge, scaled without smoothing. */
export class RasterPainter {
  private readonly cells = document.createElement('canvas')
  private image: ImageData | null = null

  paint({ context, width, height }: Surface, input: RasterInput, theme: FigureTheme): void {
    const g = rasterGeometry(input, theme, width, height)
    this.drawCells(input, theme)
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
  }

  private drawCells(input: RasterInput, theme: FigureTheme): void {
    const { window, edges } = input
    if (this.image?.width !== window || this.image.height !== edges) {
      this.image = new ImageData(window, edges)
      this.cells.width = window
      this.cells.height = edges
    }
    rasterPixels(input, theme, this.image.data)
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
    context.fillText('edge', 4, 14)
    context.textAlign = 'right'
    for (const edge of g.edgeTicks)
      context.fillText(String(edge), g.left - 8, g.top + (edge + 0.5) * g.cellHeight + 4)
    context.textAlign = 'center'
    for (const { text, x } of g.stepTicks) context.fillText(text, x, g.top + g.height + 15)
    context.fillText(stepTitle(input.raster), g.left + g.width / 2, height - 5)
  }
}
