import type { LineSeriesOption, ScatterSeriesOption } from 'echarts'
import type { PlotScales } from './scales'

type Context = CanvasRenderingContext2D

/** Outlines of the symbols about (x, y), as wide and high as ECharts draws them. */
const symbols: Record<string, (c: Context, x: number, y: number, w: number, h: number) => void> = {
  circle(context, x, y, w) {
    context.moveTo(x + w / 2, y)
    context.arc(x, y, w / 2, 0, 2 * Math.PI)
  },
  rect: (context, x, y, w, h) => context.rect(x - w / 2, y - h / 2, w, h),
  triangle(context, x, y, w, h) {
    context.moveTo(x, y - h / 2)
    context.lineTo(x + w / 2, y + h / 2)
    context.lineTo(x - w / 2, y + h / 2)
    context.closePath()
  },
  diamond(context, x, y, w, h) {
    context.moveTo(x, y - h / 2)
    context.lineTo(x + w / 2, y)
    context.lineTo(x, y + h / 2)
    context.lineTo(x - w / 2, y)
    context.closePath()
  },
}

export type PointSeries = LineSeriesOption | ScatterSeriesOption

/** Whether its symbol is one of those that are painted here. */
export function hasPoints({ symbol = 'circle' }: PointSeries): boolean {
  return typeof symbol === 'string' && symbol in symbols
}

/** Rows of a series as [x, y] of the dimensions that it encodes. */
function* places({ data, encode }: PointSeries): Iterable<[number, number]> {
  if (data instanceof Float64Array)
    for (let i = 0; i < data.length; i += 2) yield [data[i], data[i + 1]]
  else if (Array.isArray(data))
    for (const row of data)
      if (Array.isArray(row))
        yield [Number(row[Number(encode?.x ?? 0)]), Number(row[Number(encode?.y ?? 1)])]
}

/** Paints the points of a series; not clipped, for they mark the ends too. */
export function paintPoints(
  context: Context,
  series: PointSeries,
  { x, y, left, width }: PlotScales,
): void {
  const { symbol = 'circle', symbolSize = 4, itemStyle } = series
  const [w, h] = Array.isArray(symbolSize) ? symbolSize : [Number(symbolSize), Number(symbolSize)]
  const trace = typeof symbol === 'string' ? symbols[symbol] : undefined
  if (trace === undefined || !(w > 0)) return
  context.fillStyle = typeof itemStyle?.color === 'string' ? itemStyle.color : ''
  context.globalAlpha = itemStyle?.opacity ?? 1
  for (const place of places(series)) {
    const [across, down] = [x(place[0]), y(place[1])]
    if (across < left - 1 || across > left + width + 1) continue
    context.beginPath()
    trace(context, across, down, w, h)
    context.fill()
  }
  context.globalAlpha = 1
}
