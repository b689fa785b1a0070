import {
  describeRaster,
  rasterGeometry,
  stepTitle,
  updatedOn,
  type RasterGeometry,
  type RasterInput,
} from './raster'
import { markWidth, shareOf, timeSpan } from './rasterTime'
import { element, svgDocument, textElement } from './svg'
import type { Range } from './extent'
import type { FigureTheme } from './theme'

/** All updates as one path: neighbouring steps of an edge are one rectangle. */
function updatePath(input: RasterInput, g: RasterGeometry): string {
  const span = timeSpan(input.raster, input.window)
  if (span !== null) return eventPath(input, g, span)
  const { raster, edges, window } = input
  const offset = window - raster.steps
  const n = (value: number) => String(Math.round(value * 100) / 100)
  const air = g.cellHeight > 3 ? 1 : 0
  const parts: string[] = []
  for (let edge = 0; edge < edges; edge++) {
    const y = n(g.top + edge * g.cellHeight)
    const h = n(g.cellHeight - air)
    let start = -1
    for (let s = Math.max(0, -offset); s <= raster.steps; s++) {
      const on = s < raster.steps && updatedOn(raster, s, edge)
      if (on && start < 0) start = s
      if (!on && start >= 0) {
        const w = n((s - start) * g.cellWidth)
        parts.push(`M${n(g.left + (start + offset) * g.cellWidth)} ${y}h${w}v${h}h-${w}z`)
        start = -1
      }
    }
  }
  return parts.join('')
}

/** The same in simulated time: a mark per event. */
function eventPath({ raster, edges, window }: RasterInput, g: RasterGeometry, span: Range): string {
  const n = (value: number) => String(Math.round(value * 100) / 100)
  const height = n(g.cellHeight - (g.cellHeight > 3 ? 1 : 0))
  const parts: string[] = []
  for (let s = Math.max(0, raster.steps - window); s < raster.steps; s++)
    for (let edge = 0; edge < edges; edge++) {
      if (!updatedOn(raster, s, edge)) continue
      const x = g.left + shareOf(raster.timeS?.[s] ?? 0, span) * (g.width - markWidth)
      parts.push(`M${n(x)} ${n(g.top + edge * g.cellHeight)}h${markWidth}v${height}h-${markWidth}z`)
    }
  return parts.join('')
}

/** The raster as an SVG document: steps to the right, edges downwards, a mark per update. */
export function rasterSvg(
  input: RasterInput,
  theme: FigureTheme,
  width: number,
  height: number,
): string {
  const { raster } = input
  const g = rasterGeometry(input, theme, width, height)
  const label = { fill: theme.muted, 'font-size': theme.fontSize }
  const base = g.top + g.height
  const parts = [
    textElement(theme.words.edge, { ...label, x: 4, y: 14 }),
    element('path', { d: updatePath(input, g), fill: theme.accent }),
    ...g.gapColumns.map((column) => {
      const x = g.left + column * g.cellWidth
      return element('path', { d: `M${x} ${g.top}V${base}`, stroke: theme.alarm, fill: 'none' })
    }),
    element('path', {
      d: `M${g.left} ${g.top}V${base}H${g.left + g.width}`,
      fill: 'none',
      stroke: theme.axis,
    }),
    ...g.edgeTicks.map((edge) =>
      textElement(String(edge), {
        ...label,
        x: g.left - 8,
        y: g.top + (edge + 0.5) * g.cellHeight + 4,
        'text-anchor': 'end',
      }),
    ),
    ...g.stepTicks.map(({ text, x }) =>
      textElement(text, {
        ...label,
        x,
        y: base + 15,
        'text-anchor': 'middle',
      }),
    ),
    textElement(stepTitle(raster, theme.words), {
      ...label,
      x: g.left + g.width / 2,
      y: height - 5,
      'text-anchor': 'middle',
    }),
  ]
  return svgDocument(
    width,
    height,
    theme.fontFamily,
    describeRaster(input, theme.words),
    parts.join(''),
  )
}
