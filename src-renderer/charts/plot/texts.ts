import type { EChartsOption } from '@figures'
import type { PlotScales } from './scales'

type Context = CanvasRenderingContext2D

/** A label on a background of its own; its foot is at y. */
export interface LabelStyle {
  text: string
  x: number
  y: number
  align: 'left' | 'right'
  fill: string
  backgroundColor: string
  padding: number[]
  font: string
}

export function paintLabel(context: Context, style: LabelStyle): void {
  const [above, right, below, left] = style.padding
  context.font = style.font
  const { width, fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText(style.text)
  const x = style.align === 'left' ? style.x + left : style.x - right - width
  const foot = style.y - below
  const top = foot - fontBoundingBoxAscent - fontBoundingBoxDescent - above
  context.fillStyle = style.backgroundColor
  context.fillRect(x - left, top, width + left + right, style.y - top)
  write(context, style.text, style.fill, x, foot, 'left', 'bottom')
}

/** Text in the middle of a shape. */
export interface InsideText {
  text: string
  fill: string
  fontSize: number
  fontFamily: string
}

export function paintInside(context: Context, style: InsideText, x: number, y: number): void {
  context.font = `${style.fontSize}px ${style.fontFamily}`
  write(context, style.text, style.fill, x, y, 'center', 'middle')
}

interface TextStyle {
  color: string
  fontSize: number
  fontFamily: string
  fontWeight?: number
}

/** A line of text of a figure: what counts along is painted with the values. */
export interface Words {
  text: string
  style: TextStyle
  x: number
  y: number
  align: 'left' | 'center'
}

/** The title, and the name below the plot; where ECharts would put them. */
export function wordsOf({ title, xAxis }: EChartsOption, plot: PlotScales): Words[] {
  const words: Words[] = []
  if (title !== undefined && !Array.isArray(title)) {
    // Its padding is 5 px by default.
    const [x, y] = [Number(title.left) + 5, Number(title.top) + 5]
    words.push({ text: title.text ?? '', style: title.textStyle as TextStyle, x, y, align: 'left' })
  }
  if (xAxis !== undefined && !Array.isArray(xAxis) && xAxis.nameLocation === 'middle') {
    const [x, y] = [plot.left + plot.width / 2, plot.top + plot.height + (xAxis.nameGap ?? 15)]
    const style = xAxis.nameTextStyle as TextStyle
    words.push({ text: xAxis.name ?? '', style, x, y, align: 'center' })
  }
  return words
}

/** The same figure without them. */
export function wordless(option: EChartsOption): EChartsOption {
  const { title, xAxis } = option
  const bare = { ...option }
  if (title !== undefined && !Array.isArray(title)) bare.title = { ...title, text: '' }
  if (xAxis !== undefined && !Array.isArray(xAxis) && xAxis.nameLocation === 'middle')
    bare.xAxis = { ...xAxis, name: '' }
  return bare
}

export function paintWords(context: Context, { text, style, x, y, align }: Words): void {
  context.font = `${style.fontWeight ?? 400} ${style.fontSize}px ${style.fontFamily}`
  write(context, text, style.color, x, y, align, 'top')
}

function write(
  context: Context,
  text: string,
  colour: string,
  x: number,
  y: number,
  align: CanvasTextAlign,
  baseline: CanvasTextBaseline,
): void {
  context.fillStyle = colour
  context.textAlign = align
  context.textBaseline = baseline
  context.fillText(text, x, y)
  context.textBaseline = 'alphabetic'
}
