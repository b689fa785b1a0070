import type { LineSeriesOption } from 'echarts'
import type { PlotScales } from './scales'

/** Places of a line: [x, y, x, y, ...] of values; a y that is no number breaks it. */
function flat(data: unknown): Float64Array {
  if (data instanceof Float64Array) return data
  return Float64Array.from(Array.isArray(data) ? data.flat() : [])
}

const colourOf = (colour: unknown): string => (typeof colour === 'string' ? colour : '')

/** Paints the line of a line series of `@figures`. */
export function paintLine(
  context: CanvasRenderingContext2D,
  { data, lineStyle }: LineSeriesOption,
  { x, y }: PlotScales,
): void {
  const { width = 2, color, type } = lineStyle ?? {}
  if (width === 0) return
  const places = flat(data)
  context.beginPath()
  let drawing = false
  for (let i = 0; i < places.length; i += 2) {
    if (Number.isNaN(places[i + 1])) drawing = false
    else if (drawing) context.lineTo(x(places[i]), y(places[i + 1]))
    else {
      context.moveTo(x(places[i]), y(places[i + 1]))
      drawing = true
    }
  }
  context.strokeStyle = colourOf(color)
  context.lineWidth = width
  context.lineJoin = 'bevel'
  context.setLineDash(Array.isArray(type) ? type.map(Number) : [])
  context.stroke()
  context.setLineDash([])
}
