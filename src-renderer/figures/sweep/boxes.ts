import type { CustomSeriesOption } from 'echarts'

/** A box of a place: its ends and the line inside, on the value axis. */
export interface Box {
  /** Number of the place. */
  at: number
  low: number
  middle: number
  high: number
}

/** Boxes with a line for the median, drawn over the points of their place. */
export function boxes(
  name: string,
  list: readonly Box[],
  look: { colour: string; width: number; offset: number; whiskers?: boolean },
): CustomSeriesOption {
  const { colour, width, offset, whiskers = false } = look
  return {
    type: 'custom',
    name,
    data: list.map(({ at, low, middle, high }) => [at, low, middle, high]),
    silent: true,
    clip: true,
    tooltip: { show: false },
    itemStyle: { color: colour },
    z: 4,
    renderItem: (_params, api) => {
      const [middleX] = api.coord([api.value(0), api.value(1)])
      const [low, middle, high] = [1, 2, 3].map((n) => api.coord([0, api.value(n)])[1])
      const x = middleX + offset
      const line = (y: number, lineWidth: number, half = width / 2) => ({
        type: 'line' as const,
        shape: { x1: x - half, y1: y, x2: x + half, y2: y },
        style: { stroke: colour, lineWidth },
      })
      const body = whiskers
        ? [
            {
              type: 'line' as const,
              shape: { x1: x, y1: low, x2: x, y2: high },
              style: { stroke: colour, lineWidth: 1.75 },
            },
            line(low, 1.75, width / 4),
            line(high, 1.75, width / 4),
          ]
        : [
            {
              type: 'rect' as const,
              shape: { x: x - width / 2, y: high, width, height: low - high },
              style: { fill: 'transparent', stroke: colour, lineWidth: 1.25 },
            },
          ]
      return { type: 'group', children: [...body, line(middle, 2.75)] }
    },
  }
}
