import type { CustomSeriesOption } from 'echarts'
import type { PlotScales } from './scales'
import { paintInside, paintLabel, type InsideText, type LabelStyle } from './texts'

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>
type Parameters_ = Parameters<RenderItem>[0]
type Api = Parameters<RenderItem>[1]
/** What the custom series of `@figures` ask for, and no more. */
type Asked = Pick<Api, 'coord' | 'size' | 'value'>

interface Style {
  fill?: string
  stroke?: string
  lineWidth?: number
  lineDash?: number[]
  opacity?: number
}
interface Rect {
  x: number
  y: number
  width: number
  height: number
}

type Outline =
  | { type: 'polygon' | 'polyline'; shape: { points: number[][] }; style: Style }
  | { type: 'line'; shape: { x1: number; y1: number; x2: number; y2: number }; style: Style }
  | { type: 'rect'; shape: Rect; style: Style; textContent?: { style: InsideText } }

/** What the custom series of `@figures` make of a datum. */
type Shape = { type: 'group'; children: Shape[] } | { type: 'text'; style: LabelStyle } | Outline

/** Paints a custom series of `@figures`, datum by datum. */
export function paintCustom(
  context: CanvasRenderingContext2D,
  { renderItem, data }: CustomSeriesOption,
  scales: PlotScales,
): void {
  if (renderItem === undefined || !Array.isArray(data)) return
  const coord = (values: unknown): number[] => {
    const [x, y] = values as number[]
    return [scales.x(x), scales.y(y)]
  }
  const size = (): number[] => [...scales.cell]
  data.forEach((datum: unknown, dataIndex) => {
    const value = (dimension: number | string): number =>
      Array.isArray(datum) ? Number(datum[Number(dimension)]) : Number(datum)
    const api: Asked = { coord, size, value }
    const shape = renderItem({ dataIndex } as Parameters_, api as Api)
    if (shape) paintShape(context, shape as Shape)
  })
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.type === 'group') {
    for (const child of shape.children) paintShape(context, child)
    return
  }
  if (shape.type === 'text') return paintLabel(context, shape.style)
  const { fill, stroke, lineWidth = 1, lineDash = [], opacity = 1 } = shape.style
  context.globalAlpha = opacity
  context.beginPath()
  trace(context, shape)
  if (fill !== undefined && fill !== 'none') {
    context.fillStyle = fill
    context.fill()
  }
  if (stroke !== undefined && stroke !== 'none') {
    context.strokeStyle = stroke
    context.lineWidth = lineWidth
    context.setLineDash(lineDash)
    context.stroke()
    context.setLineDash([])
  }
  context.globalAlpha = 1
  if (shape.type !== 'rect' || shape.textContent === undefined) return
  const { x, y, width, height } = shape.shape
  paintInside(context, shape.textContent.style, x + width / 2, y + height / 2)
}

function trace(context: CanvasRenderingContext2D, shape: Outline): void {
  if (shape.type === 'rect') {
    const { x, y, width, height } = shape.shape
    context.rect(x, y, width, height)
  } else if (shape.type === 'line') {
    const { x1, y1, x2, y2 } = shape.shape
    context.moveTo(x1, y1)
    context.lineTo(x2, y2)
  } else {
    for (const [x, y] of shape.shape.points) context.lineTo(x, y)
    if (shape.type === 'polygon') context.closePath()
  }
}
