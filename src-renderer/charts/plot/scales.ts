import type { EChartsOption } from '@figures'

type Axis = EChartsOption['xAxis'] | EChartsOption['yAxis']

/** Where the plot of a figure is and where values lie in it, px of the figure. */
export interface PlotScales {
  left: number
  top: number
  width: number
  height: number
  x(value: number): number
  y(value: number): number
  /** Of one category, where an axis has categories; else 0. */
  cell: readonly [width: number, height: number]
}

/** Places 0..1 along an axis; for categories how many there are. */
interface Along {
  share(value: number): number
  categories: number
}

/** null: only ECharts knows where this axis ends. */
function along(axis: Axis): Along | null {
  if (axis === undefined || Array.isArray(axis)) return null
  if (axis.type === 'category') {
    const count = axis.data?.length ?? 0
    return count > 0 ? { share: (index) => (index + 0.5) / count, categories: count } : null
  }
  const { type, min, max } = axis
  if (typeof min !== 'number' || typeof max !== 'number' || !(max > min)) return null
  if (type === 'value') return { share: (value) => (value - min) / (max - min), categories: 0 }
  if (type !== 'log' || min <= 0) return null
  const [low, span] = [Math.log10(min), Math.log10(max / min)]
  return { share: (value) => (Math.log10(value) - low) / span, categories: 0 }
}

const upsideDown = (axis: Axis): boolean =>
  axis !== undefined && !Array.isArray(axis) && axis.inverse === true

/** @param width @param height of the figure, px; null: ECharts has to lay it out */
export function scalesOf(
  { grid, xAxis, yAxis }: EChartsOption,
  width: number,
  height: number,
): PlotScales | null {
  const [across, up] = [along(xAxis), along(yAxis)]
  if (grid === undefined || Array.isArray(grid) || across === null || up === null) return null
  const sides = [grid.left, grid.top, grid.right, grid.bottom].map(Number)
  if (!sides.every(Number.isFinite)) return null
  const [left, top, right, bottom] = sides
  const room = { width: width - left - right, height: height - top - bottom }
  const down = upsideDown(yAxis)
  return {
    left,
    top,
    ...room,
    x: (value) => left + across.share(value) * room.width,
    y: (value) => top + (down ? up.share(value) : 1 - up.share(value)) * room.height,
    cell: [room.width / (across.categories || Infinity), room.height / (up.categories || Infinity)],
  }
}
